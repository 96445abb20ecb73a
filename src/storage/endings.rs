//! How signatures end: the person goes, the trace without a name stays.

use entity::signature::{ActiveModel, Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, UpdateMany};
use uuid::Uuid;

use super::db::{Connection, MOST_ROWS, StorageError, among, in_fixed_sizes};
use super::signatures::only;
use crate::domain::display::Display;
use crate::domain::moment::Moment;
use crate::domain::signature::{Signature, State};

fn ended(to: State, now: Moment) -> UpdateMany<Entity> {
    let ended = ActiveModel {
        state: sea_orm::Set(to.as_str().to_owned()),
        ended_at: sea_orm::Set(Some(now.0)),
        sealed: sea_orm::Set(Vec::new()),
        email_index: sea_orm::Set(None),
        name_index: sea_orm::Set(None),
        postal_index: sea_orm::Set(None),
        network_index: sea_orm::Set(None),
        domain_index: sea_orm::Set(None),
        name_mark: sea_orm::Set(None),
        place_mark: sea_orm::Set(None),
        slot: sea_orm::Set(None),
        display: sea_orm::Set(Display::Hidden.as_str().to_owned()),
        updates_since: sea_orm::Set(None),
        ..Default::default()
    };
    Entity::update_many().set(ended)
}

/// Ends a signature: the person goes, the trace without a name stays, the place at the address is free.
pub async fn end(
    db: &impl Connection,
    signature: &Signature,
    to: State,
    now: Moment,
) -> Result<bool, StorageError> {
    let done = ended(to, now)
        .filter(only(signature.campaign, signature.id))
        .filter(Column::State.eq(signature.state.as_str()))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// The same of several that stand; returns how many there were.
pub async fn end_all(
    db: &impl Connection,
    campaign: i32,
    ids: Vec<Uuid>,
    to: State,
    now: Moment,
) -> Result<u64, StorageError> {
    let mut done = 0;
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        let update =
            ended(to, now).filter(Column::CampaignId.eq(campaign)).filter(among(db, Column::Id, some));
        done += update.filter(Column::EndedAt.is_null()).exec(db).await?.rows_affected;
    }
    Ok(done)
}
