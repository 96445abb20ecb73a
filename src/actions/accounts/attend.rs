use super::{AccountError, open_profile};
use crate::actions::Desk;
use crate::domain::account::{Account, Organisation, Profile};
use crate::domain::session::{Session, Token, expiry, hash};
use crate::storage::{accounts, factors, organisations, sessions};

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

/// Whose token this is, if their session still runs; notes now and then that it does.
pub async fn attend(desk: &Desk<'_>, token: &Token) -> Result<Option<Member>, AccountError> {
    let db = desk.db.read();
    let Some(mut session) =
        sessions::find(db, hash(token)).await?.filter(|found| found.runs(desk.now) && !found.awaits_code)
    else {
        return Ok(None);
    };
    let Some(stored) = accounts::find(db, session.account).await? else { return Ok(None) };
    let Some(organisation) = organisations::find(db, stored.account.organisation).await? else {
        return Ok(None);
    };
    if stored.account.disabled_at.is_some() {
        return Ok(None);
    }
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
