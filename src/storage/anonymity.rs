//! Signatures whose people go while their counts stay.

use entity::signature::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::display::Display;
use crate::domain::moment::Moment;
use crate::domain::signature::State;

/// Who is named in a campaign, but for those whose consent to updates is younger than `consent_before`. Who has not confirmed
/// lapses by themselves.
fn named(campaign: i32, consent_before: Moment) -> Condition {
    let is_over = Column::UpdatesSince.is_null().or(Column::UpdatesSince.lte(consent_before.0));
    Condition::all()
        .add(Column::CampaignId.eq(campaign))
        .add(Column::EmailIndex.is_not_null())
        .add(Column::State.is_in([State::Confirmed.as_str(), State::Held.as_str()]))
        .add(is_over)
}

pub async fn count(db: &impl Connection, campaign: i32, consent_before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(named(campaign, consent_before)).count(db).await?)
}

/// The next of them after one, locked in the order of their ids.
pub async fn list_to_change(
    db: &impl Connection,
    (campaign, after): (i32, Uuid),
    consent_before: Moment,
    most: u64,
) -> Result<Vec<Uuid>, StorageError> {
    let mut rows = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(named(campaign, consent_before))
        .filter(Column::Id.gt(after))
        .order_by_asc(Column::Id)
        .limit(most);
    if locks_rows(db) {
        rows = rows.lock_exclusive();
    }
    Ok(rows.into_tuple().all(db).await?)
}

/// The person goes, and all by which they could be found; that somebody signed, where and when, stays and is counted.
pub async fn anonymise(db: &impl Connection, campaign: i32, ids: Vec<Uuid>) -> Result<u64, StorageError> {
    let nothing = || Expr::value(sea_orm::Value::Bytes(None));
    let done = Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()))
        .col_expr(Column::EmailIndex, nothing())
        .col_expr(Column::NameIndex, nothing())
        .col_expr(Column::PostalIndex, nothing())
        .col_expr(Column::NetworkIndex, nothing())
        .col_expr(Column::DomainIndex, nothing())
        .col_expr(Column::NameMark, Expr::value(sea_orm::Value::SmallInt(None)))
        .col_expr(Column::PlaceMark, Expr::value(sea_orm::Value::SmallInt(None)))
        .col_expr(Column::Slot, Expr::value(sea_orm::Value::SmallInt(None)))
        .col_expr(Column::Display, Expr::value(Display::Hidden.as_str()))
        .col_expr(Column::UpdatesSince, Expr::value(sea_orm::Value::BigInt(None)))
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Id.is_in(ids))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
