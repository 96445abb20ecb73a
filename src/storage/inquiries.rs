use entity::inquiry::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::household::Index;
use crate::domain::inquiry::{Asked, Checked, Inquiry, Outcome};
use crate::domain::moment::Moment;

fn stored(model: Model) -> Result<Inquiry, StorageError> {
    let damaged = || DbErr::Custom(format!("inquiry {}: an unknown word", model.id));
    let outcome =
        model.outcome.as_deref().map(|word| Outcome::parse(word).ok_or_else(damaged)).transpose()?;
    Ok(Inquiry {
        id: model.id,
        organisation: model.organisation_id,
        number: model.number,
        account: model.account_id,
        asked: Asked::parse(&model.asked).ok_or_else(damaged)?,
        checked: Checked::parse(&model.checked).ok_or_else(damaged)?,
        opened_at: Moment(model.opened_at),
        due_at: Moment(model.due_at),
        done: model.done_at.map(Moment).zip(outcome),
        sealed: model.sealed,
    })
}

/// Adds a case, with the next number of its organisation, whose row the caller holds.
pub async fn insert(db: &impl Connection, new: &Inquiry, email: Index) -> Result<(), StorageError> {
    let model = ActiveModel {
        id: Set(new.id),
        organisation_id: Set(new.organisation),
        number: Set(new.number),
        account_id: Set(new.account),
        asked: Set(new.asked.as_str().to_owned()),
        checked: Set(new.checked.as_str().to_owned()),
        sealed: Set(new.sealed.clone()),
        email_index: Set(Some(email.to_vec())),
        opened_at: Set(new.opened_at.0),
        due_at: Set(new.due_at.0),
        done_at: Set(None),
        outcome: Set(None),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

/// The number that the next case of an organisation gets.
pub async fn next_number(db: &impl Connection, organisation: i32) -> Result<i32, StorageError> {
    let last: Option<i32> = Entity::find()
        .select_only()
        .column(Column::Number)
        .filter(Column::OrganisationId.eq(organisation))
        .order_by_desc(Column::Number)
        .limit(1)
        .into_tuple()
        .one(db)
        .await?;
    Ok(last.unwrap_or(0) + 1)
}

/// The last that an organisation opened.
pub async fn find_last(db: &impl Connection, organisation: i32) -> Result<Option<Inquiry>, StorageError> {
    let its = Entity::find().filter(Column::OrganisationId.eq(organisation));
    its.order_by_desc(Column::Number).limit(1).one(db).await?.map(stored).transpose()
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Inquiry>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(stored).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, id: Uuid) -> Result<Option<Inquiry>, StorageError> {
    let mut found = Entity::find_by_id(id);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(stored).transpose()
}

/// Puts what is sealed anew in its place: whoever asks has said more.
pub async fn put(db: &impl Connection, id: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let model = ActiveModel { id: Set(id), sealed: Set(sealed), ..Default::default() };
    model.update(db).await?;
    Ok(())
}

/// What is still to be answered, the most urgent first.
pub async fn list_open(db: &impl Connection, organisation: i32) -> Result<Vec<Inquiry>, StorageError> {
    let rows = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::DoneAt.is_null())
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Number);
    rows.all(db).await?.into_iter().map(stored).collect()
}

/// What was answered, newest first, of a number below `before` if that is given.
pub async fn list_done(
    db: &impl Connection,
    organisation: i32,
    before: Option<i32>,
    most: u64,
) -> Result<Vec<Inquiry>, StorageError> {
    let mut rows = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::DoneAt.is_not_null())
        .order_by_desc(Column::Number)
        .limit(most);
    if let Some(before) = before {
        rows = rows.filter(Column::Number.lt(before));
    }
    rows.all(db).await?.into_iter().map(stored).collect()
}

/// What somebody asked before.
pub async fn list_of(
    db: &impl Connection,
    organisation: i32,
    addresses: &[Index],
) -> Result<Vec<Inquiry>, StorageError> {
    let rows = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::EmailIndex.is_in(addresses.iter().map(|index| index.to_vec())))
        .order_by_asc(Column::Number);
    rows.all(db).await?.into_iter().map(stored).collect()
}

/// Closes an open case; `false` where it was closed already.
pub async fn close(
    db: &impl Connection,
    id: Uuid,
    outcome: Outcome,
    now: Moment,
) -> Result<bool, StorageError> {
    let done = Entity::update_many()
        .col_expr(Column::DoneAt, Expr::value(now.0))
        .col_expr(Column::Outcome, Expr::value(outcome.as_str()))
        .filter(Column::Id.eq(id))
        .filter(Column::DoneAt.is_null())
        .exec(db)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Cases that were closed before a moment and still tell who asked.
fn told(before: Moment) -> Condition {
    Condition::all().add(Column::DoneAt.lt(before.0)).add(Column::EmailIndex.is_not_null())
}

/// Forgets who asked, where the case was closed before `before`; returns how many. That there was one stays.
pub async fn forget_askers(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    let done = Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()))
        .col_expr(Column::EmailIndex, Expr::value(sea_orm::Value::Bytes(None)))
        .filter(told(before))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}

/// How many that would forget.
pub async fn count_askers(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    use sea_orm::PaginatorTrait;
    Ok(Entity::find().filter(told(before)).count(db).await?)
}

/// The same of one organisation.
pub async fn count_askers_of(
    db: &impl Connection,
    organisation: i32,
    before: Moment,
) -> Result<u64, StorageError> {
    use sea_orm::PaginatorTrait;
    let these = Entity::find().filter(told(before)).filter(Column::OrganisationId.eq(organisation));
    Ok(these.count(db).await?)
}

/// All that tell who asks, kept from others until the transaction ends: for sealing anew under another key.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<Inquiry>, StorageError> {
    let mut all = Entity::find().filter(Column::EmailIndex.is_not_null()).order_by_asc(Column::Id);
    if locks_rows(db) {
        all = all.lock_exclusive();
    }
    all.all(db).await?.into_iter().map(stored).collect()
}

pub async fn reseal(
    db: &impl Connection,
    id: Uuid,
    sealed: Vec<u8>,
    email: Index,
) -> Result<(), StorageError> {
    let model = ActiveModel {
        id: Set(id),
        sealed: Set(sealed),
        email_index: Set(Some(email.to_vec())),
        ..Default::default()
    };
    model.update(db).await?;
    Ok(())
}
