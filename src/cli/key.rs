use anyhow::{Context, bail};

use super::ACTOR;
use crate::actions::bulletins::fan_out::fan_out_all;
use crate::actions::rotate_key::reseal_all;
use crate::clock::Clock;
use crate::domain::riding::Atlas;
use crate::domain::rulebook::Rulebook;
use crate::entropy::Entropy;
use crate::settings::Settings;
use crate::storage::vault::Vault;
use crate::storage::{Db, keys, sealed};
use crate::tools::Tools;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Makes another key and seals everything anew under it. Stop the service first.
    Rotate,
}

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let Self::Rotate = self;
        rotate(settings, Clock::System, Entropy::System).await
    }
}

/// Cut off, it goes on where it was when it is run again: the file says that a rotation is under way.
pub async fn rotate(settings: Settings, clock: Clock, entropy: Entropy) -> anyhow::Result<()> {
    let path = settings.keys_file();
    let mut file = keys::read(&path)?;
    if !file.rotating {
        file.push(clock.now(), &entropy)?;
        file.rotating = true;
        keys::write(&path, &file)?;
    }
    let secrets = file.secrets().context("a key is damaged")?;
    let newest = secrets.last().context("a key file holds at least one key")?.number;
    let db = Db::open(&settings.database_url(), settings.database.connections).await?;
    let vault = Vault::new(&secrets, entropy.clone());
    let tools =
        Tools { settings, db, vault, rules: Rulebook::built_in(), atlas: Atlas::default(), clock, entropy };
    let _alone = super::stay_alone(&tools)?;
    // How far an update has gone is known by the old indexes only.
    fan_out_all(&tools.desk()).await?;
    let done = reseal_all(&tools.desk(), ACTOR).await?;
    let left = sealed::list_under_others(tools.db.read(), newest).await?;
    if !left.is_empty() {
        bail!("not everything was sealed anew: {left:?}. Run this again; the old key is still needed");
    }
    file.rotating = false;
    keys::write(&path, &file)?;
    println!(
        "{done} rows are sealed under the new key; the old one stays for links and mail that are under way"
    );
    Ok(())
}
