use entity::repeat::{ActiveModel, Column, Entity, Model};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, Set};
use uuid::Uuid;

use super::db::{Connection, MOST_ROWS, StorageError, among, in_fixed_sizes};
use crate::domain::moment::Moment;

/// A form sent again for an address that already has its signatures.
#[derive(Clone, Debug)]
pub struct Repeat {
    pub campaign: i32,
    pub id: Uuid,
    pub signature: Uuid,
    /// Whether that signature is the same person's, so that its code counts here too.
    pub own: bool,
    pub sealed: Vec<u8>,
    pub created_at: Moment,
    pub expires_at: Moment,
}

impl From<Model> for Repeat {
    fn from(model: Model) -> Self {
        Self {
            campaign: model.campaign_id,
            id: model.id,
            signature: model.signature_id,
            own: model.own,
            sealed: model.sealed,
            created_at: Moment(model.created_at),
            expires_at: Moment(model.expires_at),
        }
    }
}

pub async fn insert(db: &impl Connection, repeats: Vec<Repeat>) -> Result<(), StorageError> {
    for some in in_fixed_sizes(repeats, MOST_ROWS) {
        Entity::insert_many(some.into_iter().map(active)).exec_without_returning(db).await?;
    }
    Ok(())
}

fn active(repeat: Repeat) -> ActiveModel {
    ActiveModel {
        campaign_id: Set(repeat.campaign),
        id: Set(repeat.id),
        signature_id: Set(repeat.signature),
        own: Set(repeat.own),
        sealed: Set(repeat.sealed),
        created_at: Set(repeat.created_at.0),
        expires_at: Set(repeat.expires_at.0),
    }
}

pub async fn find(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<Repeat>, StorageError> {
    Ok(Entity::find_by_id((campaign, id)).one(db).await?.map(Repeat::from))
}

/// Several of one campaign, in no order; unknown ones are left out.
pub async fn list_of(
    db: &impl Connection,
    campaign: i32,
    ids: Vec<Uuid>,
) -> Result<Vec<Repeat>, StorageError> {
    let mut found = Vec::with_capacity(ids.len());
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        let these = Column::CampaignId.eq(campaign).and(Column::Id.is_in(some));
        found.extend(Entity::find().filter(these).all(db).await?.into_iter().map(Repeat::from));
    }
    Ok(found)
}

/// Deletes those of a signature, whose person has left.
pub async fn delete_of(db: &impl Connection, campaign: i32, signature: Uuid) -> Result<(), StorageError> {
    let of = Column::CampaignId.eq(campaign).and(Column::SignatureId.eq(signature));
    Entity::delete_many().filter(of).exec(db).await?;
    Ok(())
}

/// The same of several signatures.
pub async fn delete_of_all(
    db: &impl Connection,
    campaign: i32,
    signatures: Vec<Uuid>,
) -> Result<(), StorageError> {
    for some in in_fixed_sizes(signatures, MOST_ROWS) {
        let of = Column::CampaignId.eq(campaign).and(among(db, Column::SignatureId, some));
        Entity::delete_many().filter(of).exec(db).await?;
    }
    Ok(())
}

pub async fn purge_lapsed(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::ExpiresAt.lte(now.0)).exec(db).await?.rows_affected)
}

/// How many that would delete.
pub async fn count_lapsed(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(Column::ExpiresAt.lte(now.0)).count(db).await?)
}

/// All of them: for sealing anew under another key. They live a week, so they are few.
pub async fn list(db: &impl Connection) -> Result<Vec<Repeat>, StorageError> {
    Ok(Entity::find().all(db).await?.into_iter().map(Repeat::from).collect())
}

pub async fn reseal(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
    sealed: Vec<u8>,
) -> Result<(), StorageError> {
    let model =
        ActiveModel { campaign_id: Set(campaign), id: Set(id), sealed: Set(sealed), ..Default::default() };
    model.update(db).await?;
    Ok(())
}
