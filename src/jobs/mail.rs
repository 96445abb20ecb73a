//! Sends what is owed. A mail is claimed for some minutes, rendered from what its rows say now, handed on, and ended.
//! Cut off in between it is sent again once the claim has passed: at least once, with the same id.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream;
use tracing::{info, warn};

use crate::actions::{self, contact, sign};
use crate::app::App;
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::moment::{DAY, HOUR, Moment};
use crate::domain::signature::State;
use crate::mail::{
    AddressTaken, AlreadySigned, Confirm, ContactMessage, Envelope, Letter, SendError, Sender,
};
use crate::storage::outbox::{self, End, Kind, Owed};
use crate::storage::{StorageError, repeats, signatures, suppressions};

const LEASE: Duration = Duration::from_mins(5);
const FIRST_RETRY: Duration = Duration::from_secs(5);

/// What to do with a mail that was claimed.
enum Plan {
    Send(Box<Envelope>),
    End(End),
}

/// Sends one batch of what is due; returns how many mails it took.
pub async fn send_due(app: &Arc<App>) -> Result<usize, StorageError> {
    let now = app.tools.clock.now();
    let tx = app.tools.db.write().await?;
    // Two rounds of what can be under way at once end well before the lease does, however slow the mail server is.
    let most = app.tools.settings.mail.concurrency as u64 * 2;
    let claimed = outbox::claim(&*tx, now, now + LEASE, most).await?;
    tx.commit().await?;
    let count = claimed.len();
    let mut left = allowance(app, &claimed, now).await?;
    let planned = claimed.into_iter().map(|mail| {
        let allowed = take(&mut left, &mail);
        send_one(app.clone(), mail, allowed)
    });
    let results: Vec<_> =
        stream::iter(planned).buffer_unordered(app.tools.settings.mail.concurrency).collect().await;
    results.into_iter().collect::<Result<Vec<()>, _>>()?;
    Ok(count)
}

/// How many mails each address may still have today.
async fn allowance(app: &App, mails: &[Owed], now: Moment) -> Result<HashMap<Index, i64>, StorageError> {
    let recipients: Vec<Index> = mails.iter().filter_map(|mail| mail.recipient).collect();
    let most = app.tools.settings.limits.mails_per_recipient;
    let mut left: HashMap<Index, i64> = recipients.iter().map(|recipient| (*recipient, most)).collect();
    if recipients.is_empty() {
        return Ok(left);
    }
    for sent in outbox::list_recipients_since(app.tools.db.read(), recipients, now - DAY).await? {
        *left.entry(sent).or_default() -= 1;
    }
    Ok(left)
}

fn take(left: &mut HashMap<Index, i64>, mail: &Owed) -> bool {
    let Some(left) = mail.recipient.and_then(|recipient| left.get_mut(&recipient)) else { return true };
    *left -= 1;
    *left >= 0
}

async fn send_one(app: Arc<App>, mail: Owed, allowed: bool) -> Result<(), StorageError> {
    let plan = if allowed { plan(&app, &mail).await? } else { Plan::End(End::Capped) };
    let end = match plan {
        Plan::End(end) => end,
        Plan::Send(envelope) => match send_in_time(&app, &envelope).await {
            Ok(()) => End::Sent,
            Err(SendError::Refused(why)) => {
                warn!(mail = %mail.id, why, "the mail server refused a mail for good");
                End::Failed
            }
            Err(SendError::NotNow(why)) => return put_back(&app, &mail, &why).await,
        },
    };
    if end != End::Sent {
        info!(mail = %mail.id, end = end.as_str(), "a mail was not sent");
    }
    let tx = app.tools.db.write().await?;
    outbox::end(&*tx, mail.id, end, app.tools.clock.now()).await?;
    tx.commit().await
}

/// Hands a mail on, or gives up once the server has been slow at every step.
async fn send_in_time(app: &App, envelope: &Envelope) -> Result<(), SendError> {
    let most = Duration::from_secs(app.tools.settings.mail.timeout * 2);
    match tokio::time::timeout(most, app.mailer.send(envelope)).await {
        Ok(sent) => sent,
        Err(_) => Err(SendError::NotNow("timed out".into())),
    }
}

/// Tries again after 5 s, 10 s, 20 s … an hour, for as long as its signature may wait.
async fn put_back(app: &App, mail: &Owed, why: &str) -> Result<(), StorageError> {
    let now = app.tools.clock.now();
    let wait =
        (FIRST_RETRY * 2u32.saturating_pow(mail.attempts.clamp(0, 12).unsigned_abs().into())).min(HOUR);
    let tx = app.tools.db.write().await?;
    if now >= mail.created_at + DAY * app.tools.settings.retention.unconfirmed {
        warn!(mail = %mail.id, why, "a mail could not be sent in all its days");
        outbox::end(&*tx, mail.id, End::Failed, now).await?;
    } else {
        info!(mail = %mail.id, why, attempts = mail.attempts + 1, "a mail waits for another try");
        outbox::retry(&*tx, mail.id, now + wait).await?;
    }
    tx.commit().await
}

