use std::collections::BTreeMap;

use super::DeliveryError;
use crate::actions::Desk;
use crate::domain::campaign::Campaign;
use crate::domain::content::Text;
use crate::domain::delivery::census::{Cell, parts};
use crate::domain::delivery::manifest::Counts;
use crate::domain::delivery::roll::Kind;
use crate::domain::delivery::{Delivery, Paper, promised, stricter};
use crate::domain::disclosure::Disclosure;
use crate::domain::ledger::Kind as Batch;
use crate::domain::signature::State;
use crate::storage::Connection;
use crate::storage::deliveries::{census, freeze, papers};
use crate::storage::texts::StoredText;
use crate::storage::{StorageError, ledger, texts};

/// What a delivery would hold, were it frozen now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    pub counts: Counts,
    pub organisations: i64,
    pub professionals: i64,
    /// Rows that were typed of the sheets that go along.
    pub rows: i64,
    /// How many live in the riding of the addressee.
    pub own_riding: i64,
}

impl Preview {
    /// How many would stand on its roll.
    pub const fn lines(&self) -> i64 {
        self.counts.online + self.organisations + self.professionals + self.rows
    }

    /// Whether there is nothing to hand over.
    pub const fn is_empty(&self) -> bool {
        self.lines() == 0 && self.counts.paper == 0 && self.counts.postcards == 0
    }
}

/// All texts of a campaign that anybody may have signed.
pub(in crate::actions) async fn all_texts(
    db: &impl Connection,
    campaign: i32,
) -> Result<Vec<(i32, Text)>, StorageError> {
    let all = all_editions(db, campaign).await?.into_iter();
    Ok(all.map(|stored| (stored.version, stored.text)).collect())
}

/// The same, as they are stored.
pub(super) async fn all_editions(
    db: &impl Connection,
    campaign: i32,
) -> Result<Vec<StoredText>, StorageError> {
    let mut found = Vec::new();
    for edition in texts::list_editions(db, campaign).await? {
        found.extend(texts::find(db, campaign, edition.version).await?);
    }
    Ok(found)
}

/// How many signatures and postcards on paper go along.
pub(super) async fn count_paper(db: &impl Connection, one: &Delivery) -> Result<(i64, i64), StorageError> {
    let (mut signatures, mut postcards) = (0, 0);
    for (paper, many) in papers::list(db, (one.campaign, one.number)).await? {
        let is_sheets = match paper {
            Paper::Run(_) => false,
            Paper::Batch(number) => {
                let batch = ledger::find(db, (one.campaign, number)).await?;
                batch.is_some_and(|batch| batch.kind == Batch::Signatures)
            }
        };
        *(if is_sheets { &mut signatures } else { &mut postcards }) += many;
    }
    Ok((signatures, postcards))
}

/// How many who signed online are not named, though they are counted: they were promised that less is told of them.
fn withheld(cells: &[Cell], texts: &[(i32, Text)], one: &Delivery) -> i64 {
    let promised = promised(texts, &one.to.key);
    let level = |cell: &&Cell| stricter(&promised, cell.text_version, one.disclosure);
    let kept = cells.iter().filter(|cell| level(cell) < Disclosure::NamePlace);
    kept.map(|cell| cell.many).sum()
}

/// The counts of those who signed online, and of what is left out of them.
pub(super) async fn counted(
    db: &impl Connection,
    one: &Delivery,
    cells: &[Cell],
) -> Result<(Counts, i64), StorageError> {
    let mut left_out = BTreeMap::new();
    let states = census::count_states(db, one.campaign).await?;
    let kept_out = [
        (State::Held, "held"),
        (State::Pending, "unconfirmed"),
        (State::Withdrawn, "withdrawn"),
        (State::Disowned, "disowned"),
        (State::Invalidated, "invalidated"),
    ];
    for (state, name) in kept_out {
        let many = states.iter().find(|(one, many)| *one == state && *many > 0);
        left_out.extend(many.map(|(_, many)| (name.to_owned(), *many)));
    }
    let texts = all_texts(db, one.campaign).await?;
    let withheld = withheld(cells, &texts, one);
    if withheld > 0 && one.disclosure >= Disclosure::NamePlace {
        left_out.insert("withheld".to_owned(), withheld);
    }
    let (paper, postcards) = count_paper(db, one).await?;
    let online = cells.iter().map(|cell| cell.many).sum();
    let own = |cell: &&Cell| !one.to.riding.is_empty() && cell.riding == one.to.riding;
    let own_riding = cells.iter().filter(own).map(|cell| cell.many).sum();
    let counts = Counts { online, paper, postcards, since_previous: 0, parts: parts(cells), left_out };
    Ok((counts, own_riding))
}

/// Looks at what a delivery would hold, were it frozen now: how many, from where, and what is left out and why.
pub async fn preview(desk: &Desk<'_>, campaign: &Campaign, one: &Delivery) -> Result<Preview, DeliveryError> {
    let tx = desk.db.snapshot().await?;
    let (cells, new) = census::list_waiting(&*tx, one).await?;
    let (mut counts, own_riding) = counted(&*tx, one, &cells).await?;
    counts.since_previous = new;
    let many = async |kind| -> Result<i64, StorageError> {
        let found = freeze::list_sign_ons(&*tx, one, (kind, desk.now)).await?.len();
        Ok(i64::try_from(found).unwrap_or(i64::MAX))
    };
    let (organisations, professionals) = (many(Kind::Organisation).await?, many(Kind::Professional).await?);
    let rows = freeze::list_rows(&*tx, (campaign.id, one.number)).await?.len();
    let rows = i64::try_from(rows).unwrap_or(i64::MAX);
    Ok(Preview { counts, organisations, professionals, rows, own_riding })
}
