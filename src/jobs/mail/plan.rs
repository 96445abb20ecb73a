//! What to do with mails that were claimed: the letter each becomes, from what its rows say now.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use uuid::Uuid;

use super::rows::{Holder, Rows};
use super::staff::Addressed;
use crate::actions::{self, contact, sign};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::email::EmailAddress;
use crate::domain::household::Index;
use crate::domain::message::Message;
use crate::domain::moment::{DAY, Moment};
use crate::domain::signature::State;
use crate::mail::{
    AddressTaken, AlreadySigned, Confirm, ContactMessage, Envelope, Letter, OwnPage, Sender, return_address,
};
use crate::storage::outbox::{End, Kind, Owed};
use crate::storage::{StorageError, recipients};

/// A mail and what to do with it.
pub struct Planned {
    pub owed: Owed,
    /// It is not begun after this.
    pub until: Moment,
    pub plan: Plan,
}

pub enum Plan {
    /// Its domain is in the form that mail servers take.
    Send {
        domain: String,
        envelope: Box<Envelope>,
    },
    End(End),
    /// The program failed at it.
    Fault,
}

/// Plans a batch: rows are read for all of it at once.
pub async fn all(
    app: &App,
    mails: Vec<Owed>,
    (now, until): (Moment, Moment),
) -> Result<Vec<Planned>, StorageError> {
    let mut left = allowance(app, &mails, now).await?;
    let mut rows = Rows::of(app, &mails).await?;
    let planned = mails.into_iter().map(|owed| {
        let plan = if take(&mut left, &owed) {
            let plan = catch_unwind(AssertUnwindSafe(|| rows.plan(app, &owed)));
            plan.map_or(Plan::Fault, |plan| plan.unwrap_or(Plan::End(End::Void)))
        } else {
            Plan::End(End::Capped)
        };
        Planned { owed, until, plan }
    });
    Ok(planned.collect())
}

/// How many mails each address may still have today.
async fn allowance(app: &App, mails: &[Owed], now: Moment) -> Result<HashMap<Index, i64>, StorageError> {
    let recipients: Vec<Index> = mails.iter().filter_map(|mail| mail.recipient).collect();
    let most = app.tools.settings.limits.mails_per_recipient;
    let mut left: HashMap<Index, i64> = recipients.iter().map(|recipient| (*recipient, most)).collect();
    for sent in recipients::list_since(app.tools.db.read(), recipients, now - DAY).await? {
        *left.entry(sent).or_default() -= 1;
    }
    Ok(left)
}

fn take(left: &mut HashMap<Index, i64>, mail: &Owed) -> bool {
    let Some(left) = mail.recipient.and_then(|recipient| left.get_mut(&recipient)) else { return true };
    *left -= 1;
    *left >= 0
}

impl Rows {
    /// What to do with a mail; nothing where what it was about is gone.
    fn plan(&mut self, app: &App, mail: &Owed) -> Option<Plan> {
        match mail.kind {
            Kind::Confirm => self.confirm(app, mail),
            Kind::OwnPage => self.own_page(app, mail),
            Kind::AlreadySigned | Kind::AddressTaken => self.repeat(app, mail),
            Kind::Contact => contact_message(app, mail),
            Kind::SignOn
            | Kind::SignedOn
            | Kind::SignOnDecided
            | Kind::Postcard
            | Kind::PostcardAgain
            | Kind::PostcardTaken
            | Kind::PostcardDecided
            | Kind::Answer
            | Kind::NewAddress => self.few.plan(app, mail),
            Kind::PasswordReset | Kind::Invitation | Kind::FactorReset | Kind::PasswordChanged => {
                Some(to_staff(app, mail, self.staff.remove(&mail.id)?))
            }
            Kind::Rehearsal | Kind::Reminder => self.team.plan(app, mail),
            Kind::Update => self.update(app, mail),
            Kind::Report | Kind::ReportTry => self.reports.plan(mail),
        }
    }

    fn confirm(&self, app: &App, mail: &Owed) -> Option<Plan> {
        let tools = &app.tools;
        let campaign = app.hub.campaign_by_id(mail.campaign)?;
        let holder = self.holders.get(&(mail.campaign, mail.subject?))?;
        let signature = &holder.signature;
        if signature.state != State::Pending {
            return None;
        }
        let id = signature.id;
        let letter = Confirm {
            sender: sender(app),
            lang: signature.lang,
            campaign: &campaign,
            name: &holder.person.name,
            display: signature.display,
            updates: signature.updates_since.is_some(),
            text_version: signature.text_version,
            expires_at: signature.expires_at,
            confirm_token: &actions::confirm_token(
                &tools.vault,
                signature.campaign,
                id,
                signature.expires_at,
            ),
            mine_token: &actions::mine_token(&tools.vault, signature.campaign, id),
            code: &tools.vault.code(signature.campaign, id, mail.number),
        };
        Some(self.to_holder(app, mail, holder, letter.letter()))
    }

