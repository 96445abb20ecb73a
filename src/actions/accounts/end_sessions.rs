use uuid::Uuid;

use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::domain::session::{Session, Token, hash};
use crate::storage::sessions;

/// Ends the session of this browser.
pub async fn log_out(desk: &Desk<'_>, token: &Token) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    if let Some(session) = sessions::find(&*tx, hash(token)).await? {
        sessions::delete(&*tx, hash(token)).await?;
        let by = By::Account(session.account);
        record(&tx, desk, by, "log_out", (format!("session {}", session.id), "")).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Ends one session of whoever asks.
pub async fn end_one(desk: &Desk<'_>, account: Uuid, session: Uuid) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    if !sessions::delete_one(&*tx, account, session).await? {
        return Err(AccountError::Unknown);
    }
    record(&tx, desk, By::Account(account), "end_session", (format!("session {session}"), "")).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends all sessions of whoever asks but the one in which they do.
pub async fn end_others(desk: &Desk<'_>, but: &Session) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    let ended = sessions::delete_others(&*tx, but.account, Some(but.id)).await?;
    let (subject, detail) = (format!("account {}", but.account), format!("{ended} ended"));
    record(&tx, desk, By::Account(but.account), "end_other_sessions", (subject, &detail)).await?;
    tx.commit().await?;
    Ok(())
}
