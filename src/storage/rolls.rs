//! Lists of signatures, for those who may read them.

use entity::signature::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, Order, QueryFilter, QueryOrder, QuerySelect};

use super::db::{Connection, StorageError};
use super::groups::{self, Grouping};
use super::signatures::stored;
use crate::domain::signature::Signature;

/// The newest confirmed signatures whose names may be shown.
pub async fn list_shown(
    db: &impl Connection,
    campaign: i32,
    most: u64,
) -> Result<Vec<Signature>, StorageError> {
    // The condition is the one of the index `signature_shown`, word for word, so that it serves.
    let shown = Expr::cust("state = 'confirmed' AND display <> 'hidden'");
    list(db, campaign, shown, (Column::ConfirmedAt, Order::Desc), most).await
}

/// What waits for review, oldest first.
pub async fn list_held(
    db: &impl Connection,
    campaign: i32,
    most: u64,
) -> Result<Vec<Signature>, StorageError> {
    list(db, campaign, Expr::cust("state = 'held'"), (Column::Id, Order::Asc), most).await
}

async fn list(
    db: &impl Connection,
    campaign: i32,
    which: Expr,
    (by, order): (Column, Order),
    most: u64,
) -> Result<Vec<Signature>, StorageError> {
    let rows =
        Entity::find().filter(Column::CampaignId.eq(campaign)).filter(which).order_by(by, order).limit(most);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// Whether anybody has signed this version of the text, confirmed or not.
pub async fn has_signed(
    db: &impl Connection,
    campaign: i32,
    text_version: i32,
) -> Result<bool, StorageError> {
    let found = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::TextVersion.eq(text_version))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// How many signatures count under each version of the text.
pub async fn count_by_version(db: &impl Connection, campaign: i32) -> Result<Vec<(i32, i64)>, StorageError> {
    let by_version =
        Grouping { alike: "CAST(s.text_version AS TEXT)", also: "TRUE", which: "s.state = 'confirmed'" };
    let groups = groups::count(db, &by_version, vec![campaign.into()]).await?;
    Ok(groups.into_iter().filter_map(|(version, many, _)| Some((version.parse().ok()?, many))).collect())
}
