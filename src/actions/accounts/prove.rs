use super::{AccountError, password};
use crate::actions::Desk;
use crate::domain::password::Password;
use crate::domain::session::Session;
use crate::storage::{accounts, sessions};

/// Whether somebody who is logged in is still who they were; their session notes that they are.
pub async fn prove(desk: &Desk<'_>, session: &Session, typed: Password) -> Result<bool, AccountError> {
    let stored = accounts::find(desk.db.read(), session.account).await?.ok_or(AccountError::Unknown)?;
    if !password::is_right(typed, Some(stored.password_hash), desk.entropy.bytes()).await? {
        return Ok(false);
    }
    let tx = desk.db.write().await?;
    sessions::prove(&*tx, session.id, desk.now).await?;
    tx.commit().await?;
    Ok(true)
}
