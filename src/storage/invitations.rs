//! Who is invited to work for an organisation.

use entity::invitation::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::household::Index;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::role::Role;

/// An invitation as it is stored.
pub struct Invitation {
    pub id: Uuid,
    pub organisation: i32,
    pub sealed: Vec<u8>,
    pub role: Role,
    pub lang: Lang,
    pub invited_at: Moment,
    pub expires_at: Moment,
}

fn invitation(model: Model) -> Result<Invitation, StorageError> {
    let role = Role::parse(&model.role)
        .ok_or_else(|| DbErr::Custom(format!("invitation {}: unknown role", model.id)))?;
    Ok(Invitation {
        id: model.id,
        organisation: model.organisation_id,
        sealed: model.sealed,
        role,
        lang: model.lang.parse().unwrap_or(Lang::En),
        invited_at: Moment(model.invited_at),
        expires_at: Moment(model.expires_at),
    })
}

pub async fn insert(db: &impl Connection, new: Invitation, email: Index) -> Result<(), StorageError> {
    let model = ActiveModel {
        id: Set(new.id),
        organisation_id: Set(new.organisation),
        sealed: Set(new.sealed),
        email_index: Set(email.to_vec()),
        role: Set(new.role.as_str().to_owned()),
        lang: Set(new.lang.code().to_owned()),
        invited_at: Set(new.invited_at.0),
        expires_at: Set(new.expires_at.0),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Invitation>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(invitation).transpose()
}

/// Those of an organisation, newest first.
pub async fn list(db: &impl Connection, organisation: i32) -> Result<Vec<Invitation>, StorageError> {
    let all = Entity::find().filter(Column::OrganisationId.eq(organisation)).order_by_desc(Column::Id);
    all.all(db).await?.into_iter().map(invitation).collect()
}

/// Whether an address is invited by an organisation already.
pub async fn is_invited(db: &impl Connection, organisation: i32, email: Index) -> Result<bool, StorageError> {
    let found = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::EmailIndex.eq(email.to_vec()));
    Ok(found.one(db).await?.is_some())
}

/// The open invitations of an address by an organisation.
pub async fn list_at(
    db: &impl Connection,
    organisation: i32,
    email: Index,
) -> Result<Vec<Invitation>, StorageError> {
    let found = Entity::find()
        .filter(Column::OrganisationId.eq(organisation))
        .filter(Column::EmailIndex.eq(email.to_vec()));
    found.all(db).await?.into_iter().map(invitation).collect()
}

/// It was sent again: it holds for longer.
pub async fn prolong(db: &impl Connection, id: Uuid, expires_at: Moment) -> Result<bool, StorageError> {
    let update = Entity::update_many().col_expr(Column::ExpiresAt, Expr::value(expires_at.0));
    Ok(update.filter(Column::Id.eq(id)).exec(db).await?.rows_affected > 0)
}

/// Takes it away; whether it was there.
pub async fn delete(db: &impl Connection, id: Uuid) -> Result<bool, StorageError> {
    Ok(Entity::delete_by_id(id).exec(db).await?.rows_affected > 0)
}

/// All of them, kept from others until the transaction ends: for sealing anew under another key.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<Invitation>, StorageError> {
    let mut all = Entity::find().order_by_asc(Column::Id);
    if locks_rows(db) {
        all = all.lock_exclusive();
    }
    all.all(db).await?.into_iter().map(invitation).collect()
}

pub async fn reseal(
    db: &impl Connection,
    id: Uuid,
    sealed: Vec<u8>,
    email: Index,
) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(sealed))
        .col_expr(Column::EmailIndex, Expr::value(email.to_vec()))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Forgets those that have lapsed.
pub async fn purge_ended(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::ExpiresAt.lte(before.0)).exec(db).await?.rows_affected)
}
