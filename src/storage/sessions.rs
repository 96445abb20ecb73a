use entity::session::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::moment::Moment;
use crate::domain::session::{Session, TokenHash};

impl From<Model> for Session {
    fn from(model: Model) -> Self {
        Self {
            id: model.id,
            account: model.account_id,
            device: model.device,
            created_at: Moment(model.created_at),
            seen_at: Moment(model.seen_at),
            expires_at: Moment(model.expires_at),
            proved_at: Moment(model.proved_at),
            awaits_code: model.awaits_code,
        }
    }
}

pub async fn insert(db: &impl Connection, hash: TokenHash, session: &Session) -> Result<(), StorageError> {
    let model = ActiveModel {
        hash: Set(hash.to_vec()),
        id: Set(session.id),
        account_id: Set(session.account),
        device: Set(session.device.clone()),
        created_at: Set(session.created_at.0),
        seen_at: Set(session.seen_at.0),
        expires_at: Set(session.expires_at.0),
        proved_at: Set(session.proved_at.0),
        awaits_code: Set(session.awaits_code),
        tries: Set(0),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

/// The session of a token, whether it still runs or not.
pub async fn find(db: &impl Connection, hash: TokenHash) -> Result<Option<Session>, StorageError> {
    Ok(Entity::find_by_id(hash.to_vec()).one(db).await?.map(Session::from))
}

/// The session with an id, whosever it is.
pub async fn find_by_id(db: &impl Connection, id: Uuid) -> Result<Option<Session>, StorageError> {
    Ok(Entity::find().filter(Column::Id.eq(id)).one(db).await?.map(Session::from))
}

/// What runs of an account, the one last used first.
pub async fn list(db: &impl Connection, account: Uuid, now: Moment) -> Result<Vec<Session>, StorageError> {
    let running = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::ExpiresAt.gt(now.0))
        .filter(Column::AwaitsCode.eq(false))
        .order_by_desc(Column::SeenAt)
        .order_by_desc(Column::Id);
    Ok(running.all(db).await?.into_iter().map(Session::from).collect())
}

/// It was used: it ends later.
pub async fn see(
    db: &impl Connection,
    hash: TokenHash,
    now: Moment,
    expires_at: Moment,
) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::SeenAt, Expr::value(now.0))
        .col_expr(Column::ExpiresAt, Expr::value(expires_at.0))
        .filter(Column::Hash.eq(hash.to_vec()))
        .exec(db)
        .await?;
    Ok(())
}

/// Whoever is logged in has proved again who they are.
pub async fn prove(db: &impl Connection, id: Uuid, now: Moment) -> Result<(), StorageError> {
    let update = Entity::update_many().col_expr(Column::ProvedAt, Expr::value(now.0));
    update.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}

/// Counts a code that the second step of a login is tried with; the how-manieth that is. None where nobody waits for it.
pub async fn try_code(db: &impl Connection, hash: TokenHash) -> Result<Option<i16>, StorageError> {
    Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Hash.eq(hash.to_vec()))
        .exec(db)
        .await?;
    let tries = Entity::find_by_id(hash.to_vec()).select_only().column(Column::Tries);
    Ok(tries.into_tuple().one(db).await?)
}

/// Ends all sessions of all accounts; returns how many.
pub async fn delete_all(db: &impl Connection) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().exec(db).await?.rows_affected)
}

/// Ends the session of a token; whether there was one.
pub async fn delete(db: &impl Connection, hash: TokenHash) -> Result<bool, StorageError> {
    Ok(Entity::delete_by_id(hash.to_vec()).exec(db).await?.rows_affected > 0)
}

/// Ends one session of an account; whether there was one.
pub async fn delete_one(db: &impl Connection, account: Uuid, id: Uuid) -> Result<bool, StorageError> {
    let its = Column::AccountId.eq(account);
    let done = Entity::delete_many().filter(its).filter(Column::Id.eq(id)).exec(db).await?;
    Ok(done.rows_affected > 0)
}

/// Ends all sessions of an account but one; returns how many.
pub async fn delete_others(
    db: &impl Connection,
    account: Uuid,
    but: Option<Uuid>,
) -> Result<u64, StorageError> {
    let mut these = Entity::delete_many().filter(Column::AccountId.eq(account));
    if let Some(but) = but {
        these = these.filter(Column::Id.ne(but));
    }
    Ok(these.exec(db).await?.rows_affected)
}

pub async fn purge_ended(db: &impl Connection, now: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::ExpiresAt.lte(now.0)).exec(db).await?.rows_affected)
}
