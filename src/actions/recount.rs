use std::collections::BTreeMap;

use super::{ActionError, Desk};
use crate::domain::ledger::{Kind, counted};
use crate::domain::tally::{Change, Sides};
use crate::storage::{Connection, Db, StorageError, census, ledger, postcards, tallies};

/// A place where the count and the signatures disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// `online`, `postcards online`, `paper`, `postcards on paper`, `postcards sent`, or the dimension and part, such as `country CA`.
    pub what: String,
    pub counted: i64,
    pub recounted: i64,
}

/// Counts the signatures and postcards themselves and compares. Changes nothing: a drift is for people to look into.
pub async fn recount(desk: &Desk<'_>, campaign: i32) -> Result<Vec<Drift>, ActionError> {
    recount_in(desk.db, campaign).await
}

/// The same, where there is no key: nothing that is counted is sealed.
pub async fn recount_in(db: &Db, campaign: i32) -> Result<Vec<Drift>, ActionError> {
    // One moment, so that a signature confirmed meanwhile is in both counts or in none.
    let tx = db.snapshot().await?;
    let count = tallies::find(&*tx, campaign).await?;
    let parts = tallies::list_parts(&*tx, campaign).await?;
    let rows = census::count_by_part(&*tx, campaign).await?;
    let cards = postcards::count_counted(&*tx, campaign).await?;
    let sent = postcards::count_sent(&*tx, campaign).await?;
    let paper = recount_paper(&*tx, campaign).await?;
    drop(tx);
    let mut truth = Change::default();
    for (one, n) in rows {
        let mut change = Change::default();
        change.add(&one);
        truth.online += n;
        for (part, _) in change.parts {
            *truth.parts.entry(part).or_default() += n;
        }
    }
    let mut both: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    both.insert("online".into(), (count.online, truth.online));
    both.insert("postcards online".into(), (count.sides.cards_online, cards));
    both.insert("paper".into(), (count.sides.paper, paper.paper));
    both.insert("postcards on paper".into(), (count.sides.cards_paper, paper.cards_paper));
    both.insert("postcards sent".into(), (count.sides.cards_sent, sent + paper.cards_sent));
    for (dimension, part, n) in parts {
        both.entry(format!("{dimension} {part}")).or_default().0 = n;
    }
    for ((dimension, part), n) in truth.parts {
        both.entry(format!("{} {part}", dimension.as_str())).or_default().1 = n;
    }
    let drifts = both.into_iter().filter(|(_, (counted, recounted))| counted != recounted);
    Ok(drifts.map(|(what, (counted, recounted))| Drift { what, counted, recounted }).collect())
}

/// What the ledger comes to.
async fn recount_paper(db: &impl Connection, campaign: i32) -> Result<Sides, StorageError> {
    let sums = ledger::entries::list_sums(db, campaign).await?;
    let fallen = ledger::rows::count_fallen(db, campaign).await?;
    let mut sides = Sides::default();
    for batch in ledger::list(db, campaign).await? {
        let sum = sums.get(&batch.number).copied().unwrap_or_default();
        match batch.kind {
            Kind::Signatures => {
                let (_, fallen) = fallen.get(&batch.number).copied().unwrap_or_default();
                sides.paper += counted(sum.collected, fallen);
            }
            Kind::Postcards => {
                sides.cards_paper += sum.collected;
                sides.cards_sent += sum.delivered;
            }
        }
    }
    Ok(sides)
}
