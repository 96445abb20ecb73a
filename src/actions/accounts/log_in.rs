use uuid::Uuid;

use super::{AccountError, By, index, open_profile, password, record, seal_profile, typed_index};
use crate::actions::Desk;
use crate::domain::account::Profile;
use crate::domain::email::EmailAddress;
use crate::domain::lang::Lang;
use crate::domain::password::Password;
use crate::domain::session::{STEP, Session, Token, expiry, hash};
use crate::storage::{Transaction, accounts, factors, sessions};

/// What somebody shows who wants to come in.
pub struct Shown {
    /// As it was typed.
    pub email: String,
    pub password: Password,
    pub device: String,
    /// The session that the browser had until now.
    pub before: Option<Token>,
    pub lang: Lang,
}

/// Whose session begins, in which browser, and in which language they read.
pub(super) struct Arrival {
    pub account: Uuid,
    pub device: String,
    pub lang: Lang,
}

/// How far somebody has come, with a token that nobody can have known before.
pub enum Entry {
    In(Token),
    /// The second step is still to come.
    AwaitsCode(Token),
}

/// Begins a session, or its second step where the account has a second factor. None where address and password do not go together,
/// whatever the reason, and after the same work.
pub async fn log_in(desk: &Desk<'_>, shown: Shown) -> Result<Option<Entry>, AccountError> {
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
    let tx = desk.db.write().await?;
    let whose = Arrival { account: account.id, device: shown.device, lang: shown.lang };
    let entry = if factors::find(&*tx, account.id).await?.is_some() {
        Entry::AwaitsCode(replace(desk, &tx, &whose, shown.before.as_ref(), true).await?.0)
    } else {
        Entry::In(begin(desk, &tx, whose, shown.before.as_ref()).await?)
    };
    tx.commit().await?;
    Ok(Some(entry))
}

/// Begins a session of an account on a device, in the place of another.
pub(super) async fn begin(
    desk: &Desk<'_>,
    tx: &Transaction,
    whose: Arrival,
    before: Option<&Token>,
) -> Result<Token, AccountError> {
    let (token, id) = replace(desk, tx, &whose, before, false).await?;
    note_language(desk, tx, &whose).await?;
    record(tx, desk, By::Account(whose.account), "log_in", (format!("session {id}"), "")).await?;
    Ok(token)
}

/// Mails about the account are written in the language in which its owner last came in.
async fn note_language(desk: &Desk<'_>, tx: &Transaction, whose: &Arrival) -> Result<(), AccountError> {
    let Some(stored) = accounts::find(&**tx, whose.account).await? else { return Ok(()) };
    let profile = open_profile(desk.vault, &stored)?;
    if profile.lang != Some(whose.lang) {
        let index = typed_index(desk, &profile.email);
        let sealed = seal_profile(desk, whose.account, &Profile { lang: Some(whose.lang), ..profile });
        accounts::reseal(&**tx, whose.account, sealed, index).await?;
    }
    Ok(())
}

async fn replace(
    desk: &Desk<'_>,
    tx: &Transaction,
    whose: &Arrival,
    before: Option<&Token>,
    awaits_code: bool,
) -> Result<(Token, Uuid), AccountError> {
    let token: Token = desk.entropy.bytes();
    let expires_at = if awaits_code { desk.now + STEP } else { expiry(desk.now, desk.now) };
    let session = Session {
        id: desk.id(),
        account: whose.account,
        device: whose.device.clone(),
        created_at: desk.now,
        seen_at: desk.now,
        expires_at,
        proved_at: desk.now,
        awaits_code,
    };
    if let Some(before) = before {
        sessions::delete(&**tx, hash(before)).await?;
    }
    sessions::insert(&**tx, hash(&token), &session).await?;
    Ok((token, session.id))
}
