use uuid::Uuid;

use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::storage::{accounts, sessions};

/// Shuts an account and ends its sessions.
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
    let stored = accounts::find(&*tx, account).await?.ok_or(AccountError::Unknown)?;
    if stored.account.disabled_at.is_none() == open {
        return Ok(());
    }
    accounts::set_disabled(&*tx, account, (!open).then_some(desk.now)).await?;
    sessions::delete_others(&*tx, account, None).await?;
    let act = if open { "enable_account" } else { "disable_account" };
    record(&tx, desk, by, act, (format!("account {account}"), "")).await?;
    tx.commit().await?;
    Ok(())
}
