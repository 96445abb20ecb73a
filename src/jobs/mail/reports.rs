//! Reports that go to addressees and partners: made from what was fixed when they were due, less what has been taken back since.

use std::collections::HashMap;
use std::sync::Arc;

use super::plan::{Plan, sender, to_one};
use super::rows::Key;
use super::team;
use crate::actions::reports::{is_open, open_chosen, open_mailbox, stop_token, wants_two};
use crate::app::App;
use crate::documents::delivery::Names;
use crate::documents::report::Document;
use crate::domain::campaign::Campaign;
use crate::domain::country::Countries;
use crate::domain::email::EmailAddress;
use crate::domain::lang::Lang;
use crate::domain::report::{Facts, Receiver, Report, State};
use crate::mail::{Attached, Envelope, Reached, Standing};
use crate::storage::outbox::{End, Kind, Owed};
use crate::storage::reports::{self, issues, receivers, tries};
use crate::storage::{StorageError, blocks, suppressions};

/// What to do with the mails of a batch that are reports.
#[derive(Default)]
pub struct Reports(HashMap<Key, Plan>);

/// A report with its file, which is the same for all who get it.
#[derive(Clone)]
struct Drawn {
    facts: Arc<Facts>,
    comments: usize,
    pdf: Arc<Vec<u8>>,
}

/// The files of a batch; none where one could not be made.
type Files = HashMap<(i32, i32, i16), Option<Drawn>>;

impl Reports {
    pub async fn of(app: &App, mails: &[Owed]) -> Result<Self, StorageError> {
        let (mut all, mut files) = (Self::default(), Files::new());
        for mail in mails {
            let plan = match mail.kind {
                Kind::Report => report(app, mail, &mut files).await?,
                Kind::ReportTry => tried(app, mail).await?,
                _ => None,
            };
            all.0.extend(plan.map(|plan| ((mail.campaign, mail.id), plan)));
        }
        Ok(all)
    }

    /// What to do with a mail; nothing where what it was about is gone.
    pub fn plan(&mut self, mail: &Owed) -> Option<Plan> {
        self.0.remove(&(mail.campaign, mail.id))
    }
}

/// A report to a receiver who still gets it, as long as it is on.
async fn report(app: &App, mail: &Owed, files: &mut Files) -> Result<Option<Plan>, StorageError> {
    let db = app.tools.db.read();
    let (Some(campaign), Some(id)) = (app.hub.campaign_by_id(mail.campaign), mail.subject) else {
        return Ok(None);
    };
    let receiver = receivers::find(db, mail.campaign, id).await?.filter(Receiver::is_active);
    let Some(receiver) = receiver.filter(|_| is_open(&campaign, &app.desk())) else { return Ok(None) };
    let of = (mail.campaign, receiver.report);
    let Some(report) = reports::find(db, of).await?.filter(|one| one.state == State::On) else {
        return Ok(None);
    };
    let issue = issues::find(db, of, mail.number).await?.filter(|one| !one.skipped);
    let Some(issue) = issue.filter(|one| one.facts.is_for(&report.terms.to)) else {
        return Ok(None);
    };
    // What was fixed while the report told more stays unsaid: its addressee is to be told less by now, say, or its approval is gone.
    let level = report.level(&campaign.text.addressees, wants_two(db, campaign.organisation).await?);
    if level.is_none_or(|level| level < issue.facts.level) {
        return Ok(None);
    }
    let mailbox = open_mailbox(&app.tools.vault, &receiver).ok();
    let Some(email) = mailbox.and_then(|mailbox| EmailAddress::parse(&mailbox.email).ok()) else {
        return Ok(None);
    };
    if is_unwanted(app, mail.campaign, &email).await? {
        return Ok(Some(Plan::End(End::Suppressed)));
    }
    let key = (mail.campaign, receiver.report, mail.number);
    let drawn = match files.get(&key) {
        Some(drawn) => drawn.clone(),
        None => draw(app, &campaign, report.terms.lang, issue.facts).await?,
    };
    files.insert(key, drawn.clone());
    let Some(drawn) = drawn else { return Ok(Some(Plan::Fault)) };
    let stop = &*stop_token(&app.tools.vault, mail.campaign, receiver.id);
    let standing = standing(app, &campaign, (&report, &drawn), Reached::Receiver { stop });
    let mut plan = to_one(app, mail, receiver.id, &email, standing.letter());
    if let Plan::Send { envelope, .. } = &mut plan {
        envelope.list = Some(standing.list(stop));
        envelope.attached = Some(Attached { name: standing.file_name(), pdf: drawn.pdf.clone() });
    }
    Ok(Some(plan))
}

