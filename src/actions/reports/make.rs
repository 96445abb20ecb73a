use std::time::Duration;

use super::steer::is_open;
use super::{On, ReportError, gather, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::account::Organisation;
use crate::domain::campaign::Campaign;
use crate::domain::report::{Because, Due, Facts, Issue, Report, State};
use crate::domain::zone::Zone;
use crate::settings::Operator;
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::reports::{self, issues, receivers};
use crate::storage::{StorageError, Transaction};

/// Who signs while a report is made is in the next one: what is being written down at this moment must be in one of the two.
const SETTLED: Duration = Duration::from_mins(1);

/// What came of looking whether a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It is not due, or may not leave now.
    Nothing,
    /// So many mails are owed.
    Mails(usize),
    /// Nothing was new.
    Skipped,
    /// It cannot go on, and paused by itself.
    Paused(Because),
}

/// Makes an issue of a report that is due: what it tells is fixed, and a mail to each receiver is owed, in one transaction. For a
/// day it is made once, whoever comes first; what was due while nobody looked is one issue, not several.
pub async fn make(
    desk: &Desk<'_>,
    (campaign, organisation, operator): (&Campaign, &Organisation, &Operator),
    report: &Report,
) -> Result<Made, ReportError> {
    let due = report.terms.schedule.last(&Zone::named(&organisation.time_zone), desk.now);
    if report.state != State::On || due.at <= report.owed_after || !is_open(campaign, desk) {
        return Ok(Made::Nothing);
    }
    if organisation.address_or(&operator.address).is_empty() {
        return pause(desk, report, Because::NoPostalAddress).await;
    }
    let of = (campaign, organisation, operator);
    let Some(facts) = gather(desk, of, report, desk.now - SETTLED).await? else {
        return pause(desk, report, Because::NoAddressee).await;
    };
    let tx = desk.db.write().await?;
    let on = On { of: (report.campaign, report.number), by: By::SERVICE };
    let held = reports::find_to_change(&*tx, on.of).await?;
    // Somebody has changed it meanwhile, or another node was faster: the next look tells.
    let same = |one: &Report| one.revision == report.revision && one.owed_after == report.owed_after;
    if !held.as_ref().is_some_and(same) {
        return Ok(Made::Nothing);
    }
    reports::settle(&*tx, on.of, desk.now).await?;
    let made = write(&tx, desk, report, (due, facts)).await?;
    tx.commit().await?;
    Ok(made)
}

async fn write(
    tx: &Transaction,
    desk: &Desk<'_>,
    report: &Report,
    (due, facts): (Due, Facts),
) -> Result<Made, StorageError> {
    let of = (report.campaign, report.number);
    let last = issues::list(&**tx, of, 1).await?.pop().map_or(0, |issue| issue.number);
    let issue = Issue {
        campaign: report.campaign,
        report: report.number,
        number: last + 1,
        day: due.day,
        cut_off: desk.now - SETTLED,
        made_at: desk.now,
        skipped: report.terms.skips && !facts.is_news(),
        facts,
    };
    if !issues::insert(&**tx, &issue).await? {
        return Ok(Made::Nothing);
    }
    if issue.skipped {
        return Ok(Made::Skipped);
    }
    let all = receivers::list(&**tx, of).await?;
    let getting: Vec<_> = all.iter().filter(|one| one.is_active()).map(|one| one.id).collect();
    if getting.is_empty() {
        return Ok(Made::Mails(0));
    }
    issues::owe(&**tx, &issue, getting.iter().copied()).await?;
    let mails = getting.iter().map(|receiver| Owed {
        id: desk.id(),
        campaign: issue.campaign,
        kind: Kind::Report,
        subject: Some(*receiver),
        number: issue.number,
        sealed: None,
        recipient: None,
        attempts: 0,
        created_at: desk.now,
    });
    outbox::insert(&**tx, mails.collect()).await?;
    let on = On { of, by: By::SERVICE };
    record(tx, desk, on, "send_report", format!("issue {}, {} mails", issue.number, getting.len())).await?;
    Ok(Made::Mails(getting.len()))
}

async fn pause(desk: &Desk<'_>, report: &Report, because: Because) -> Result<Made, ReportError> {
    let tx = desk.db.write().await?;
    let on = On { of: (report.campaign, report.number), by: By::SERVICE };
    let held = reports::find_to_change(&*tx, on.of).await?;
    let Some(one) = held.filter(|one| one.revision == report.revision && one.state == State::On) else {
        return Ok(Made::Nothing);
    };
    let (revision, changed_at) = (one.revision + 1, desk.now);
    let paused = Report { state: State::Paused, because: Some(because), revision, changed_at, ..one };
    reports::save(&*tx, &paused).await?;
    record(&tx, desk, on, "pause_report", because.as_str().to_owned()).await?;
    tx.commit().await?;
    Ok(Made::Paused(because))
}
