use entity::message::{ActiveModel, Column, Entity, Model};
use entity::message_answer as answer;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set,
};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::household::Index;
use crate::domain::lang::Lang;
use crate::domain::message::{Received, Sent, State};
use crate::domain::moment::Moment;

fn received(model: Model) -> Result<Received, StorageError> {
    let damaged = || DbErr::Custom(format!("message {}: damaged", model.id));
    Ok(Received {
        id: model.id,
        campaign: model.campaign_id,
        state: State::parse(&model.state).ok_or_else(damaged)?,
        lang: model.lang.parse().unwrap_or(Lang::En),
        sealed: model.sealed,
        email_index: model.email_index.try_into().map_err(|_| DbErr::Custom("an index".into()))?,
        note: model.note,
        revision: model.revision,
        created_at: Moment(model.created_at),
    })
}

fn active(one: &Received) -> ActiveModel {
    ActiveModel {
        id: Set(one.id),
        campaign_id: Set(one.campaign),
        state: Set(one.state.as_str().to_owned()),
        lang: Set(one.lang.code().to_owned()),
        sealed: Set(one.sealed.clone()),
        email_index: Set(one.email_index.to_vec()),
        note: Set(one.note.clone()),
        revision: Set(one.revision),
        created_at: Set(one.created_at.0),
    }
}

pub async fn insert(db: &impl Connection, one: &Received) -> Result<(), StorageError> {
    Entity::insert(active(one)).exec_without_returning(db).await?;
    Ok(())
}

/// Writes a row that was read by [`find_to_change`] in the same transaction.
pub async fn save(db: &impl Connection, one: &Received) -> Result<(), StorageError> {
    active(one).update(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Received>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(received).transpose()
}

/// The row, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, id: Uuid) -> Result<Option<Received>, StorageError> {
    let mut found = Entity::find_by_id(id);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(received).transpose()
}

/// A page of the inbox of these campaigns, newest first, older than `before`.
pub async fn list(
    db: &impl Connection,
    campaigns: &[i32],
    state: State,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<Received>, StorageError> {
    let mut these = Entity::find()
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::State.eq(state.as_str()));
    if let Some(before) = before {
        these = these.filter(Column::Id.lt(before));
    }
    let page = these.order_by_desc(Column::Id).limit(most);
    page.all(db).await?.into_iter().map(received).collect()
}

/// How many there are in a state.
pub async fn count_in(db: &impl Connection, campaigns: &[i32], state: State) -> Result<u64, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::State.eq(state.as_str()));
    Ok(these.count(db).await?)
}

/// Everything that was written from an address about these campaigns, oldest first.
pub async fn list_from(
    db: &impl Connection,
    campaigns: &[i32],
    addresses: &[Index],
) -> Result<Vec<Received>, StorageError> {
    let these = Entity::find()
        .filter(Column::CampaignId.is_in(campaigns.iter().copied()))
        .filter(Column::EmailIndex.is_in(addresses.iter().map(|index| index.to_vec())));
    these.order_by_asc(Column::Id).all(db).await?.into_iter().map(received).collect()
}

/// Deletes a message and its answers.
pub async fn delete(db: &impl Connection, id: Uuid) -> Result<(), StorageError> {
    answer::Entity::delete_many().filter(answer::Column::MessageId.eq(id)).exec(db).await?;
    Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

pub async fn insert_answer(db: &impl Connection, sent: &Sent) -> Result<(), StorageError> {
    let model = answer::ActiveModel {
        id: Set(sent.id),
        message_id: Set(sent.message),
        sealed: Set(sent.sealed.clone()),
        account_id: Set(sent.account),
        created_at: Set(sent.created_at.0),
    };
    answer::Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

fn sent(model: answer::Model) -> Sent {
    Sent {
        id: model.id,
        message: model.message_id,
        sealed: model.sealed,
        account: model.account_id,
        created_at: Moment(model.created_at),
    }
}

pub async fn find_answer(db: &impl Connection, id: Uuid) -> Result<Option<Sent>, StorageError> {
    Ok(answer::Entity::find_by_id(id).one(db).await?.map(sent))
}

/// The answers to a message, oldest first.
pub async fn list_answers(db: &impl Connection, message: Uuid) -> Result<Vec<Sent>, StorageError> {
    let these = answer::Entity::find().filter(answer::Column::MessageId.eq(message));
    Ok(these.order_by_asc(answer::Column::Id).all(db).await?.into_iter().map(sent).collect())
}

/// Deletes what came before `before`, answered or not, with the answers.
pub async fn purge(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    let old = Entity::find().select_only().column(Column::Id).filter(Column::CreatedAt.lt(before.0));
    let of_old = answer::Column::MessageId.in_subquery(old.into_query());
    answer::Entity::delete_many().filter(of_old).exec(db).await?;
    Ok(Entity::delete_many().filter(Column::CreatedAt.lt(before.0)).exec(db).await?.rows_affected)
}

/// How many that would delete.
pub async fn count_old(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::find().filter(Column::CreatedAt.lt(before.0)).count(db).await?)
}

/// All of them: for sealing anew under another key.
pub async fn list_all(db: &impl Connection) -> Result<Vec<Received>, StorageError> {
    Entity::find().all(db).await?.into_iter().map(received).collect()
}

pub async fn reseal_answer(db: &impl Connection, id: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let update = answer::Entity::update_many().col_expr(answer::Column::Sealed, Expr::value(sealed));
    update.filter(answer::Column::Id.eq(id)).exec(db).await?;
    Ok(())
}
