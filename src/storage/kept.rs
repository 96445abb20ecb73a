//! The people of struck-out signatures, kept for a while so that it can be undone.

use entity::decision::{Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::household::Index;
use crate::domain::mark::Marks;
use crate::domain::moment::Moment;

pub(super) fn forgetting() -> sea_orm::UpdateMany<Entity> {
    let nothing = || Expr::value(sea_orm::Value::Bytes(None));
    let none = || Expr::value(sea_orm::Value::SmallInt(None));
    Entity::update_many()
        .col_expr(Column::KeptUntil, Expr::value(sea_orm::Value::BigInt(None)))
        .col_expr(Column::Sealed, nothing())
        .col_expr(Column::EmailIndex, nothing())
        .col_expr(Column::NameIndex, nothing())
        .col_expr(Column::PostalIndex, nothing())
        .col_expr(Column::NetworkIndex, nothing())
        .col_expr(Column::DomainIndex, nothing())
        .col_expr(Column::NameMark, none())
        .col_expr(Column::PlaceMark, none())
}

/// Forgets the people who have been kept for long enough; returns how many.
pub async fn forget(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(forgetting().filter(Column::KeptUntil.lte(now.0)).exec(db).await?.rows_affected)
}

/// How many that would forget.
pub async fn count_to_forget(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(Column::KeptUntil.lte(now.0)).count(db).await?)
}

/// A person who is kept, sealed to the row of their signature.
pub struct Kept {
    pub campaign: i32,
    pub ruling: Uuid,
    pub signature: Uuid,
    pub sealed: Vec<u8>,
    pub until: Option<Moment>,
}

fn kept(row: Model) -> Kept {
    Kept {
        campaign: row.campaign_id,
        ruling: row.ruling_id,
        signature: row.signature_id,
        sealed: row.sealed.unwrap_or_default(),
        until: row.kept_until.map(Moment),
    }
}

/// Those who are kept of some campaigns at an address.
pub async fn list_at(
    db: &impl Connection,
    campaigns: &[i32],
    addresses: &[Index],
) -> Result<Vec<Kept>, StorageError> {
    let rows = Entity::find()
        .filter(Column::KeptUntil.is_not_null())
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::EmailIndex.is_in(addresses.iter().map(|index| index.to_vec())));
    Ok(rows.all(db).await?.into_iter().map(kept).collect())
}

/// The people who are kept, after `after`: for sealing anew under another key.
pub async fn list(
    db: &impl Connection,
    after: (i32, Uuid, Uuid),
    most: u64,
) -> Result<Vec<Kept>, StorageError> {
    let key = || {
        Expr::tuple([
            Expr::col(Column::CampaignId),
            Expr::col(Column::RulingId),
            Expr::col(Column::SignatureId),
        ])
    };
    let (campaign, ruling, signature) = after;
    let start = Expr::tuple([Expr::value(campaign), Expr::value(ruling), Expr::value(signature)]);
    let rows = Entity::find()
        .filter(key().gt(start))
        .filter(Column::Sealed.is_not_null())
        .order_by_asc(Column::CampaignId)
        .order_by_asc(Column::RulingId)
        .order_by_asc(Column::SignatureId)
        .limit(most);
    Ok(rows.all(db).await?.into_iter().map(kept).collect())
}

/// Replaces the sealed person and their indexes, under another key.
pub async fn reseal(
    db: &impl Connection,
    kept: &Kept,
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
        .filter(Column::CampaignId.eq(kept.campaign))
        .filter(Column::RulingId.eq(kept.ruling))
        .filter(Column::SignatureId.eq(kept.signature))
        .exec(db)
        .await?;
    Ok(())
}
