use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::domain::role::Act;

/// Puts on record that somebody asked for what is another organisation's.
pub async fn record_trespass(desk: &Desk<'_>, account: &Account, act: Act) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    record(&tx, desk, By::Account(account.id), "trespass", (String::new(), act.as_str())).await?;
    tx.commit().await?;
    Ok(())
}
