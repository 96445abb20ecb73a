use super::{AccountError, By, index, password, record};
use crate::actions::Desk;
use crate::domain::email::EmailAddress;
use crate::domain::password::Password;
use crate::domain::session::{Session, Token, expiry, hash};
use crate::storage::{accounts, sessions};

/// What somebody shows who wants to come in.
pub struct Shown {
    /// As it was typed.
    pub email: String,
    pub password: Password,
    pub device: String,
    /// The session that the browser had until now.
    pub before: Option<Token>,
}

/// Begins a session, with a token that nobody can have known before. None where address and password do not go together,
/// whatever the reason, and after the same work.
pub async fn log_in(desk: &Desk<'_>, shown: Shown) -> Result<Option<Token>, AccountError> {
    let found = match EmailAddress::parse(&shown.email) {
        Ok(email) => accounts::find_by_email(desk.db.read(), index(desk, &email)).await?,
        Err(_) => None,
    };
    let hashed = found.as_ref().map(|stored| stored.password_hash.clone());
    let right = password::is_right(shown.password, hashed, desk.entropy.bytes()).await?;
    let account = found.map(|stored| stored.account);
    let Some(account) = account.filter(|account| right && account.disabled_at.is_none()) else {
        return Ok(None);
    };
    let token: Token = desk.entropy.bytes();
    let session = Session {
        id: desk.id(),
        account: account.id,
        device: shown.device,
        created_at: desk.now,
        seen_at: desk.now,
        expires_at: expiry(desk.now, desk.now),
        proved_at: desk.now,
        awaits_code: false,
    };
    let tx = desk.db.write().await?;
    if let Some(before) = shown.before {
        sessions::delete(&*tx, hash(&before)).await?;
    }
    sessions::insert(&*tx, hash(&token), &session).await?;
    record(&tx, desk, By::Account(account.id), "log_in", (format!("session {}", session.id), "")).await?;
    tx.commit().await?;
    Ok(Some(token))
}
