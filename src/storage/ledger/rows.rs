//! The rows of signature sheets.

use std::collections::BTreeMap;

use entity::sheet_row::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use super::{Of, wrong};
use crate::domain::household::Index;
use crate::domain::ledger::row::{Because, Row, State};
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes, locks_rows};

/// By what a row is found: the name, and the name together with the postal code; neither where it could not be read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Indexes {
    pub name: Option<Index>,
    pub person: Option<Index>,
}

pub(super) fn stored(model: Model) -> Result<Row, StorageError> {
    Ok(Row {
        id: model.id,
        batch: model.batch,
        sheet: model.sheet,
        place: model.place,
        state: State::parse(&model.state).ok_or_else(|| wrong("unknown state of a row"))?,
        because: Because::parse(&model.because),
        sealed: model.sealed,
        typed_by: model.typed_by,
        typed_at: Moment(model.typed_at),
        decided_by: model.decided_by,
    })
}

fn of((campaign, batch): Of) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Batch.eq(batch))
}

const fn because(because: Option<Because>) -> &'static str {
    match because {
        Some(because) => because.as_str(),
        None => "",
    }
}

pub(super) fn bytes(index: Option<Index>) -> Option<Vec<u8>> {
    index.map(|index| index.to_vec())
}

fn model(campaign: i32, (row, indexes): (Row, Indexes)) -> ActiveModel {
    ActiveModel {
        id: Set(row.id),
        campaign_id: Set(campaign),
        batch: Set(row.batch),
        sheet: Set(row.sheet),
        place: Set(row.place),
        state: Set(row.state.as_str().to_owned()),
        because: Set(because(row.because).to_owned()),
        sealed: Set(row.sealed),
        name_index: Set(bytes(indexes.name)),
        person_index: Set(bytes(indexes.person)),
        typed_by: Set(row.typed_by),
        typed_at: Set(row.typed_at.0),
        decided_by: Set(row.decided_by),
    }
}

/// Writes rows down, each with what it is found by.
pub async fn insert(
    db: &impl Connection,
    campaign: i32,
    rows: Vec<(Row, Indexes)>,
) -> Result<(), StorageError> {
    for some in in_fixed_sizes(rows, MOST_ROWS) {
        let models = some.into_iter().map(|row| model(campaign, row));
        Entity::insert_many(models).exec_without_returning(db).await?;
    }
    Ok(())
}

/// A row goes, as if it had not been typed.
pub async fn delete(db: &impl Connection, id: Uuid) -> Result<(), StorageError> {
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// The rows of a sheet in their order.
pub async fn list(db: &impl Connection, batch: Of, sheet: i32) -> Result<Vec<Row>, StorageError> {
    let rows = Entity::find().filter(of(batch)).filter(Column::Sheet.eq(sheet));
    rows.order_by_asc(Column::Place).all(db).await?.into_iter().map(stored).collect()
}

/// One of them, kept from others until the transaction ends.
pub async fn find_to_change(
    db: &impl Connection,
    batch: Of,
    (sheet, place): (i32, i32),
) -> Result<Option<Row>, StorageError> {
    let mut rows =
        Entity::find().filter(of(batch)).filter(Column::Sheet.eq(sheet)).filter(Column::Place.eq(place));
    if locks_rows(db) {
        rows = rows.lock_exclusive();
    }
    rows.one(db).await?.map(stored).transpose()
}

pub async fn find(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<Row>, StorageError> {
    let row = Entity::find_by_id(id).filter(Column::CampaignId.eq(campaign)).one(db).await?;
    row.map(stored).transpose()
}

/// Those of a campaign in a state, after one, by batch, sheet and place.
pub async fn list_in(
    db: &impl Connection,
    campaign: i32,
    state: State,
    most: u64,
) -> Result<Vec<Row>, StorageError> {
    let rows = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::State.eq(state.as_str()))
        .order_by_asc(Column::Batch)
        .order_by_asc(Column::Sheet)
        .order_by_asc(Column::Place)
        .limit(most);
    rows.all(db).await?.into_iter().map(stored).collect()
}

/// Those of a campaign about which the rules decided, after a spot, kept from others until the transaction ends.
pub async fn list_to_check(
    db: &impl Connection,
    campaign: i32,
    after: Spot,
    most: u64,
) -> Result<Vec<Row>, StorageError> {
    let mut rows = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::DecidedBy.is_null())
        .filter(Column::PersonIndex.is_not_null())
        .filter(beside(after, |column, value| column.gt(value)))
        .order_by_asc(Column::Batch)
        .order_by_asc(Column::Sheet)
        .order_by_asc(Column::Place)
        .limit(most);
    if locks_rows(db) {
        rows = rows.lock_exclusive();
    }
    rows.all(db).await?.into_iter().map(stored).collect()
}

