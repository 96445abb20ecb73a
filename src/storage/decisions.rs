//! What rulings changed of signatures, and what those were before.

use std::collections::BTreeMap;

use entity::decision::{Column, Entity, Model};
use entity::signature;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::db::{Connection, MOST_ROWS, StorageError, among, in_fixed_sizes};
use super::kept::forgetting;
use super::signatures::{index, only};
use crate::domain::household::Index;
use crate::domain::judgement::Judgement;
use crate::domain::moment::Moment;
use crate::domain::ruling::Ruling;
use crate::domain::signature::State;

/// What a signature was before a decision about it.
#[derive(Clone, Debug)]
pub struct Before {
    pub signature: Uuid,
    pub number: i32,
    pub at: Moment,
    pub state: State,
    pub confirmed_at: Option<Moment>,
    /// The indexes of its address, its name and its postal code, while its person is kept.
    pub indexes: Option<[Index; 3]>,
}

fn before(model: Model) -> Before {
    let indexes = index(model.email_index).zip(index(model.name_index)).zip(index(model.postal_index));
    Before {
        signature: model.signature_id,
        number: model.number,
        at: Moment(model.at),
        state: State::parse(&model.state).unwrap_or(State::Invalidated),
        confirmed_at: model.confirmed_at.map(Moment),
        indexes: indexes.map(|((email, name), postal)| [email, name, postal]),
    }
}

/// What is kept of every decision, by its column here and in the signature.
const KEPT: [(Column, signature::Column); 4] = [
    (Column::State, signature::Column::State),
    (Column::HoldReason, signature::Column::HoldReason),
    (Column::ConfirmedAt, signature::Column::ConfirmedAt),
    (Column::Place, signature::Column::Place),
];

/// What is kept of the person of one that is struck out.
const PERSON: [(Column, signature::Column); 10] = [
    (Column::Sealed, signature::Column::Sealed),
    (Column::EmailIndex, signature::Column::EmailIndex),
    (Column::NameIndex, signature::Column::NameIndex),
    (Column::PostalIndex, signature::Column::PostalIndex),
    (Column::NetworkIndex, signature::Column::NetworkIndex),
    (Column::DomainIndex, signature::Column::DomainIndex),
    (Column::NameMark, signature::Column::NameMark),
    (Column::PlaceMark, signature::Column::PlaceMark),
    (Column::Display, signature::Column::Display),
    (Column::UpdatesSince, signature::Column::UpdatesSince),
];

/// The next number of the decisions about the signature that is being selected.
fn next_number() -> SelectStatement {
    let same = Expr::col((Entity, Column::CampaignId))
        .equals((signature::Entity, signature::Column::CampaignId))
        .and(Expr::col((Entity, Column::SignatureId)).equals((signature::Entity, signature::Column::Id)));
    Query::select()
        .expr(Expr::cust("COALESCE(MAX(\"decision\".\"number\"), 0) + 1"))
        .from(Entity)
        .and_where(same)
        .take()
}

/// Writes down what these signatures are before the ruling changes them. The person of one that is struck out is kept until
/// `kept_until`, that of an unconfirmed one no longer than it would have been.
pub async fn insert(
    db: &impl Connection,
    ruling: &Ruling,
    ids: Vec<Uuid>,
    kept_until: Moment,
) -> Result<(), StorageError> {
    let with_person = ruling.judgement == Judgement::Invalidate;
    let person = PERSON.iter().filter(|_| with_person);
    let kept: Vec<_> = KEPT.iter().chain(person).copied().collect();
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        let mut select = Query::select();
        select
            .column((signature::Entity, signature::Column::CampaignId))
            .expr(Expr::value(ruling.id))
            .column((signature::Entity, signature::Column::Id))
            .expr(Expr::from(next_number()))
            .expr(Expr::value(ruling.at.0));
        let mut columns =
            vec![Column::CampaignId, Column::RulingId, Column::SignatureId, Column::Number, Column::At];
        for (here, there) in &kept {
            columns.push(*here);
            select.column((signature::Entity, *there));
        }
        if with_person {
            columns.push(Column::KeptUntil);
            select.expr(Expr::cust(format!(
                "CASE WHEN state = 'pending' AND expires_at < {0} THEN expires_at ELSE {0} END",
                kept_until.0
            )));
        }
        select
            .from(signature::Entity)
            .and_where(signature::Column::CampaignId.eq(ruling.campaign))
            .and_where(among(db, signature::Column::Id, some));
        let mut insert = Query::insert();
        insert.into_table(Entity).columns(columns);
        insert.select_from(select).map_err(|error| sea_orm::DbErr::Custom(error.to_string()))?;
        db.execute(&insert).await?;
    }
    Ok(())
}

