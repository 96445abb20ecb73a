use uuid::Uuid;

use super::{AccountError, By, letters, password, record};
use crate::actions::Desk;
use crate::domain::password::Password;
use crate::domain::session::Session;
use crate::storage::outbox::Kind;
use crate::storage::{accounts, resets, sessions};

/// Gives an account another password and ends its sessions: whoever has the old one is out.
pub async fn change_password(
    desk: &Desk<'_>,
    account: Uuid,
    new: Password,
    by: By<'_>,
) -> Result<(), AccountError> {
    set(desk, (account, None), new, by).await
}

/// Gives whoever is logged in another password, if they know the one they have. Their other sessions end, and a mail tells them.
pub async fn change_own_password(
    desk: &Desk<'_>,
    session: &Session,
    present: Password,
    new: Password,
) -> Result<bool, AccountError> {
    let account = session.account;
    let stored = accounts::find(desk.db.read(), account).await?.ok_or(AccountError::Unknown)?;
    if !password::is_right(present, Some(stored.password_hash), desk.entropy.bytes()).await? {
        return Ok(false);
    }
    set(desk, (account, Some(session)), new, By::Account(account)).await?;
    Ok(true)
}

async fn set(
    desk: &Desk<'_>,
    (account, but): (Uuid, Option<&Session>),
    new: Password,
    by: By<'_>,
) -> Result<(), AccountError> {
    let hash = password::hash(new, desk.entropy.bytes()).await?;
    let tx = desk.db.write().await?;
    accounts::set_password(&*tx, account, hash).await?;
    sessions::delete_others(&*tx, account, but.map(|session| session.id)).await?;
    resets::delete_of(&*tx, account).await?;
    if but.is_some() {
        letters::owe(desk, &tx, (Kind::PasswordChanged, account), None).await?;
    }
    record(&tx, desk, by, "change_password", (format!("account {account}"), "")).await?;
    tx.commit().await?;
    Ok(())
}
