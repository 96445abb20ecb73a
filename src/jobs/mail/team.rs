//! Mails to those who work here: drafts of updates that they send to themselves, and reminders. Planned one by one, for they
//! are few.

use std::collections::HashMap;
use std::sync::Arc;

use super::plan::{Plan, sender};
use super::rows::Key;
use crate::actions::accounts::open_profile;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::email::EmailAddress;
use crate::domain::lang::Lang;
use crate::domain::moment::DAY;
use crate::domain::occasion::Occasion;
use crate::mail::{Envelope, Letter, Reader, Reminder, Update};
use crate::storage::outbox::{Kind, Owed};
use crate::storage::{StorageError, accounts, bulletins, organisations, rehearsals, reminders};

/// The mails of a batch that go to the team, with whom each goes to.
#[derive(Default)]
pub struct Team(HashMap<Key, (EmailAddress, Letter)>);

impl Team {
    pub async fn of(app: &App, mails: &[Owed]) -> Result<Self, StorageError> {
        let mut team = Self::default();
        for mail in mails {
            let found = match mail.kind {
                Kind::Rehearsal => rehearsal(app, mail).await?,
                Kind::Reminder => reminder(app, mail).await?,
                _ => None,
            };
            team.0.extend(found.map(|found| ((mail.campaign, mail.id), found)));
        }
        Ok(team)
    }

    /// What to do with a mail; nothing where what it was about is gone.
    pub fn plan(&mut self, app: &App, mail: &Owed) -> Option<Plan> {
        let (email, letter) = self.0.remove(&(mail.campaign, mail.id))?;
        let (to, at) = (email.to_send(), app.tools.clock.now());
        let (reply_to, return_to, list, attached) = (None, None, None, None);
        let envelope = Envelope { id: mail.id, to, reply_to, return_to, letter, list, attached, at };
        Some(Plan::Send { domain: email.domain().to_owned(), envelope: Box::new(envelope) })
    }
}

pub(super) fn campaign(app: &App, id: i32) -> Option<Arc<Campaign>> {
    app.hub.campaigns_and_drafts().into_iter().find(|campaign| campaign.id == id)
}

/// The address of somebody who works for an organisation, as long as they do.
pub(super) async fn address(
    app: &App,
    account: uuid::Uuid,
    organisation: i32,
) -> Result<Option<EmailAddress>, StorageError> {
    let found = accounts::find(app.tools.db.read(), account).await?;
    let works_here =
        found.filter(|one| one.account.disabled_at.is_none() && one.account.organisation == organisation);
    let profile = works_here.and_then(|one| open_profile(&app.tools.vault, &one).ok());
    Ok(profile.and_then(|profile| EmailAddress::parse(&profile.email).ok()))
}

async fn rehearsal(app: &App, mail: &Owed) -> Result<Option<(EmailAddress, Letter)>, StorageError> {
    let db = app.tools.db.read();
    let (Some(campaign), Some(id)) = (campaign(app, mail.campaign), mail.subject) else { return Ok(None) };
    let Some(asked) = rehearsals::find(db, id).await? else { return Ok(None) };
    let Some(email) = address(app, asked.account, campaign.organisation).await? else { return Ok(None) };
    let Some(bulletin) = bulletins::find(db, asked.campaign, asked.number).await? else { return Ok(None) };
    let Some(organisation) = organisations::find(db, campaign.organisation).await? else { return Ok(None) };
    let update = Update {
        sender: sender(app),
        lang: asked.tag.parse().unwrap_or(Lang::En),
        campaign: &campaign,
        organisation: &organisation,
        number: asked.number,
        tag: &asked.tag,
        piece: bulletin.draft.piece(&asked.tag),
        reader: Reader::Writer,
    };
    Ok(Some((email, update.letter())))
}

/// What an addressee is called: as the text has them, else as they were when something was handed to them.
fn called(app: &App, campaign: &Campaign, key: &str) -> String {
    let now = campaign.text.addressees.iter().find(|one| one.key == key).map(|one| one.name.clone());
    let then = || {
        let delivered = app.hub.delivered(campaign.id);
        delivered.handed.iter().find(|one| one.to.key == key).map(|one| one.to.name.clone())
    };
    now.or_else(then).unwrap_or_default()
}

async fn reminder(app: &App, mail: &Owed) -> Result<Option<(EmailAddress, Letter)>, StorageError> {
    let db = app.tools.db.read();
    let (Some(campaign), Some(account)) = (campaign(app, mail.campaign), mail.subject) else {
        return Ok(None);
    };
    // Put away or taken down since it was owed: nobody works on it any more.
    if campaign.is_retired() {
        return Ok(None);
    }
    let Some(occasion) = reminders::find(db, mail.campaign, mail.number).await? else { return Ok(None) };
    // What waited for a day is no reminder any more, and may no longer be so.
    if !occasion.is_milestone() && app.tools.clock.now() >= mail.created_at + DAY {
        return Ok(None);
    }
    let Some(email) = address(app, account, campaign.organisation).await? else { return Ok(None) };
    let chosen = reminders::find_choice(db, account).await?;
    let main = campaign.content.language.as_str().parse().unwrap_or(Lang::En);
    let lang = chosen.map_or(main, |chosen| chosen.lang);
    let addressee = match &occasion {
        Occasion::Silence { key, .. } | Occasion::FollowUp { key, .. } => called(app, &campaign, key),
        _ => String::new(),
    };
    let reminder =
        Reminder { sender: sender(app), lang, campaign: &campaign, occasion, addressee: &addressee };
    Ok(Some((email, reminder.letter())))
}
