use uuid::Uuid;

use super::{AccountError, By, letters, record};
use crate::actions::Desk;
use crate::storage::outbox::Kind;
use crate::storage::{accounts, factors, sessions};

/// Takes away the second factor of somebody who has lost their app and their codes. Their sessions end, and they are told by mail.
pub async fn reset_factor(desk: &Desk<'_>, account: Uuid, by: By<'_>) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    accounts::find(&*tx, account).await?.ok_or(AccountError::Unknown)?;
    if !factors::delete(&*tx, account).await? {
        return Ok(());
    }
    sessions::delete_others(&*tx, account, None).await?;
    letters::owe(desk, &tx, (Kind::FactorReset, account), None).await?;
    record(&tx, desk, by, "reset_second_factor", (format!("account {account}"), "")).await?;
    tx.commit().await?;
    Ok(())
}
