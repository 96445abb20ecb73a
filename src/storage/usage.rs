//! How much of a limit all nodes together have used.

use entity::usage::{ActiveModel, Column, Entity};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set};

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes};
use crate::domain::moment::Moment;
use crate::domain::usage::Period;

/// The kind and the key together.
fn key(period: &Period) -> Vec<u8> {
    [&[period.kind][..], &period.key].concat()
}

fn period(key: &[u8], ends_at: i64) -> Option<Period> {
    let (kind, key) = key.split_first()?;
    Some(Period { kind: *kind, key: key.try_into().ok()?, ends_at: Moment(ends_at) })
}

/// Adds what this node has used since it last told, and returns what all have used.
pub async fn add(
    db: &impl Connection,
    mut used: Vec<(Period, i64)>,
) -> Result<Vec<(Period, i64)>, StorageError> {
    // Everywhere in the same order, so that two nodes never wait for each other.
    used.sort_unstable();
    let mut all = Vec::with_capacity(used.len());
    for some in in_fixed_sizes(used, MOST_ROWS) {
        let rows = some.iter().map(|(period, used)| ActiveModel {
            key: Set(key(period)),
            ends_at: Set(period.ends_at.0),
            used: Set(*used),
        });
        let sum = Expr::col((Entity, Column::Used)).add(Expr::cust("excluded.used"));
        let add = OnConflict::columns([Column::Key, Column::EndsAt]).value(Column::Used, sum).to_owned();
        for row in Entity::insert_many(rows).on_conflict(add).exec_with_returning(db).await? {
            all.extend(period(&row.key, row.ends_at).map(|period| (period, row.used)));
        }
    }
    Ok(all)
}

pub async fn purge_ended(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::EndsAt.lte(now.0)).exec(db).await?.rows_affected)
}
