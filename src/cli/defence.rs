use anyhow::Context;

use super::ACTOR;
use crate::actions::defend::set_mode;
use crate::domain::defence::{Defence, Mode, Pressure};
use crate::domain::moment::Moment;
use crate::settings::Settings;
use crate::storage::{campaigns, defences};
use crate::tools::Tools;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Shows whether forms ask for a proof of work, of one campaign or of all.
    Show { campaign: Option<String> },
    /// Lets the rule decide (auto), asks always, or never.
    Set {
        campaign: String,
        #[arg(value_parser = parse_mode)]
        mode: Mode,
    },
}

fn parse_mode(text: &str) -> Result<Mode, &'static str> {
    Mode::parse(text).ok_or("auto, always or never")
}

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let tools = super::tools(settings).await?;
        match self {
            Self::Show { campaign } => show(&tools, campaign.as_deref()).await,
            Self::Set { campaign, mode } => {
                let id = id_of(&tools, &campaign).await?;
                set_mode(&tools.desk(), (id, &campaign), mode, ACTOR).await?;
                println!(
                    "{}",
                    line(&campaign, &defences::find(tools.db.read(), id).await?, tools.clock.now())
                );
                Ok(())
            }
        }
    }
}

async fn id_of(tools: &Tools, slug: &str) -> anyhow::Result<i32> {
    let found = campaigns::find_by_slug(tools.db.read(), slug).await?;
    Ok(found.with_context(|| format!("there is no campaign `{slug}`"))?.id)
}

async fn show(tools: &Tools, only: Option<&str>) -> anyhow::Result<()> {
    let only = match only {
        Some(slug) => Some(id_of(tools, slug).await?),
        None => None,
    };
    for (id, _) in campaigns::list_revisions(tools.db.read()).await? {
        if only.is_some_and(|only| only != id) {
            continue;
        }
        let Some(campaign) = campaigns::find(tools.db.read(), id).await? else { continue };
        let defence = defences::find(tools.db.read(), id).await?;
        println!("{}", line(&campaign.slug, &defence, tools.clock.now()));
    }
    Ok(())
}

/// The mode, whether it asks now, and what of it one wants to know.
fn line(slug: &str, defence: &Defence, now: Moment) -> String {
    let asks = if defence.asks(now) { "asks" } else { "calm" };
    let since = if defence.changed_at == Moment::default() {
        String::new()
    } else {
        format!("  since {}", defence.changed_at)
    };
    let by_itself = defence.mode == Mode::Auto && defence.asks(now);
    let until = match defence.pressure.filter(|_| by_itself) {
        Some(pressure) => format!("  until {} ({})", defence.asking_until, why(pressure)),
        None => String::new(),
    };
    format!("{:<6}  {asks}  {slug}{since}{until}", defence.mode.as_str())
}

const fn why(pressure: Pressure) -> &'static str {
    match pressure {
        Pressure::Rate => "far more sign than usual",
        Pressure::Network => "very many sign from one network",
    }
}
