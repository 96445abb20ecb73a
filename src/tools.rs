//! The tools that every part works with.

use anyhow::{Context, bail};

use crate::actions::accounts::open_profile;
use crate::actions::{Desk, open_person};
use crate::clock::Clock;
use crate::domain::riding::Atlas;
use crate::domain::rulebook::Rulebook;
use crate::entropy::Entropy;
use crate::settings::Settings;
use crate::storage::vault::Vault;
use crate::storage::{Db, accounts, audit_keys, census, keys};

/// How many sealed rows show whether the keys are right: one of them may be damaged.
const SAMPLE: u64 = 8;

/// What needs no network: settings, database, keys, rules, time and randomness.
pub struct Tools {
    pub settings: Settings,
    pub db: Db,
    pub vault: Vault,
    pub rules: Rulebook,
    pub atlas: Atlas,
    pub clock: Clock,
    pub entropy: Entropy,
}

impl Tools {
    /// Opens the keys and the database, making both where there are none.
    pub async fn open(settings: Settings, clock: Clock, entropy: Entropy) -> anyhow::Result<Self> {
        let url = settings.database_url();
        let db = Db::open(&url, settings.database.connections).await.context("opening the database")?;
        let sealed = census::list_newest_sealed(db.read(), SAMPLE).await?;
        let staff = accounts::list_some(db.read(), SAMPLE).await?;
        let chain = audit_keys::find(db.read()).await?;
        let is_empty = sealed.is_empty() && staff.is_empty() && chain.is_none();
        let path = settings.keys_file();
        let secrets = keys::load_or_make(&path, !is_empty, clock.now(), &entropy)?;
        let vault = Vault::new(&secrets, entropy.clone());
        // With other keys the same people would be counted again, and nobody would notice.
        let opens = sealed.iter().any(|one| open_person(&vault, one).is_ok())
            || (sealed.is_empty() && staff.iter().any(|one| open_profile(&vault, one).is_ok()))
            || (sealed.is_empty()
                && staff.is_empty()
                && chain.is_some_and(|key| audit_keys::open(&vault, &key).is_ok()));
        if !is_empty && !opens {
            bail!("{} does not open what the database holds: every node needs the same keys", path.display());
        }
        Ok(Self { settings, db, vault, rules: Rulebook::built_in(), atlas: Atlas::default(), clock, entropy })
    }

    /// What an action works with, at this moment.
    pub fn desk(&self) -> Desk<'_> {
        Desk {
            db: &self.db,
            vault: &self.vault,
            entropy: &self.entropy,
            rules: &self.rules,
            atlas: &self.atlas,
            retention: &self.settings.retention,
            mails_per_recipient: self.settings.limits.mails_per_recipient,
            now: self.clock.now(),
        }
    }
}
