//! Second factors, and the codes that take their place once.

use std::collections::HashSet;

use entity::{recovery_code, second_factor};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::factor::RecoveryHash;
use crate::domain::moment::Moment;

/// A second factor as it is stored.
pub struct Factor {
    pub account: Uuid,
    pub sealed: Vec<u8>,
    pub enrolled_at: Moment,
    /// The last step whose code was taken.
    pub last_step: i64,
}

impl From<second_factor::Model> for Factor {
    fn from(model: second_factor::Model) -> Self {
        let second_factor::Model { account_id, sealed, enrolled_at, last_step } = model;
        Self { account: account_id, sealed, enrolled_at: Moment(enrolled_at), last_step }
    }
}

pub async fn find(db: &impl Connection, account: Uuid) -> Result<Option<Factor>, StorageError> {
    Ok(second_factor::Entity::find_by_id(account).one(db).await?.map(Factor::from))
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, account: Uuid) -> Result<Option<Factor>, StorageError> {
    let mut found = second_factor::Entity::find_by_id(account);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.map(Factor::from))
}

/// Which of these accounts have one.
pub async fn list_enrolled(db: &impl Connection, accounts: Vec<Uuid>) -> Result<HashSet<Uuid>, StorageError> {
    let rows = second_factor::Entity::find()
        .select_only()
        .column(second_factor::Column::AccountId)
        .filter(second_factor::Column::AccountId.is_in(accounts));
    let ids: Vec<Uuid> = rows.into_tuple().all(db).await?;
    Ok(ids.into_iter().collect())
}

/// Gives an account a second factor; fails where it has one.
pub async fn insert(db: &impl Connection, factor: Factor) -> Result<(), StorageError> {
    let model = second_factor::ActiveModel {
        account_id: Set(factor.account),
        sealed: Set(factor.sealed),
        enrolled_at: Set(factor.enrolled_at.0),
        last_step: Set(factor.last_step),
    };
    second_factor::Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

/// Takes the code of a step; whether neither it nor a later one was taken before.
pub async fn take_step(db: &impl Connection, account: Uuid, step: i64) -> Result<bool, StorageError> {
    let update = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::LastStep, Expr::value(step))
        .filter(second_factor::Column::AccountId.eq(account))
        .filter(second_factor::Column::LastStep.lt(step));
    Ok(update.exec(db).await?.rows_affected > 0)
}

/// Takes the second factor away, and its recovery codes; whether there was one.
pub async fn delete(db: &impl Connection, account: Uuid) -> Result<bool, StorageError> {
    replace_codes(db, account, &[]).await?;
    Ok(second_factor::Entity::delete_by_id(account).exec(db).await?.rows_affected > 0)
}

/// All of them, kept from others until the transaction ends: for sealing anew under another key.
pub async fn list_to_change(db: &impl Connection) -> Result<Vec<Factor>, StorageError> {
    let mut all = second_factor::Entity::find().order_by_asc(second_factor::Column::AccountId);
    if locks_rows(db) {
        all = all.lock_exclusive();
    }
    Ok(all.all(db).await?.into_iter().map(Factor::from).collect())
}

pub async fn reseal(db: &impl Connection, account: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    second_factor::Entity::update_many()
        .col_expr(second_factor::Column::Sealed, Expr::value(sealed))
        .filter(second_factor::Column::AccountId.eq(account))
        .exec(db)
        .await?;
    Ok(())
}

/// Gives an account these recovery codes instead of those it has.
pub async fn replace_codes(
    db: &impl Connection,
    account: Uuid,
    codes: &[RecoveryHash],
) -> Result<(), StorageError> {
    let its = recovery_code::Column::AccountId.eq(account);
    recovery_code::Entity::delete_many().filter(its).exec(db).await?;
    if codes.is_empty() {
        return Ok(());
    }
    let rows = codes
        .iter()
        .map(|hash| recovery_code::ActiveModel { account_id: Set(account), hash: Set(hash.to_vec()) });
    recovery_code::Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Uses a recovery code up; whether there was such a one.
pub async fn spend_code(
    db: &impl Connection,
    account: Uuid,
    hash: RecoveryHash,
) -> Result<bool, StorageError> {
    let done = recovery_code::Entity::delete_by_id((account, hash.to_vec())).exec(db).await?;
    Ok(done.rows_affected > 0)
}

/// How many recovery codes are left.
pub async fn count_codes(db: &impl Connection, account: Uuid) -> Result<u64, StorageError> {
    Ok(recovery_code::Entity::find().filter(recovery_code::Column::AccountId.eq(account)).count(db).await?)
}
