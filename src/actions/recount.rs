use std::collections::BTreeMap;

use super::{ActionError, Desk};
use crate::domain::tally::Change;
use crate::storage::{Db, census, postcards, tallies};

/// A place where the count and the signatures disagree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// `online`, `postcards online`, or the dimension and part, such as `country CA`.
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
    for (dimension, part, n) in parts {
        both.entry(format!("{dimension} {part}")).or_default().0 = n;
    }
    for ((dimension, part), n) in truth.parts {
        both.entry(format!("{} {part}", dimension.as_str())).or_default().1 = n;
    }
    let drifts = both.into_iter().filter(|(_, (counted, recounted))| counted != recounted);
    Ok(drifts.map(|(what, (counted, recounted))| Drift { what, counted, recounted }).collect())
}