/// Where a row is in its campaign: batch, sheet, place.
pub type Spot = (i32, i32, i32);

/// Among which rows somebody is looked for.
#[derive(Clone, Copy, Debug)]
pub enum Among {
    All,
    /// All but this one.
    Others(Uuid),
    /// Those before this one.
    Before(Spot),
}

/// The rows on one side of a spot.
fn beside((batch, sheet, place): Spot, is: fn(Column, i32) -> Expr) -> Condition {
    let at = |column: Column, value: i32| column.eq(value);
    Condition::any()
        .add(is(Column::Batch, batch))
        .add(Condition::all().add(at(Column::Batch, batch)).add(is(Column::Sheet, sheet)))
        .add(
            Condition::all()
                .add(at(Column::Batch, batch))
                .add(at(Column::Sheet, sheet))
                .add(is(Column::Place, place)),
        )
}

/// Whether the same person stands on a row of the campaign that counts or may yet.
pub async fn is_known(
    db: &impl Connection,
    campaign: i32,
    person: Index,
    among: Among,
) -> Result<bool, StorageError> {
    let rows = Entity::find()
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::PersonIndex.eq(person.to_vec()))
        .filter(Column::State.is_in([State::Stands, State::Doubtful].map(State::as_str)));
    let rows = match among {
        Among::All => rows,
        Among::Others(id) => rows.filter(Column::Id.ne(id)),
        Among::Before(spot) => rows.filter(beside(spot, |column, value| column.lt(value))),
    };
    Ok(rows.count(db).await? > 0)
}

/// How many rows of each sheet of a campaign are in which state: batch, sheet, state, how many.
pub async fn count_states(
    db: &impl Connection,
    campaign: i32,
) -> Result<Vec<(i32, i32, State, i64)>, StorageError> {
    let rows: Vec<(i32, i32, String, i64)> = Entity::find()
        .select_only()
        .columns([Column::Batch, Column::Sheet, Column::State])
        .column_as(Column::Id.count(), "many")
        .filter(Column::CampaignId.eq(campaign))
        .group_by(Column::Batch)
        .group_by(Column::Sheet)
        .group_by(Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let read = |(batch, sheet, state, many): (i32, i32, String, i64)| {
        Ok((batch, sheet, State::parse(&state).ok_or_else(|| wrong("unknown state of a row"))?, many))
    };
    rows.into_iter().map(read).collect()
}

/// How many rows of each batch of a campaign were typed in, and how many of them do not stand.
pub async fn count_fallen(
    db: &impl Connection,
    campaign: i32,
) -> Result<BTreeMap<i32, (i64, i64)>, StorageError> {
    let mut counts: BTreeMap<i32, (i64, i64)> = BTreeMap::new();
    for (batch, _, state, many) in count_states(db, campaign).await? {
        let (typed, fallen) = counts.entry(batch).or_default();
        *typed += many;
        *fallen += many * state.fallen();
    }
    Ok(counts)
}

/// How many rows of a batch were typed in.
pub async fn count(db: &impl Connection, batch: Of) -> Result<i64, StorageError> {
    let rows = Entity::find().filter(of(batch)).count(db).await?;
    Ok(i64::try_from(rows).unwrap_or(i64::MAX))
}

/// Writes down whether a row counts.
pub async fn decide(
    db: &impl Connection,
    id: Uuid,
    (state, why): (State, Option<Because>),
    by: Option<Uuid>,
) -> Result<(), StorageError> {
    let row = Entity::update_many()
        .col_expr(Column::State, Expr::value(state.as_str()))
        .col_expr(Column::Because, Expr::value(because(why)))
        .col_expr(Column::DecidedBy, Expr::value(by));
    row.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}