/// The last decision that stands about each of these signatures: its number and when it was made.
pub async fn latest(
    db: &impl Connection,
    campaign: i32,
    ids: Vec<Uuid>,
) -> Result<BTreeMap<Uuid, (i32, Moment)>, StorageError> {
    let mut latest = BTreeMap::new();
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        let rows: Vec<(Uuid, i32, i64)> = Entity::find()
            .select_only()
            .columns([Column::SignatureId, Column::Number, Column::At])
            .filter(Column::CampaignId.eq(campaign))
            .filter(among(db, Column::SignatureId, some))
            .filter(Column::UndoneAt.is_null())
            .order_by_asc(Column::Number)
            .into_tuple()
            .all(db)
            .await?;
        latest.extend(rows.into_iter().map(|(id, number, at)| (id, (number, Moment(at)))));
    }
    Ok(latest)
}

/// What a ruling changed and nobody has undone, in the order of the signatures, after `after`.
pub async fn list(
    db: &impl Connection,
    ruling: &Ruling,
    after: Uuid,
    most: u64,
) -> Result<Vec<Before>, StorageError> {
    let rows = Entity::find()
        .filter(Column::CampaignId.eq(ruling.campaign))
        .filter(Column::RulingId.eq(ruling.id))
        .filter(Column::SignatureId.gt(after))
        .filter(Column::UndoneAt.is_null())
        .order_by_asc(Column::SignatureId)
        .limit(most);
    Ok(rows.all(db).await?.into_iter().map(before).collect())
}

/// The rulings about one signature, oldest first, and when each was undone.
pub async fn list_of(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
) -> Result<Vec<(Uuid, Option<Moment>)>, StorageError> {
    let rows: Vec<(Uuid, Option<i64>)> = Entity::find()
        .select_only()
        .columns([Column::RulingId, Column::UndoneAt])
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::SignatureId.eq(id))
        .order_by_asc(Column::Number)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(ruling, undone)| (ruling, undone.map(Moment))).collect())
}

/// Marks decisions as undone; what was kept of people goes with it, since their signatures have it again.
pub async fn end(
    db: &impl Connection,
    ruling: &Ruling,
    ids: Vec<Uuid>,
    now: Moment,
) -> Result<(), StorageError> {
    for some in in_fixed_sizes(ids, MOST_ROWS) {
        forgetting()
            .col_expr(Column::UndoneAt, Expr::value(now.0))
            .filter(Column::CampaignId.eq(ruling.campaign))
            .filter(Column::RulingId.eq(ruling.id))
            .filter(among(db, Column::SignatureId, some))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Deletes all that was decided about a signature, with what is kept of its person.
pub async fn delete_of(db: &impl Connection, campaign: i32, id: Uuid) -> Result<(), StorageError> {
    let of = Column::CampaignId.eq(campaign).and(Column::SignatureId.eq(id));
    Entity::delete_many().filter(of).exec(db).await?;
    Ok(())
}

/// The signature whose person is kept by one of these decisions, as it stands.
pub(super) fn of(ruling: &Ruling, column: Column) -> SelectStatement {
    let same = Expr::col((Entity, Column::SignatureId)).equals((signature::Entity, signature::Column::Id));
    Query::select()
        .column((Entity, column))
        .from(Entity)
        .and_where(Column::CampaignId.eq(ruling.campaign))
        .and_where(Column::RulingId.eq(ruling.id))
        .and_where(same)
        .take()
}

/// A signature gets back what it was before: of the counted ones their place, of the struck-out ones their person too.
pub async fn restore(
    db: &impl Connection,
    ruling: &Ruling,
    id: Uuid,
    slot: Option<i16>,
) -> Result<bool, StorageError> {
    let mut update = signature::Entity::update_many();
    for (here, there) in KEPT {
        update = update.col_expr(there, Expr::from(of(ruling, here)));
    }
    if let Some(slot) = slot {
        for (here, there) in PERSON {
            update = update.col_expr(there, Expr::from(of(ruling, here)));
        }
        update = update
            .col_expr(signature::Column::Slot, Expr::value(slot))
            .col_expr(signature::Column::EndedAt, Expr::value(sea_orm::Value::BigInt(None)));
    }
    let done = update
        .filter(only(ruling.campaign, id))
        .filter(signature::Column::State.eq(ruling.judgement.leads_to().as_str()))
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}
