use uuid::Uuid;

use super::log_in::{Arrival, begin};
use super::{AccountError, By, factor, open_profile, record};
use crate::actions::Desk;
use crate::domain::account::{Account, Profile};
use crate::domain::factor::RecoveryCode;
use crate::domain::lang::Lang;
use crate::domain::session::{Session, TRIES, Token, hash};
use crate::storage::{Transaction, accounts, factors, sessions};

/// Somebody whose password was right and whose second step is still to come.
pub struct Waiting {
    pub account: Account,
    pub profile: Profile,
    session: Session,
}

/// Who waits with this token for their second step, while there is time for it.
pub async fn waiting(desk: &Desk<'_>, token: &Token) -> Result<Option<Waiting>, AccountError> {
    let db = desk.db.read();
    let found = sessions::find(db, hash(token)).await?;
    let Some(session) = found.filter(|session| session.awaits_code && session.runs(desk.now)) else {
        return Ok(None);
    };
    let stored = accounts::find(db, session.account).await?;
    let Some(stored) = stored.filter(|stored| stored.account.disabled_at.is_none()) else { return Ok(None) };
    let profile = open_profile(desk.vault, &stored)?;
    Ok(Some(Waiting { account: stored.account, profile, session }))
}

/// What came of a second step.
pub enum Step {
    In(Token),
    Wrong,
    /// Too many wrong codes, or too late: to be begun anew.
    Over,
}

/// Whether this is a code of the account's app that was not used, or one of its recovery codes, which is used up.
pub async fn take_code(
    desk: &Desk<'_>,
    tx: &Transaction,
    account: Uuid,
    typed: &str,
) -> Result<bool, AccountError> {
    let Some(found) = factors::find(&**tx, account).await? else { return Ok(false) };
    let secret = factor::open(desk.vault, &found)?;
    if let Some(step) = secret.check(typed, desk.now, found.last_step) {
        return Ok(factors::take_step(&**tx, account, step).await?);
    }
    let Some(code) = RecoveryCode::typed(typed) else { return Ok(false) };
    let spent = factors::spend_code(&**tx, account, code.hash(account)).await?;
    if spent {
        record(tx, desk, By::Account(account), "use_recovery_code", (format!("account {account}"), ""))
            .await?;
    }
    Ok(spent)
}

/// Takes the second step: begins the session, with another token than the one of the first step.
pub async fn second_step(
    desk: &Desk<'_>,
    waiting: &Waiting,
    (token, lang): (&Token, Lang),
    typed: &str,
) -> Result<Step, AccountError> {
    let (session, account) = (&waiting.session, waiting.account.id);
    let tx = desk.db.write().await?;
    let Some(tries) = sessions::try_code(&*tx, hash(token)).await? else { return Ok(Step::Over) };
    if take_code(desk, &tx, account, typed).await? {
        let whose = Arrival { account, device: session.device.clone(), lang };
        let token = begin(desk, &tx, whose, Some(token)).await?;
        tx.commit().await?;
        return Ok(Step::In(token));
    }
    let over = tries >= TRIES;
    if over {
        sessions::delete(&*tx, hash(token)).await?;
        // Whoever did this has the password.
        let told = (format!("account {account}"), "");
        record(&tx, desk, By::Account(account), "fail_second_step", told).await?;
    }
    tx.commit().await?;
    Ok(if over { Step::Over } else { Step::Wrong })
}
