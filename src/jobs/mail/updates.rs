//! Updates to supporters: what each says to its reader, and whether it still may go.

use std::collections::HashMap;
use std::time::Duration;

use super::Outcome;
use super::plan::sender;
use crate::actions::unsubscribe_token;
use crate::app::App;
use crate::domain::account::Organisation;
use crate::domain::bulletin::{Published, languages};
use crate::domain::lang::Lang;
use crate::domain::mailing::State;
use crate::mail::{Letter, List, Reader, Update};
use crate::storage::outbox::{End, Kind, Owed};
use crate::storage::{StorageError, audience, bulletins, mailings, organisations};

/// How long a mail of a paused sending is put off, which was under way when it was paused.
const PAUSE: Duration = Duration::from_mins(1);

/// The updates that the mails of a batch carry, in their newest versions.
#[derive(Default)]
pub struct Issues(HashMap<(i32, i16), (Published, Organisation)>);

impl Issues {
    pub async fn of(app: &App, mails: &[Owed]) -> Result<Self, StorageError> {
        let db = app.tools.db.read();
        let mut issues = Self::default();
        for mail in mails.iter().filter(|mail| mail.kind == Kind::Update) {
            let key = (mail.campaign, mail.number);
            let Some(campaign) = app.hub.campaign_by_id(mail.campaign) else { continue };
            if issues.0.contains_key(&key) {
                continue;
            }
            let published = bulletins::find_published(db, mail.campaign, mail.number).await?;
            let organisation = organisations::find(db, campaign.organisation).await?;
            issues.0.extend(published.zip(organisation).map(|issue| (key, issue)));
        }
        Ok(issues)
    }

    /// The letter to a reader of a language, and the list it belongs to; nothing where there is nothing to read any more.
    pub fn letter(&self, app: &App, mail: &Owed, lang: Lang) -> Option<(Letter, List)> {
        let campaign = app.hub.campaign_by_id(mail.campaign)?;
        let (published, organisation) = self.0.get(&(mail.campaign, mail.number))?;
        let (tag, piece) = published.wording.best(lang.code(), &languages(&campaign))?;
        let sender = sender(app);
        let token = &*unsubscribe_token(&app.tools.vault, mail.campaign, mail.subject?);
        let update = Update {
            sender,
            lang,
            campaign: &campaign,
            organisation,
            number: mail.number,
            tag,
            piece,
            reader: Reader::Supporter { unsubscribe: token },
        };
        Some((update.letter(), update.list(token)))
    }
}

/// Looks once more before a mail leaves: it may have waited in the line for a while. Says what became of one that does not go.
pub async fn stopped(app: &App, mail: &Owed) -> Option<Outcome> {
    let looked = app.tools.db.answered(look(app, mail)).await;
    looked.unwrap_or(Some(Outcome::Back))
}

async fn look(app: &App, mail: &Owed) -> Result<Option<Outcome>, StorageError> {
    let db = app.tools.db.read();
    let Some(mailing) = mailings::find(db, mail.campaign, mail.number).await? else {
        return Ok(Some(Outcome::Ended(End::Void)));
    };
    match mailing.state {
        State::Cancelled => return Ok(Some(Outcome::Ended(End::Void))),
        State::Paused => return Ok(Some(Outcome::NotBefore(app.tools.clock.now() + PAUSE))),
        State::Running | State::Done => {}
    }
    let wants = match mail.subject {
        Some(id) => audience::wants(db, mail.campaign, id).await?,
        None => false,
    };
    Ok((!wants).then_some(Outcome::Ended(End::Void)))
}
