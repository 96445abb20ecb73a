use uuid::Uuid;

use super::{AccountError, By, record, stays_owned};
use crate::actions::Desk;
use crate::domain::role::Role;
use crate::storage::accounts;

/// Gives an account another role, which holds from its next request on. Nobody changes their own, and an organisation keeps an owner.
pub async fn change_role(desk: &Desk<'_>, account: Uuid, role: Role, by: By<'_>) -> Result<(), AccountError> {
    if matches!(by, By::Account(id) if id == account) {
        return Err(AccountError::Oneself);
    }
    let tx = desk.db.write().await?;
    // All are kept from others, so that two owners who do this to each other do it one after the other.
    let all = accounts::list_to_change(&*tx).await?;
    let found = all.iter().find(|stored| stored.account.id == account).ok_or(AccountError::Unknown)?;
    let was = found.account.role;
    if was == role {
        return Ok(());
    }
    if was == Role::Owner && !stays_owned(&all, &found.account) {
        return Err(AccountError::LastOwner);
    }
    accounts::set_role(&*tx, account, role).await?;
    record(&tx, desk, by, "change_role", (format!("account {account}"), role.as_str())).await?;
    tx.commit().await?;
    Ok(())
}
