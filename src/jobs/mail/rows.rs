use std::collections::{BTreeMap, HashMap, HashSet};

use uuid::Uuid;

use super::letters::Few;
use super::plan::sender;
use super::reports::Reports;
use super::staff::{self, Addressed};
use super::team::Team;
use super::updates::Issues;
use crate::actions;
use crate::app::App;
use crate::domain::bounce::Block;
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::person::Person;
use crate::domain::signature::Signature;
use crate::storage::outbox::{Kind, Owed};
use crate::storage::repeats::{self, Repeat};
use crate::storage::{StorageError, blocks, signatures, suppressions};

pub(super) type Key = (i32, Uuid);

/// What the mails of a batch speak of.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) holders: HashMap<Key, Holder>,
    pub(super) repeats: HashMap<Key, Repeat>,
    pub(super) suppressed: HashSet<(i32, Index)>,
    pub(super) blocked: HashMap<Index, Vec<Block>>,
    pub(super) few: Few,
    /// To those who work here, by the mail's own id.
    pub(super) staff: HashMap<Uuid, Addressed>,
    pub(super) issues: Issues,
    pub(super) team: Team,
    pub(super) reports: Reports,
}

/// A signature and whose it is.
pub(super) struct Holder {
    pub(super) signature: Signature,
    pub(super) person: Person,
    pub(super) email: EmailAddress,
    /// The address under each of the keys.
    pub(super) addresses: Vec<Index>,
}

impl Holder {
    /// None once the person has left.
    fn of(app: &App, signature: Signature) -> Option<Self> {
        let person = actions::open_person(&app.tools.vault, &signature).ok()?;
        let email = EmailAddress::parse(&person.email).ok()?;
        let addresses = app.tools.vault.indexes("email", &[&email.canonical(&app.tools.rules.email)]);
        Some(Self { signature, person, email, addresses })
    }
}

impl Rows {
    pub(super) async fn of(app: &App, mails: &[Owed]) -> Result<Self, StorageError> {
        let db = app.tools.db.read();
        let mut subjects: BTreeMap<(i32, bool), Vec<Uuid>> = BTreeMap::new();
        for mail in mails.iter().filter(|mail| mail.kind.is_of_signature()) {
            if let Some(id) = mail.subject {
                let are_signatures = matches!(mail.kind, Kind::Confirm | Kind::OwnPage | Kind::Update);
                subjects.entry((mail.campaign, are_signatures)).or_default().push(id);
            }
        }
        let mut rows = Self {
            few: Few::of(app, mails).await?,
            issues: Issues::of(app, mails).await?,
            team: Team::of(app, mails).await?,
            reports: Reports::of(app, mails).await?,
            ..Self::default()
        };
        for mail in mails.iter().filter(|mail| mail.kind.is_to_staff()) {
            let addressed = staff::address(app, sender(app), mail).await?;
            rows.staff.extend(addressed.map(|addressed| (mail.id, addressed)));
        }
        for ((campaign, are_signatures), mut ids) in subjects {
            if !are_signatures {
                let found = repeats::list_of(db, campaign, ids).await?;
                ids = found.iter().map(|repeat| repeat.signature).collect();
                rows.repeats.extend(found.into_iter().map(|repeat| ((campaign, repeat.id), repeat)));
            }
            let found = signatures::list(db, campaign, ids).await?;
            let holders: Vec<Holder> =
                found.into_iter().filter_map(|signature| Holder::of(app, signature)).collect();
            let addresses: Vec<Index> = holders.iter().flat_map(|holder| holder.addresses.clone()).collect();
            for (address, block) in blocks::list(db, addresses.clone()).await? {
                rows.blocked.entry(address).or_default().push(block);
            }
            let suppressed = suppressions::list(db, campaign, addresses).await?;
            rows.suppressed.extend(suppressed.into_iter().map(|address| (campaign, address)));
            let holders = holders.into_iter().map(|holder| ((campaign, holder.signature.id), holder));
            rows.holders.extend(holders);
        }
        Ok(rows)
    }
}
