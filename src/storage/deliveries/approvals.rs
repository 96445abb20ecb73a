//! Who approved that a delivery leaves the house, and who fetched its package.

use entity::{delivery_approval, delivery_fetch};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use uuid::Uuid;

use super::Of;
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, StorageError};

/// Approves it; false where the same account had done so before.
pub async fn insert(
    db: &impl Connection,
    (campaign, delivery): Of,
    account: Uuid,
    at: Moment,
) -> Result<bool, StorageError> {
    use delivery_approval::{ActiveModel, Column, Entity};
    let row = ActiveModel {
        campaign_id: Set(campaign),
        delivery: Set(delivery),
        account_id: Set(account),
        at: Set(at.0),
    };
    let known = OnConflict::columns([Column::CampaignId, Column::Delivery, Column::AccountId])
        .do_nothing()
        .to_owned();
    Ok(Entity::insert_many([row]).on_conflict(known).exec_without_returning(db).await? == 1)
}

/// Who approved it and when, first to last.
pub async fn list(
    db: &impl Connection,
    (campaign, delivery): Of,
) -> Result<Vec<(Uuid, Moment)>, StorageError> {
    use delivery_approval::{Column, Entity};
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Delivery.eq(delivery));
    let rows = found.order_by_asc(Column::At).order_by_asc(Column::AccountId).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.account_id, Moment(row.at))).collect())
}

/// Somebody fetches a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fetch {
    pub id: Uuid,
    pub campaign: i32,
    pub delivery: i32,
    pub package: Uuid,
    /// Who; none: the office, by its link.
    pub account: Option<Uuid>,
    pub at: Moment,
    /// To how many keys it is encrypted; 0: as it is.
    pub keys: i16,
}

pub async fn insert_fetch(db: &impl Connection, fetch: &Fetch) -> Result<(), StorageError> {
    let row = delivery_fetch::ActiveModel {
        id: Set(fetch.id),
        campaign_id: Set(fetch.campaign),
        delivery: Set(fetch.delivery),
        package_id: Set(fetch.package),
        account_id: Set(fetch.account),
        at: Set(fetch.at.0),
        keys: Set(fetch.keys),
    };
    delivery_fetch::Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

const fn fetched(row: &delivery_fetch::Model) -> Fetch {
    Fetch {
        id: row.id,
        campaign: row.campaign_id,
        delivery: row.delivery,
        package: row.package_id,
        account: row.account_id,
        at: Moment(row.at),
        keys: row.keys,
    }
}

pub async fn find_fetch(db: &impl Connection, id: Uuid) -> Result<Option<Fetch>, StorageError> {
    Ok(delivery_fetch::Entity::find_by_id(id).one(db).await?.as_ref().map(fetched))
}

/// When a package of a delivery was first fetched.
pub async fn first_fetch(
    db: &impl Connection,
    (campaign, delivery): Of,
) -> Result<Option<Moment>, StorageError> {
    use delivery_fetch::{Column, Entity};
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Delivery.eq(delivery));
    let first = found.order_by_asc(Column::At).one(db).await?;
    Ok(first.map(|row| Moment(row.at)))
}

/// Who fetched packages of a delivery, newest first.
pub async fn list_fetches(
    db: &impl Connection,
    (campaign, delivery): Of,
) -> Result<Vec<Fetch>, StorageError> {
    use delivery_fetch::{Column, Entity};
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Delivery.eq(delivery));
    let rows = found.order_by_desc(Column::At).order_by_desc(Column::Id).all(db).await?;
    Ok(rows.iter().map(fetched).collect())
}
