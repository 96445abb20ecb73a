use super::{AccountError, open_profile};
use crate::actions::Desk;
use crate::domain::account::{Account, Organisation, Profile};
use crate::domain::session::{Session, Token, expiry, hash};
use crate::storage::accounts::Stored;
use crate::storage::{StorageError, accounts, factors, organisations, sessions};

/// Somebody who is logged in.
#[derive(Clone, Debug)]
pub struct Member {
    pub account: Account,
    pub profile: Profile,
    pub organisation: Organisation,
    pub session: Session,
    /// Their role sees people and they have no second factor yet: they do nothing before they have one.
    pub must_enrol: bool,
}

/// The session of a token and its account, while it runs.
async fn running(desk: &Desk<'_>, token: &Token) -> Result<Option<(Session, Stored)>, StorageError> {
    let db = desk.db.read();
    let found = sessions::find(db, hash(token)).await?;
    let Some(session) = found.filter(|found| found.runs(desk.now) && !found.awaits_code) else {
        return Ok(None);
    };
    let stored = accounts::find(db, session.account).await?;
    Ok(stored.filter(|stored| stored.account.disabled_at.is_none()).map(|stored| (session, stored)))
}

/// Whose token this is, if their session still runs. To look is not to use it: it ends no later for it.
pub async fn look(desk: &Desk<'_>, token: &Token) -> Result<Option<Account>, StorageError> {
    Ok(running(desk, token).await?.map(|(_, stored)| stored.account))
}

/// Whose token this is, if their session still runs; notes now and then that it does.
pub async fn attend(desk: &Desk<'_>, token: &Token) -> Result<Option<Member>, AccountError> {
    let db = desk.db.read();
    let Some((mut session, stored)) = running(desk, token).await? else { return Ok(None) };
    let Some(organisation) = organisations::find(db, stored.account.organisation).await? else {
        return Ok(None);
    };
    if session.is_worth_noting(desk.now) {
        session.seen_at = desk.now;
        session.expires_at = expiry(session.created_at, desk.now);
        let tx = desk.db.write().await?;
        sessions::see(&*tx, hash(token), desk.now, session.expires_at).await?;
        tx.commit().await?;
    }
    let profile = open_profile(desk.vault, &stored)?;
    let account = stored.account;
    let must_enrol = account.role.sees_people() && factors::find(db, account.id).await?.is_none();
    Ok(Some(Member { account, profile, organisation, session, must_enrol }))
}
