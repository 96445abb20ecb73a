use anyhow::Context;
use uuid::Uuid;

use super::ACTOR;
use crate::actions::{invalidate::invalidate, release::release};
use crate::settings::Settings;
use crate::storage::{campaigns, rolls};
use crate::tools::Tools;

/// How many are listed at once.
const PAGE: u64 = 100;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Lists what is held, oldest first, with the reason. Shows no personal data.
    List { campaign: String },
    /// Counts a held signature from now on.
    Release { campaign: String, signature: Uuid },
    /// Strikes a signature out, whether held, counted or waiting.
    Invalidate {
        campaign: String,
        signature: Uuid,
        /// Why, for the audit log. Names nobody.
        #[arg(long)]
        reason: String,
    },
}

async fn id_of(tools: &Tools, slug: &str) -> anyhow::Result<i32> {
    let found = campaigns::find_by_slug(tools.db.read(), slug).await?;
    Ok(found.with_context(|| format!("there is no campaign `{slug}`"))?.id)
}

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let tools = super::tools(settings).await?;
        match self {
            Self::List { campaign } => {
                let id = id_of(&tools, &campaign).await?;
                let held = rolls::list_held(tools.db.read(), id, PAGE).await?;
                for signature in &held {
                    let reason = signature.hold_reason.as_deref().unwrap_or_default();
                    println!(
                        "{}  {}  {:<18} {}",
                        signature.id, signature.created_at, reason, signature.region
                    );
                }
                println!("{} listed", held.len());
            }
            Self::Release { campaign, signature } => {
                let id = id_of(&tools, &campaign).await?;
                release(&tools.desk(), id, signature, ACTOR).await?;
                println!("{signature} counts from now on");
            }
            Self::Invalidate { campaign, signature, reason } => {
                let id = id_of(&tools, &campaign).await?;
                invalidate(&tools.desk(), id, signature, ACTOR, &reason).await?;
                println!("{signature} is struck out");
            }
        }
        Ok(())
    }
}
