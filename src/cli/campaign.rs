use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::ACTOR;
use crate::actions::load_campaign::{Loaded, load_campaign};
use crate::actions::pause::set_switch;
use crate::domain::campaign::Switch;
use crate::domain::content::CampaignFile;
use crate::settings::Settings;
use crate::storage::{campaigns, returns, tallies};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Checks a content file and says what is wrong with it.
    Check { file: PathBuf },
    /// Adds a campaign from its content file, or brings it up to date; a running service notices.
    Load { file: PathBuf },
    /// Lists the campaigns with their counts.
    List,
    /// Stops taking signatures for a while.
    Pause { slug: String },
    /// Takes signatures again.
    Open { slug: String },
    /// Takes a campaign down: its address answers 410.
    Remove { slug: String },
}

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        match self {
            Self::Check { file } => {
                let file = read(&file)?;
                println!("{} is sound", file.slug);
                Ok(())
            }
            Self::Load { file } => load(settings, &read(&file)?).await,
            Self::List => list(settings).await,
            Self::Pause { slug } => switch(settings, &slug, Switch::Paused).await,
            Self::Open { slug } => switch(settings, &slug, Switch::On).await,
            Self::Remove { slug } => switch(settings, &slug, Switch::Removed).await,
        }
    }
}

fn read(path: &Path) -> anyhow::Result<CampaignFile> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    match CampaignFile::parse(&text) {
        Ok(file) => Ok(file),
        Err(errors) => bail!("{}:\n{}", path.display(), errors.join("\n")),
    }
}

async fn load(settings: Settings, file: &CampaignFile) -> anyhow::Result<()> {
    let tools = super::tools(settings).await?;
    match load_campaign(&tools.desk(), file, ACTOR).await? {
        Loaded::Created => println!("{} was added", file.slug),
        Loaded::Updated => println!("{} was brought up to date", file.slug),
    }
    Ok(())
}

async fn list(settings: Settings) -> anyhow::Result<()> {
    let tools = super::tools(settings).await?;
    for count in tallies::list(tools.db.read()).await? {
        if let Some(campaign) = campaigns::find(tools.db.read(), count.campaign).await? {
            let pending = returns::count_pending(tools.db.read(), campaign.id).await?;
            println!(
                "{:>9}  {:<8}  {}  ({pending} to be confirmed)",
                count.online,
                campaign.switch.as_str(),
                campaign.slug
            );
        }
    }
    Ok(())
}

async fn switch(settings: Settings, slug: &str, switch: Switch) -> anyhow::Result<()> {
    let tools = super::tools(settings).await?;
    let found = campaigns::find_by_slug(tools.db.read(), slug).await?;
    let campaign = found.with_context(|| format!("there is no campaign `{slug}`"))?;
    if !campaign.is_public() {
        bail!("{slug} is a draft: it is published in the studio");
    }
    set_switch(&tools.desk(), &campaign, switch, ACTOR).await?;
    println!("{slug} is {}", switch.as_str());
    Ok(())
}
