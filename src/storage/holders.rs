//! Who holds the places at an address.

use entity::signature::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::db::{Connection, MOST_ROWS, StorageError, among, in_fixed_sizes};
use crate::domain::household::{Holder, Index};
use crate::domain::signature::State;

/// Address, id, name, postal code, slot and state.
type HolderColumns = (Vec<u8>, Uuid, Vec<u8>, Vec<u8>, i16, String);

/// Who holds places at these addresses, each with the index of its address.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    addresses: Vec<Index>,
) -> Result<Vec<(Index, Holder)>, StorageError> {
    let mut found = Vec::new();
    for some in in_fixed_sizes(addresses, MOST_ROWS) {
        found.extend(list_some(db, campaign, some).await?);
    }
    Ok(found)
}

async fn list_some(
    db: &impl Connection,
    campaign: i32,
    addresses: Vec<Index>,
) -> Result<Vec<(Index, Holder)>, StorageError> {
    let rows: Vec<HolderColumns> = Entity::find()
        .select_only()
        .columns([
            Column::EmailIndex,
            Column::Id,
            Column::NameIndex,
            Column::PostalIndex,
            Column::Slot,
            Column::State,
        ])
        .filter(Column::CampaignId.eq(campaign))
        .filter(among(db, Column::EmailIndex, addresses.iter().map(|index| index.to_vec()).collect()))
        .order_by_asc(Column::Slot)
        .into_tuple()
        .all(db)
        .await?;
    let holders = rows.into_iter().filter_map(|(address, signature, name, postal, slot, state)| {
        let holder = Holder {
            signature,
            slot,
            name: name.try_into().ok()?,
            postal: postal.try_into().ok()?,
            pending: state == State::Pending.as_str(),
        };
        Some((address.try_into().ok()?, holder))
    });
    Ok(holders.collect())
}