fn standing<'a>(
    app: &'a App,
    campaign: &'a Campaign,
    (report, drawn): (&Report, &'a Drawn),
    reached: Reached<'a>,
) -> Standing<'a> {
    let (sender, lang, facts, comments) = (sender(app), report.terms.lang, &*drawn.facts, drawn.comments);
    Standing { sender, lang, campaign, facts, comments, reached }
}

/// Whether an address gets no mail at all, or none about the campaign. Reports keep coming, so that a mailbox that sent one back
/// is left alone until somebody has seen to it.
async fn is_unwanted(app: &App, campaign: i32, email: &EmailAddress) -> Result<bool, StorageError> {
    let db = app.tools.db.read();
    let at = app.tools.vault.indexes("email", &[&email.canonical(&app.tools.rules.email)]);
    let is_blocked = !blocks::list(db, at.clone()).await?.is_empty();
    Ok(is_blocked || !suppressions::list(db, campaign, at).await?.is_empty())
}

/// The file of a report, with the comments that still may be told.
async fn draw(
    app: &App,
    campaign: &Arc<Campaign>,
    lang: Lang,
    facts: Facts,
) -> Result<Option<Drawn>, StorageError> {
    let facts = Arc::new(facts);
    let comments = open_chosen(&app.desk(), campaign.id, &facts.comments).await?;
    let (campaign, told, ridings) = (campaign.clone(), facts.clone(), app.tools.atlas.ridings());
    let many = comments.len();
    let made = tokio::task::spawn_blocking(move || {
        let names = Names { lang, countries: &Countries::built_in(), ridings: &ridings };
        Document { campaign: &campaign, facts: &told, names, comments: &comments }.pdf()
    });
    match made.await {
        Ok(Ok(pdf)) => Ok(Some(Drawn { facts, comments: many, pdf: Arc::new(pdf) })),
        Ok(Err(error)) => {
            tracing::error!(%error, "the file of a report cannot be written");
            Ok(None)
        }
        Err(_) => {
            tracing::error!("the file of a report met a fault");
            Ok(None)
        }
    }
}

/// A report as it was when one of the team asked for it, to them.
async fn tried(app: &App, mail: &Owed) -> Result<Option<Plan>, StorageError> {
    let db = app.tools.db.read();
    let (Some(campaign), Some(id)) = (team::campaign(app, mail.campaign), mail.subject) else {
        return Ok(None);
    };
    let Some(tried) = tries::find(db, id).await? else { return Ok(None) };
    let Some(report) = reports::find(db, tried.of).await? else { return Ok(None) };
    let email = team::address(app, tried.account, campaign.organisation).await?;
    let Some(email) = email else { return Ok(None) };
    let Some(drawn) = draw(app, &campaign, report.terms.lang, tried.facts).await? else {
        return Ok(Some(Plan::Fault));
    };
    let standing = standing(app, &campaign, (&report, &drawn), Reached::Team);
    let envelope = Envelope {
        id: mail.id,
        to: email.to_send(),
        reply_to: None,
        return_to: None,
        letter: standing.letter(),
        list: None,
        attached: Some(Attached { name: standing.file_name(), pdf: drawn.pdf.clone() }),
        at: app.tools.clock.now(),
    };
    Ok(Some(Plan::Send { domain: email.domain().to_owned(), envelope: Box::new(envelope) }))
}
