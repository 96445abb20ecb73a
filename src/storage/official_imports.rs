use entity::official_import::{ActiveModel, Column, Entity, Model};
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::moment::Moment;

/// How far a list has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Uploaded,
    Applied,
    Undone,
}

impl Stage {
    const ALL: [Self; 3] = [Self::Uploaded, Self::Applied, Self::Undone];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Uploaded => "uploaded",
            Self::Applied => "applied",
            Self::Undone => "undone",
        }
    }
}

/// A list that was uploaded.
#[derive(Clone, Debug)]
pub struct Import {
    pub id: Uuid,
    pub organisation: i32,
    pub account: Uuid,
    pub stage: Stage,
    /// JSON: the list, or what undoes its import.
    content: String,
    pub added: i32,
    pub changed: i32,
    pub created_at: Moment,
}

impl Import {
    pub fn new<T: Serialize>(id: Uuid, (organisation, account): (i32, Uuid), list: &T, now: Moment) -> Self {
        let content = serde_json::to_string(list).expect("a list is plain strings");
        Self {
            id,
            organisation,
            account,
            stage: Stage::Uploaded,
            content,
            added: 0,
            changed: 0,
            created_at: now,
        }
    }

    /// The list, or what undoes its import, whichever the stage says.
    pub fn content<T: DeserializeOwned>(&self) -> Result<T, StorageError> {
        let damaged = |error: serde_json::Error| DbErr::Custom(format!("import {}: {error}", self.id));
        Ok(serde_json::from_str(&self.content).map_err(damaged)?)
    }

    /// Goes on to another stage, with what undoes it.
    #[must_use]
    pub fn goes_on<T: Serialize>(self, stage: Stage, content: &T) -> Self {
        let content = serde_json::to_string(content).expect("officials are plain strings");
        Self { stage, content, ..self }
    }
}

fn import(model: Model) -> Result<Import, StorageError> {
    let stage = Stage::ALL.into_iter().find(|stage| stage.as_str() == model.state);
    let stage = stage.ok_or_else(|| DbErr::Custom(format!("import {}: unknown state", model.id)))?;
    Ok(Import {
        id: model.id,
        organisation: model.organisation_id,
        account: model.account_id,
        stage,
        content: model.content,
        added: model.added,
        changed: model.changed,
        created_at: Moment(model.created_at),
    })
}

fn columns(import: &Import) -> ActiveModel {
    ActiveModel {
        id: Set(import.id),
        organisation_id: Set(import.organisation),
        account_id: Set(import.account),
        state: Set(import.stage.as_str().to_owned()),
        content: Set(import.content.clone()),
        added: Set(import.added),
        changed: Set(import.changed),
        created_at: Set(import.created_at.0),
    }
}

pub async fn insert(db: &impl Connection, new: &Import) -> Result<(), StorageError> {
    Entity::insert(columns(new)).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Import>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(import).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, id: Uuid) -> Result<Option<Import>, StorageError> {
    let mut found = Entity::find_by_id(id);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(import).transpose()
}

pub async fn update(db: &impl Connection, import: &Import) -> Result<(), StorageError> {
    columns(import).update(db).await?;
    Ok(())
}

/// An organisation's latest that were imported, without what is in them.
pub async fn list_done(
    db: &impl Connection,
    organisation: i32,
    most: u64,
) -> Result<Vec<Import>, StorageError> {
    let done = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::State.ne(Stage::Uploaded.as_str()))
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(most);
    done.all(db).await?.into_iter().map(import).collect()
}

/// Deletes lists that were uploaded before a moment and never imported.
pub async fn purge_left(db: &impl Connection, before: Moment) -> Result<(), StorageError> {
    Entity::delete_many()
        .filter(Column::State.eq(Stage::Uploaded.as_str()))
        .filter(Column::CreatedAt.lt(before.0))
        .exec(db)
        .await?;
    Ok(())
}
