use entity::account::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::account::Account;
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::role::Role;

/// An account as it is stored.
pub struct Stored {
    pub account: Account,
    pub sealed: Vec<u8>,
    /// In PHC form.
    pub password_hash: String,
}

fn stored(model: Model) -> Result<Stored, StorageError> {
    let role = Role::parse(&model.role)
        .ok_or_else(|| DbErr::Custom(format!("account {}: unknown role", model.id)))?;
    let account = Account {
        id: model.id,
        organisation: model.organisation_id,
        role,
        created_at: Moment(model.created_at),
        disabled_at: model.disabled_at.map(Moment),
    };
    Ok(Stored { account, sealed: model.sealed, password_hash: model.password_hash })
}

/// Adds an account; `false` where its address has one.
pub async fn insert(db: &impl Connection, new: Stored, email: Index) -> Result<bool, StorageError> {
    if find_by_email(db, email).await?.is_some() {
        return Ok(false);
    }
    let Stored { account, sealed, password_hash } = new;
    let model = ActiveModel {
        id: Set(account.id),
        organisation_id: Set(account.organisation),
        sealed: Set(sealed),
        email_index: Set(email.to_vec()),
        role: Set(account.role.as_str().to_owned()),
        password_hash: Set(password_hash),
        created_at: Set(account.created_at.0),
        disabled_at: Set(account.disabled_at.map(|at| at.0)),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(true)
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Stored>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(stored).transpose()
}

/// For whom an account works.
pub async fn find_organisation(db: &impl Connection, id: Uuid) -> Result<Option<i32>, StorageError> {
    let row = Entity::find_by_id(id).select_only().column(Column::OrganisationId);
    Ok(row.into_tuple().one(db).await?)
}

/// The account of an address.
pub async fn find_by_email(db: &impl Connection, email: Index) -> Result<Option<Stored>, StorageError> {
    Entity::find().filter(Column::EmailIndex.eq(email.to_vec())).one(db).await?.map(stored).transpose()
}

/// All of them, or those of one organisation, in the order in which they came.
pub async fn list(db: &impl Connection, organisation: Option<i32>) -> Result<Vec<Stored>, StorageError> {
    let mut all = Entity::find().order_by_asc(Column::Id);
    if let Some(organisation) = organisation {
        all = all.filter(Column::OrganisationId.eq(organisation));
    }
    all.all(db).await?.into_iter().map(stored).collect()
}

/// Some of them: for trying the keys on.
pub async fn list_some(db: &impl Connection, most: u64) -> Result<Vec<Stored>, StorageError> {
    Entity::find().limit(most).all(db).await?.into_iter().map(stored).collect()
}

/// All of them, kept from others until the transaction ends: for sealing anew under another key.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<Stored>, StorageError> {
    let mut all = Entity::find().order_by_asc(Column::Id);
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
        email_index: Set(email.to_vec()),
        ..Default::default()
    };
    model.update(db).await?;
    Ok(())
}

pub async fn set_password(db: &impl Connection, id: Uuid, hash: String) -> Result<(), StorageError> {
    let model = ActiveModel { id: Set(id), password_hash: Set(hash), ..Default::default() };
    model.update(db).await?;
    Ok(())
}

pub async fn set_role(db: &impl Connection, id: Uuid, role: Role) -> Result<(), StorageError> {
    let model = ActiveModel { id: Set(id), role: Set(role.as_str().to_owned()), ..Default::default() };
    model.update(db).await?;
    Ok(())
}

/// Shuts an account from a moment on, or opens it again.
pub async fn set_disabled(db: &impl Connection, id: Uuid, since: Option<Moment>) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::DisabledAt, Expr::value(since.map(|at| at.0)))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}
