use uuid::Uuid;

use super::{AccountError, By, record, stays_owned};
use crate::actions::Desk;
use crate::domain::role::Role;
use crate::storage::{accounts, sessions};

/// Shuts an account and ends its sessions. An organisation keeps an owner, whoever does it.
pub async fn disable(desk: &Desk<'_>, account: Uuid, by: By<'_>) -> Result<(), AccountError> {
    if matches!(by, By::Account(id) if id == account) {
        return Err(AccountError::Oneself);
    }
    set(desk, account, by, false).await
}

/// Opens an account again.
pub async fn enable(desk: &Desk<'_>, account: Uuid, by: By<'_>) -> Result<(), AccountError> {
    set(desk, account, by, true).await
}

async fn set(desk: &Desk<'_>, account: Uuid, by: By<'_>, open: bool) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    // All are kept from others, so that two owners who do this to each other do it one after the other.
    let all = accounts::list_to_change(&*tx).await?;
    let stored = all.iter().find(|stored| stored.account.id == account).ok_or(AccountError::Unknown)?;
    if stored.account.disabled_at.is_none() == open {
        return Ok(());
    }
    if !open && stored.account.role == Role::Owner && !stays_owned(&all, &stored.account) {
        return Err(AccountError::LastOwner);
    }
    accounts::set_disabled(&*tx, account, (!open).then_some(desk.now)).await?;
    sessions::delete_others(&*tx, account, None).await?;
    let act = if open { "enable_account" } else { "disable_account" };
    record(&tx, desk, by, act, (format!("account {account}"), "")).await?;
    tx.commit().await?;
    Ok(())
}
