use uuid::Uuid;

use super::{AccountError, By, password, record};
use crate::actions::Desk;
use crate::domain::password::Password;
use crate::storage::{accounts, sessions};

/// Gives an account another password and ends its sessions: whoever has the old one is out.
pub async fn change_password(
    desk: &Desk<'_>,
    account: Uuid,
    new: Password,
    by: By<'_>,
) -> Result<(), AccountError> {
    let hash = password::hash(new, desk.entropy.bytes()).await?;
    let tx = desk.db.write().await?;
    accounts::set_password(&*tx, account, hash).await?;
    sessions::delete_others(&*tx, account, None).await?;
    record(&tx, desk, by, "change_password", (format!("account {account}"), "")).await?;
    tx.commit().await?;
    Ok(())
}
