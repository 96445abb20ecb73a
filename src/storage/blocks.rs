//! Addresses that get no mail, whatever the campaign.

use entity::address_block::{ActiveModel, Column, Entity};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes};
use crate::domain::bounce::{Block, Reason};
use crate::domain::household::Index;
use crate::domain::moment::Moment;

/// Blocks an address, or renews the block.
pub async fn put(
    db: &impl Connection,
    email: Index,
    reason: Reason,
    now: Moment,
) -> Result<(), StorageError> {
    let model = ActiveModel {
        email_index: Set(email.to_vec()),
        reason: Set(reason.as_str().to_owned()),
        at: Set(now.0),
    };
    let again =
        OnConflict::columns([Column::EmailIndex, Column::Reason]).update_column(Column::At).to_owned();
    Entity::insert_many([model]).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}

/// The blocks of these addresses.
pub async fn list(db: &impl Connection, emails: Vec<Index>) -> Result<Vec<(Index, Block)>, StorageError> {
    let block = |row: entity::address_block::Model| {
        let block = Block { reason: Reason::parse(&row.reason)?, at: Moment(row.at) };
        Some((Index::try_from(row.email_index).ok()?, block))
    };
    let mut found = Vec::new();
    for some in in_fixed_sizes(emails, MOST_ROWS) {
        let these = Column::EmailIndex.is_in(some.into_iter().map(|index| index.to_vec()));
        found.extend(Entity::find().filter(these).all(db).await?.into_iter().filter_map(block));
    }
    Ok(found)
}

/// Lifts every block of an address; returns how many there were.
pub async fn lift(db: &impl Connection, email: Vec<Index>) -> Result<u64, StorageError> {
    let these = Column::EmailIndex.is_in(email.into_iter().map(|index| index.to_vec()));
    Ok(Entity::delete_many().filter(these).exec(db).await?.rows_affected)
}

/// How many addresses are blocked for this reason.
pub async fn count(db: &impl Connection, reason: Reason) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(Column::Reason.eq(reason.as_str())).count(db).await?)
}