    fn own_page(&self, app: &App, mail: &Owed) -> Option<Plan> {
        let campaign: &Campaign = &*app.hub.campaign_by_id(mail.campaign)?;
        let holder = self.holders.get(&(mail.campaign, mail.subject?))?;
        let mine_token = &actions::mine_token(&app.tools.vault, mail.campaign, holder.signature.id);
        let (sender, lang, name) = (sender(app), holder.signature.lang, holder.person.name.as_str());
        let letter = OwnPage { sender, lang, campaign, name, mine_token }.letter();
        Some(self.to_holder(app, mail, holder, letter))
    }

    fn repeat(&self, app: &App, mail: &Owed) -> Option<Plan> {
        let tools = &app.tools;
        let campaign: &Campaign = &*app.hub.campaign_by_id(mail.campaign)?;
        let repeat = self.repeats.get(&(mail.campaign, mail.subject?))?;
        let sent: sign::Sent =
            tools.vault.open(sign::repeat_seat(repeat.campaign, repeat.id), &repeat.sealed).ok()?;
        // It goes to the address as its holder typed it: it carries the holder's own link.
        let holder = self.holders.get(&(repeat.campaign, repeat.signature))?;
        let mine_token = &actions::mine_token(&tools.vault, repeat.campaign, repeat.signature);
        let (sender, lang) = (sender(app), sent.lang);
        let letter = if mail.kind == Kind::AlreadySigned {
            AlreadySigned { sender, lang, campaign, name: &sent.form.name, mine_token }.letter()
        } else {
            AddressTaken { sender, lang, campaign, mine_token }.letter()
        };
        Some(self.to_holder(app, mail, holder, letter))
    }

    /// The newest version, to who has confirmed and still asks for updates.
    fn update(&self, app: &App, mail: &Owed) -> Option<Plan> {
        let holder = self.holders.get(&(mail.campaign, mail.subject?))?;
        let signature = &holder.signature;
        if signature.state != State::Confirmed || signature.updates_since.is_none() {
            return None;
        }
        let (letter, list) = self.issues.letter(app, mail, signature.lang)?;
        let mut plan = self.to_holder(app, mail, holder, letter);
        if let Plan::Send { envelope, .. } = &mut plan {
            envelope.list = Some(list);
        }
        Some(plan)
    }

    fn to_holder(&self, app: &App, mail: &Owed, holder: &Holder, letter: Letter) -> Plan {
        let blocks = holder.addresses.iter().filter_map(|address| self.blocked.get(address)).flatten();
        if holder.addresses.iter().any(|address| self.suppressed.contains(&(mail.campaign, *address)))
            || blocks.into_iter().any(|block| block.stops(mail.created_at))
        {
            return Plan::End(End::Suppressed);
        }
        to_one(app, mail, holder.signature.id, &holder.email, letter)
    }
}

/// A letter to whoever stands behind a row, which is told by where it comes back to if it cannot be delivered.
pub(super) fn to_one(app: &App, mail: &Owed, row: Uuid, email: &EmailAddress, letter: Letter) -> Plan {
    let (to, at) = (email.to_send(), app.tools.clock.now());
    let token = app.tools.vault.return_token(mail.campaign, row);
    let return_to = return_address(&app.tools.settings.mail.bounce_address, &token);
    let reply_to = reply_to(app, mail.campaign);
    let envelope = Envelope { id: mail.id, to, reply_to, return_to, letter, list: None, attached: None, at };
    Plan::Send { domain: email.domain().to_owned(), envelope: Box::new(envelope) }
}

/// Where replies to a mail about a campaign go, where its organisation says so.
pub(super) fn reply_to(app: &App, campaign: i32) -> Option<String> {
    let campaign = app.hub.campaign_by_id(campaign)?;
    Some(campaign.reply_address.clone()).filter(|address| !address.is_empty())
}

pub(super) fn sender(app: &App) -> Sender<'_> {
    Sender { operator: &app.tools.settings.operator, public_url: &app.tools.settings.http.public_url }
}

fn to_staff(app: &App, mail: &Owed, Addressed { email, letter }: Addressed) -> Plan {
    let (domain, to) = (email.domain().to_owned(), email.to_send());
    let at = app.tools.clock.now();
    let (reply_to, return_to, list, attached) = (None, None, None, None);
    let envelope = Envelope { id: mail.id, to, reply_to, return_to, letter, list, attached, at };
    Plan::Send { domain, envelope: Box::new(envelope) }
}

fn contact_message(app: &App, mail: &Owed) -> Option<Plan> {
    let campaign = app.hub.campaign_by_id(mail.campaign)?;
    let sealed = mail.sealed.as_deref().unwrap_or_default();
    let message: Message = app.tools.vault.open(contact::seat(mail.campaign, mail.id), sealed).ok()?;
    let letter = ContactMessage {
        lang: message.lang,
        campaign: &campaign,
        name: &message.name,
        email: &message.email,
        message: &message.message,
    };
    let to = campaign.content.contact.clone();
    let domain = to.rsplit('@').next().unwrap_or_default().to_lowercase();
    let envelope = Envelope {
        id: mail.id,
        to,
        reply_to: Some(message.email.clone()),
        return_to: None,
        letter: letter.letter(),
        list: None,
        attached: None,
        at: app.tools.clock.now(),
    };
    Some(Plan::Send { domain, envelope: Box::new(envelope) })
}
