use super::{AccountError, By, index, letters, password, record};
use crate::actions::Desk;
use crate::domain::email::EmailAddress;
use crate::domain::lang::Lang;
use crate::domain::moment::HOUR;
use crate::domain::password::Password;
use crate::domain::token::{Claims, Purpose};
use crate::storage::outbox::Kind;
use crate::storage::resets::{self, Reset};
use crate::storage::vault::Vault;
use crate::storage::{accounts, sessions};

/// Sends a link to whoever has forgotten their password. For an address without an account the same is done, and the mail is void
/// when it comes to be written: nobody tells the two apart, by the answer or by the time it takes.
pub async fn request_reset(desk: &Desk<'_>, email: &EmailAddress, lang: Lang) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    let found = accounts::find_by_email(&*tx, index(desk, email)).await?;
    let account = found.filter(|stored| stored.account.disabled_at.is_none()).map(|stored| stored.account.id);
    let reset = Reset { id: desk.id(), account, lang, expires_at: desk.now + HOUR };
    letters::owe(desk, &tx, (Kind::PasswordReset, reset.id), Some(email)).await?;
    resets::insert(&*tx, reset).await?;
    tx.commit().await?;
    Ok(())
}

/// The link of a reset.
pub fn reset_token(vault: &Vault, reset: &Reset) -> String {
    let expires = Some(reset.expires_at);
    vault.token(&Claims { purpose: Purpose::Reset, campaign: 0, id: reset.id, expires })
}

/// What a link is for, while it holds.
pub async fn find_reset(desk: &Desk<'_>, token: &str) -> Result<Option<Reset>, AccountError> {
    let claims = desk.vault.claims(token).filter(|claims| claims.purpose == Purpose::Reset);
    let Some(claims) = claims else { return Ok(None) };
    let found = resets::find(desk.db.read(), claims.id).await?;
    Ok(found.filter(|reset| reset.account.is_some() && desk.now < reset.expires_at))
}

/// Uses a link up. All sessions of the account end, and its other links; a second factor is asked for as before.
pub async fn reset_password(desk: &Desk<'_>, reset: &Reset, new: Password) -> Result<(), AccountError> {
    let account = reset.account.ok_or(AccountError::Unknown)?;
    let hash = password::hash(new, desk.entropy.bytes()).await?;
    let tx = desk.db.write().await?;
    if !resets::delete(&*tx, reset.id).await? {
        return Err(AccountError::Unknown);
    }
    resets::delete_of(&*tx, account).await?;
    accounts::set_password(&*tx, account, hash).await?;
    sessions::delete_others(&*tx, account, None).await?;
    letters::owe(desk, &tx, (Kind::PasswordChanged, account), None).await?;
    record(&tx, desk, By::Account(account), "reset_password", (format!("account {account}"), "")).await?;
    tx.commit().await?;
    Ok(())
}
