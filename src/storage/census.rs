//! What is done to many signatures at once: purging, recounting, sealing anew.

use entity::signature::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use super::groups::{self, Grouping};
use super::signatures::{only, stored};
use crate::domain::household::Index;
use crate::domain::lang::Lang;
use crate::domain::mark::Marks;
use crate::domain::moment::Moment;
use crate::domain::signature::{Counted, Signature};

/// The pending that have lapsed.
fn lapsed(now: Moment) -> Condition {
    Condition::all().add(Expr::cust("state = 'pending'")).add(Column::ExpiresAt.lte(now.0))
}

/// Deletes the pending that lapsed before `now`; returns how many.
pub async fn purge_lapsed(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(lapsed(now)).exec(db).await?.rows_affected)
}

/// How many that would delete.
pub async fn count_lapsed(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(lapsed(now)).count(db).await?)
}

/// Those of whom it is still known from which network they signed, although they signed before `before`.
fn networked(before: Moment) -> Condition {
    Condition::all().add(Column::NetworkIndex.is_not_null()).add(Column::CreatedAt.lt(before.0))
}

/// Forgets from which network those signed who signed before `before`; returns how many.
pub async fn forget_networks(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    let done = Entity::update_many()
        .col_expr(Column::NetworkIndex, Expr::value(sea_orm::Value::Bytes(None)))
        .filter(networked(before))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// Of how many that would forget it.
pub async fn count_networks(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(networked(before)).count(db).await?)
}

/// By all that a signature is counted by; what leads somebody here may be any text and comes last.
const COUNTED: Grouping<'_> = Grouping {
    alike: "concat_ws('/', s.confirmed_at / 3600000, s.country, s.region, s.riding, s.lang, s.source)",
    also: "TRUE",
    which: "s.state = 'confirmed'",
};

/// The counted signatures, summed from the rows themselves by all that they are counted by: how the self-check recounts.
pub async fn count_by_part(db: &impl Connection, campaign: i32) -> Result<Vec<(Counted, i64)>, StorageError> {
    const HOUR: i64 = 3_600_000;
    let groups = groups::count(db, &COUNTED, vec![campaign.into()]).await?;
    let counted = groups.iter().map(|(alike, many, _)| {
        let mut parts = alike.splitn(6, '/');
        let hour: i64 = parts.next().and_then(|hour| hour.parse().ok()).unwrap_or(0);
        let mut next = || parts.next().unwrap_or_default().to_owned();
        let (country, region, riding) = (next(), next(), next());
        let lang = next().parse().unwrap_or(Lang::En);
        let source = next();
        (Counted { confirmed_at: Moment(hour * HOUR), country, region, riding, lang, source }, *many)
    });
    Ok(counted.collect())
}

/// The sealed rows after `after`, in the order of their keys: for sealing anew under another key.
pub async fn list_sealed(
    db: &impl Connection,
    after: (i32, Uuid),
    most: u64,
) -> Result<Vec<Signature>, StorageError> {
    let (campaign, id) = after;
    let later = sea_orm::Condition::any()
        .add(Column::CampaignId.gt(campaign))
        .add(Column::CampaignId.eq(campaign).and(Column::Id.gt(id)));
    let rows = Entity::find()
        .filter(later)
        .filter(Column::EmailIndex.is_not_null())
        .order_by_asc(Column::CampaignId)
        .order_by_asc(Column::Id)
        .limit(most)
        .all(db)
        .await?;
    Ok(rows.into_iter().map(stored).collect())
}

/// The newest sealed rows: for trying the keys on.
pub async fn list_newest_sealed(db: &impl Connection, most: u64) -> Result<Vec<Signature>, StorageError> {
    let rows = Entity::find()
        .filter(Column::EmailIndex.is_not_null())
        .order_by_desc(Column::CampaignId)
        .order_by_desc(Column::Id)
        .limit(most);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// Replaces the sealed person and its indexes, under another key.
pub async fn reseal(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
    sealed: Vec<u8>,
    indexes: [Index; 3],
    marks: Marks,
) -> Result<(), StorageError> {
    let [email, name, postal] = indexes.map(|index| index.to_vec());
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(sealed))
        .col_expr(Column::EmailIndex, Expr::value(email))
        .col_expr(Column::NameIndex, Expr::value(name))
        .col_expr(Column::PostalIndex, Expr::value(postal))
        .col_expr(Column::DomainIndex, Expr::value(marks.domain.to_vec()))
        .col_expr(Column::NameMark, Expr::value(marks.name))
        .col_expr(Column::PlaceMark, Expr::value(marks.place))
        .filter(only(campaign, id))
        .exec(db)
        .await?;
    Ok(())
}

/// Signatures that were stored before there were marks.
pub async fn list_unmarked(db: &impl Connection, most: u64) -> Result<Vec<Signature>, StorageError> {
    // The condition of the index `signature_unmarked`, word for word, so that it serves.
    let rows = Entity::find().filter(Expr::cust("name_mark IS NULL AND email_index IS NOT NULL")).limit(most);
    Ok(rows.all(db).await?.into_iter().map(stored).collect())
}

/// Marks one of them, unless its person has left meanwhile.
pub async fn mark(db: &impl Connection, campaign: i32, id: Uuid, marks: Marks) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::DomainIndex, Expr::value(marks.domain.to_vec()))
        .col_expr(Column::NameMark, Expr::value(marks.name))
        .col_expr(Column::PlaceMark, Expr::value(marks.place))
        .filter(only(campaign, id))
        .filter(Column::EmailIndex.is_not_null())
        .exec(db)
        .await?;
    Ok(())
}
