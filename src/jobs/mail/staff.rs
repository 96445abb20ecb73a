//! Mails to those who work here: few, so that the rows of each are looked up by themselves.

use crate::actions::accounts::invite::{self, invitation_token};
use crate::actions::accounts::reset::reset_token;
use crate::actions::accounts::{index, open_profile};
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::lang::Lang;
use crate::mail::{Invitation, InvitedElsewhere, Letter, Notice, PasswordReset, Sender, What};
use crate::storage::outbox::{Kind, Owed};
use crate::storage::{StorageError, accounts, invitations, organisations, resets};

/// A letter and whom it goes to.
pub struct Addressed {
    pub email: EmailAddress,
    pub letter: Letter,
}

/// The letter that a mail becomes; none where what it was about is gone.
pub async fn address(app: &App, sender: Sender<'_>, mail: &Owed) -> Result<Option<Addressed>, StorageError> {
    match mail.kind {
        Kind::PasswordReset => reset(app, sender, mail).await,
        Kind::Invitation => invitation(app, sender, mail).await,
        Kind::FactorReset => notice(app, sender, mail, What::FactorReset).await,
        Kind::PasswordChanged => notice(app, sender, mail, What::PasswordChanged).await,
        _ => Ok(None),
    }
}

/// The address of an account that is open, and in which language its owner reads.
async fn reader(
    app: &App,
    account: uuid::Uuid,
) -> Result<Option<(EmailAddress, Option<Lang>)>, StorageError> {
    let stored = accounts::find(app.tools.db.read(), account).await?;
    let Some(stored) = stored.filter(|stored| stored.account.disabled_at.is_none()) else { return Ok(None) };
    let Ok(profile) = open_profile(&app.tools.vault, &stored) else { return Ok(None) };
    Ok(EmailAddress::parse(&profile.email).ok().map(|email| (email, profile.lang)))
}

async fn reset(app: &App, sender: Sender<'_>, mail: &Owed) -> Result<Option<Addressed>, StorageError> {
    let Some(id) = mail.subject else { return Ok(None) };
    let found = resets::find(app.tools.db.read(), id).await?;
    let Some(reset) = found.filter(|reset| app.tools.clock.now() < reset.expires_at) else { return Ok(None) };
    let Some(account) = reset.account else { return Ok(None) };
    let Some((email, _)) = reader(app, account).await? else { return Ok(None) };
    let token = &reset_token(&app.tools.vault, &reset);
    let letter = PasswordReset { sender, lang: reset.lang, token }.letter();
    Ok(Some(Addressed { email, letter }))
}

async fn notice(
    app: &App,
    sender: Sender<'_>,
    mail: &Owed,
    what: What,
) -> Result<Option<Addressed>, StorageError> {
    let Some(account) = mail.subject else { return Ok(None) };
    let Some((email, lang)) = reader(app, account).await? else { return Ok(None) };
    let letter = Notice { sender, lang: lang.unwrap_or(Lang::En), what }.letter();
    Ok(Some(Addressed { email, letter }))
}

async fn invitation(app: &App, sender: Sender<'_>, mail: &Owed) -> Result<Option<Addressed>, StorageError> {
    let (db, Some(id)) = (app.tools.db.read(), mail.subject) else { return Ok(None) };
    let found = invitations::find(db, id).await?;
    let Some(invitation) = found.filter(|found| app.tools.clock.now() < found.expires_at) else {
        return Ok(None);
    };
    let Ok(invited) = invite::open(&app.tools.vault, &invitation) else { return Ok(None) };
    let Ok(email) = EmailAddress::parse(&invited.email) else { return Ok(None) };
    let Some(organisation) = organisations::find(db, invitation.organisation).await? else { return Ok(None) };
    let operator = &app.tools.settings.operator.name;
    let name = if organisation.name.is_empty() { operator } else { &organisation.name };
    let (lang, expires_at) = (invitation.lang, invitation.expires_at);
    let known = accounts::find_by_email(db, index(&app.desk(), &email)).await?;
    let letter = if known.is_some() {
        InvitedElsewhere { sender, lang, organisation: name }.letter()
    } else {
        let token = &invitation_token(&app.tools.vault, &invitation);
        Invitation { sender, lang, organisation: name, expires_at, token }.letter()
    };
    Ok(Some(Addressed { email, letter }))
}