async fn plan(app: &App, mail: &Owed) -> Result<Plan, StorageError> {
    match mail.kind {
        Kind::Confirm => plan_confirm(app, mail).await,
        Kind::AlreadySigned | Kind::AddressTaken => plan_repeat(app, mail).await,
        Kind::Contact => Ok(plan_contact(app, mail)),
    }
}

fn sender(app: &App) -> Sender<'_> {
    Sender { operator: &app.tools.settings.operator, public_url: &app.tools.settings.http.public_url }
}

/// Whether the owner of this address asked for no more about this campaign.
async fn is_suppressed(app: &App, campaign: i32, email: &EmailAddress) -> Result<bool, StorageError> {
    let canonical = email.canonical(&app.tools.rules.email);
    let indexes = app.tools.vault.indexes("email", &[&canonical]);
    suppressions::has(app.tools.db.read(), campaign, indexes).await
}

async fn addressed(app: &App, mail: &Owed, typed: &str, letter: Letter) -> Result<Plan, StorageError> {
    let Ok(email) = EmailAddress::parse(typed) else { return Ok(Plan::End(End::Void)) };
    if is_suppressed(app, mail.campaign, &email).await? {
        return Ok(Plan::End(End::Suppressed));
    }
    let at = app.tools.clock.now();
    Ok(Plan::Send(Box::new(Envelope { id: mail.id, to: email.to_send(), reply_to: None, letter, at })))
}

async fn plan_confirm(app: &App, mail: &Owed) -> Result<Plan, StorageError> {
    let tools = &app.tools;
    let (Some(id), Some(campaign)) = (mail.subject, app.hub.campaign_by_id(mail.campaign)) else {
        return Ok(Plan::End(End::Void));
    };
    let found = signatures::find(tools.db.read(), mail.campaign, id).await?;
    let Some(signature) = found.filter(|signature| signature.state == State::Pending) else {
        return Ok(Plan::End(End::Void));
    };
    let Ok(person) = actions::open_person(&tools.vault, &signature) else { return Ok(Plan::End(End::Void)) };
    let letter = Confirm {
        sender: sender(app),
        lang: signature.lang,
        campaign: &campaign,
        name: &person.name,
        display: signature.display,
        updates: signature.updates_since.is_some(),
        text_version: signature.text_version,
        expires_at: signature.expires_at,
        confirm_token: &actions::confirm_token(&tools.vault, signature.campaign, id, signature.expires_at),
        mine_token: &actions::mine_token(&tools.vault, signature.campaign, id),
        code: &tools.vault.code(signature.campaign, id, mail.number),
    };
    addressed(app, mail, &person.email, letter.letter()).await
}

async fn plan_repeat(app: &App, mail: &Owed) -> Result<Plan, StorageError> {
    let tools = &app.tools;
    let (Some(id), Some(campaign)) = (mail.subject, app.hub.campaign_by_id(mail.campaign)) else {
        return Ok(Plan::End(End::Void));
    };
    let Some(repeat) = repeats::find(tools.db.read(), mail.campaign, id).await? else {
        return Ok(Plan::End(End::Void));
    };
    let opened = tools.vault.open::<sign::Sent>(sign::repeat_seat(repeat.campaign, id), &repeat.sealed);
    // It goes to the address as its holder typed it: it carries the holder's own link.
    let holder = signatures::find(tools.db.read(), mail.campaign, repeat.signature).await?;
    let person = holder.and_then(|holder| actions::open_person(&tools.vault, &holder).ok());
    let (Ok(sent), Some(person)) = (opened, person) else { return Ok(Plan::End(End::Void)) };
    let mine_token = &actions::mine_token(&tools.vault, repeat.campaign, repeat.signature);
    let (sender, lang, campaign) = (sender(app), sent.lang, &*campaign);
    let letter = if mail.kind == Kind::AlreadySigned {
        AlreadySigned { sender, lang, campaign, name: &sent.form.name, mine_token }.letter()
    } else {
        AddressTaken { sender, lang, campaign, mine_token }.letter()
    };
    addressed(app, mail, &person.email, letter).await
}

fn plan_contact(app: &App, mail: &Owed) -> Plan {
    let Some(campaign) = app.hub.campaign_by_id(mail.campaign) else { return Plan::End(End::Void) };
    let sealed = mail.sealed.as_deref().unwrap_or_default();
    let opened = app.tools.vault.open::<contact::Message>(contact::seat(mail.campaign, mail.id), sealed);
    let Ok(message) = opened else { return Plan::End(End::Void) };
    let letter = ContactMessage {
        lang: message.lang,
        campaign: &campaign,
        name: &message.name,
        email: &message.email,
        message: &message.message,
    };
    Plan::Send(Box::new(Envelope {
        id: mail.id,
        to: campaign.content.contact.clone(),
        reply_to: Some(message.email.clone()),
        letter: letter.letter(),
        at: app.tools.clock.now(),
    }))
}
