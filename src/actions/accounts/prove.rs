use super::second_step::take_code;
use super::{AccountError, password};
use crate::actions::Desk;
use crate::domain::password::Password;
use crate::domain::session::Session;
use crate::storage::{accounts, factors, sessions};

/// Whether somebody who is logged in is still who they were, by their password and, if they have one, their second factor; their
/// session notes that they are.
pub async fn prove(
    desk: &Desk<'_>,
    session: &Session,
    typed: Password,
    code: &str,
) -> Result<bool, AccountError> {
    let stored = accounts::find(desk.db.read(), session.account).await?.ok_or(AccountError::Unknown)?;
    if !password::is_right(typed, Some(stored.password_hash), desk.entropy.bytes()).await? {
        return Ok(false);
    }
    let tx = desk.db.write().await?;
    let enrolled = factors::find(&*tx, session.account).await?.is_some();
    if enrolled && !take_code(desk, &tx, session.account, code).await? {
        return Ok(false);
    }
    sessions::prove(&*tx, session.id, desk.now).await?;
    tx.commit().await?;
    Ok(true)
}
