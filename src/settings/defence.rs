use anyhow::bail;
use serde::Deserialize;

/// When a form asks for a proof of work, and how much work that is.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defence {
    /// Signings a minute.
    pub floor: u32,
    pub factor: u32,
    /// In minutes.
    pub usual: u32,
    /// In percent.
    pub share: u32,
    pub share_least: u32,
    /// In minutes.
    pub quiet: u32,
    pub cost: u32,
    pub tries: u32,
}

impl Defence {
    pub(super) fn check(&self) -> anyhow::Result<()> {
        let counts = [
            ("floor", self.floor),
            ("factor", self.factor),
            ("usual", self.usual),
            ("share", self.share),
            ("share_least", self.share_least),
            ("quiet", self.quiet),
            ("cost", self.cost),
            ("tries", self.tries),
        ];
        if let Some((key, _)) = counts.into_iter().find(|(_, count)| *count == 0) {
            bail!("defence.{key}: at least 1");
        }
        if self.share > 100 {
            bail!("defence.share: at most 100 percent");
        }
        if self.quiet >= 24 * 60 {
            bail!("defence.quiet: less than a day");
        }
        Ok(())
    }
}
