//! Signatures whose mail came back.

use entity::outbox;
use entity::signature::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait,
};
use uuid::Uuid;

use super::campaigns;
use super::db::{Connection, StorageError};
use super::outbox::End;
use super::signatures::only;
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::signature::State;

/// Marks a signature whose mail came back.
pub async fn mark(db: &impl Connection, campaign: i32, id: Uuid, now: Moment) -> Result<(), StorageError> {
    let update = Entity::update_many().col_expr(Column::BouncedAt, Expr::value(now.0));
    update.filter(only(campaign, id)).exec(db).await?;
    Ok(())
}

/// Expects a signature again whose mail came back before `before`: by then its address may be tried again.
pub async fn expect_again(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
    before: Moment,
) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::BouncedAt, Expr::value(sea_orm::Value::BigInt(None)))
        .filter(only(campaign, id))
        .filter(Column::BouncedAt.lte(before.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Expects the signatures again whose mail was refused since `since`: it is tried once more.
pub async fn expect_refused(db: &impl Connection, since: Moment) -> Result<(), StorageError> {
    let refused = outbox::Entity::find()
        .select_only()
        .columns([outbox::Column::CampaignId, outbox::Column::SubjectId])
        .filter(outbox::Column::State.eq(End::Failed.as_str()))
        .filter(outbox::Column::EndedAt.gt(since.0))
        .filter(outbox::Column::SubjectId.is_not_null());
    let key = Expr::tuple([Expr::col(Column::CampaignId), Expr::col(Column::Id)]);
    Entity::update_many()
        .col_expr(Column::BouncedAt, Expr::value(sea_orm::Value::BigInt(None)))
        .filter(key.in_subquery(refused.into_query()))
        .exec(db)
        .await?;
    Ok(())
}

/// The signatures at an address, in every campaign: the campaign comes first in the index.
async fn at(db: &impl Connection, address: Index) -> Result<Condition, StorageError> {
    let campaigns: Vec<i32> = campaigns::list_revisions(db).await?.into_iter().map(|(id, _)| id).collect();
    Ok(Condition::all().add(Column::CampaignId.is_in(campaigns)).add(Column::EmailIndex.eq(address.to_vec())))
}

/// Marks all signatures at an address.
pub async fn mark_address(db: &impl Connection, address: Index, now: Moment) -> Result<(), StorageError> {
    let these = at(db, address).await?;
    let update = Entity::update_many().col_expr(Column::BouncedAt, Expr::value(now.0));
    update.filter(these).exec(db).await?;
    Ok(())
}

/// The confirmed signatures at an address get updates again.
pub async fn unmark_confirmed(db: &impl Connection, address: Index) -> Result<(), StorageError> {
    let these = at(db, address).await?.add(Column::State.eq(State::Confirmed.as_str()));
    let nothing = Expr::value(sea_orm::Value::BigInt(None));
    Entity::update_many().col_expr(Column::BouncedAt, nothing).filter(these).exec(db).await?;
    Ok(())
}

/// How many signatures of a campaign wait to be confirmed, without those whose mail came back.
pub async fn count_pending(db: &impl Connection, campaign: i32) -> Result<u64, StorageError> {
    // Written out, and with a plus that keeps SQLite from the key of the table, so that the index of the pending serves: else
    // it would look at all who ever signed.
    let pending = Entity::find()
        .filter(Expr::cust(format!("+campaign_id = {campaign}")))
        .filter(Expr::cust(format!("state = '{}'", State::Pending.as_str())))
        .filter(Column::BouncedAt.is_null());
    Ok(pending.count(db).await?)
}
