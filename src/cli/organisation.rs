use anyhow::{Context, bail};

use super::ACTOR;
use crate::actions::accounts::By;
use crate::actions::accounts::found::{found, give_campaign};
use crate::domain::content::is_slug;
use crate::settings::Settings;
use crate::storage::{accounts, campaigns, organisations};

#[derive(clap::Subcommand)]
pub enum Command {
    /// Says which organisations there are, and how many accounts each has.
    List,
    /// Founds an organisation. Its accounts see nothing of the others.
    Add { slug: String, name: String },
    /// Gives a campaign to an organisation.
    Give { campaign: String, slug: String },
}

const BY: By<'static> = By::Program(ACTOR);

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let tools = super::tools(settings).await?;
        match self {
            Self::List => {
                for one in organisations::list(tools.db.read()).await? {
                    let accounts = accounts::list(tools.db.read(), Some(one.id)).await?.len();
                    println!("{:<20}  {accounts} accounts  {}", one.slug, one.name);
                }
            }
            Self::Add { slug, name } => {
                if !is_slug(&slug) {
                    bail!("SLUG: up to 60 of a-z, 0-9 and hyphens");
                }
                found(&tools.desk(), &slug, name.trim(), BY).await?;
                println!("{slug} was founded");
            }
            Self::Give { campaign, slug } => {
                let known = campaigns::find_by_slug(tools.db.read(), &campaign).await?;
                let known = known.with_context(|| format!("there is no campaign {campaign}"))?;
                give_campaign(&tools.desk(), &known, &slug, BY).await?;
                println!("{campaign} belongs to {slug}");
            }
        }
        Ok(())
    }
}
