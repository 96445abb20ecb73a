//! Proofs of work that were taken, so that none is taken twice, on whatever node.

use std::collections::BTreeSet;

use entity::spent_challenge::{ActiveModel, Column, Entity};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set};

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes};
use crate::domain::defence::Proof;
use crate::domain::moment::Moment;

/// Which of these were spent before.
pub async fn list_spent(
    db: &impl Connection,
    proofs: &BTreeSet<Proof>,
) -> Result<BTreeSet<Proof>, StorageError> {
    let mut known = BTreeSet::new();
    for some in in_fixed_sizes(proofs.iter().map(|proof| proof.mark.to_vec()).collect(), MOST_ROWS) {
        let rows: Vec<(Vec<u8>, i64)> = Entity::find()
            .select_only()
            .columns([Column::Mark, Column::ExpiresAt])
            .filter(Column::Mark.is_in(some))
            .into_tuple()
            .all(db)
            .await?;
        known
            .extend(rows.into_iter().filter_map(|(mark, at)| {
                Some(Proof { mark: mark.try_into().ok()?, expires_at: Moment(at) })
            }));
    }
    Ok(known)
}

/// Spends them and returns how many that were: fewer than given means that another node was first.
pub async fn spend(db: &impl Connection, proofs: &BTreeSet<Proof>) -> Result<u64, StorageError> {
    let known = OnConflict::column(Column::Mark).do_nothing().to_owned();
    let rows = proofs
        .iter()
        .map(|proof| ActiveModel { mark: Set(proof.mark.to_vec()), expires_at: Set(proof.expires_at.0) });
    let mut spent = 0;
    for some in in_fixed_sizes(rows.collect(), MOST_ROWS) {
        spent += Entity::insert_many(some).on_conflict(known.clone()).exec_without_returning(db).await?;
    }
    Ok(spent)
}

/// Forgets those that nobody could send any more.
pub async fn purge(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::ExpiresAt.lt(before.0)).exec(db).await?.rows_affected)
}
