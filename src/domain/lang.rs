use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the product. English and French are equal; more come as locale folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    En,
    Fr,
}

impl Lang {
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The code in addresses and in `lang` attributes.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language's own name for itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
        }
    }

    /// The best match for an `Accept-Language` header (RFC 9110, 12.5.4), English when nothing matches.
    pub fn accepted(header: Option<&str>) -> Self {
        let mut best: Option<(u32, Self)> = None;
        for part in header.unwrap_or_default().split(',') {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(1000, thousandths);
            let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
            let Ok(lang) = primary.parse() else { continue };
            if weight > 0 && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, lang));
            }
        }
        best.map_or(Self::En, |(_, lang)| lang)
    }
}

fn thousandths(quality: &str) -> u32 {
    let (whole, fraction) = quality.trim().split_once('.').unwrap_or((quality.trim(), "0"));
    let fraction: String = format!("{fraction:0<3}").chars().take(3).collect();
    whole.parse::<u32>().unwrap_or(0).min(1) * 1000 + fraction.parse::<u32>().unwrap_or(0)
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = ();

    fn from_str(code: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|lang| lang.code() == code).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(Lang::accepted(Some("de;q=1, fr-CA;q=0.8, en;q=0.7")), Lang::Fr);
        assert_eq!(Lang::accepted(Some("en-GB,fr;q=0.9")), Lang::En);
        assert_eq!(Lang::accepted(Some("fr;q=0, de")), Lang::En);
        assert_eq!(Lang::accepted(Some("fr;q=,;;,\u{7f}")), Lang::En);
        assert_eq!(Lang::accepted(None), Lang::En);
    }
}
