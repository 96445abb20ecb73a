use super::{On, ReportError, hold, record};
use crate::actions::Desk;
use crate::domain::account::Organisation;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::report::{Report, State};
use crate::storage::reports::{self, receivers};

/// Whether a report may leave a campaign: it is public, and neither taken down nor put away.
pub fn is_open(campaign: &Campaign, desk: &Desk<'_>) -> bool {
    campaign.archived_at.is_none()
        && !matches!(campaign.status(desk.now), Status::Draft | Status::Removed | Status::Upcoming)
}

/// Switches a report on, for the first time or again. What would have been due until now is not made up for.
pub async fn switch_on(
    desk: &Desk<'_>,
    (campaign, organisation): (&Campaign, &Organisation),
    operator_address: &str,
    on: On<'_>,
) -> Result<(), ReportError> {
    if organisation.address_or(operator_address).is_empty() {
        return Err(ReportError::NoPostalAddress);
    }
    if !is_open(campaign, desk) {
        return Err(ReportError::NotPublic);
    }
    let tx = desk.db.write().await?;
    let one = hold(&tx, on).await?;
    if !matches!(one.state, State::New | State::Paused) {
        return Err(ReportError::MovedOn);
    }
    if one.terms.to.level(&campaign.text.addressees).is_none() {
        return Err(ReportError::NoAddressee);
    }
    if receivers::count_active(&*tx, on.of).await? == 0 {
        return Err(ReportError::NoReceiver);
    }
    let act = if one.state == State::New { "switch_on_report" } else { "resume_report" };
    let now_on = Report { state: State::On, because: None, owed_after: desk.now, ..one };
    reports::save(&*tx, &moved(now_on, desk)).await?;
    record(&tx, desk, on, act, String::new()).await?;
    tx.commit().await?;
    Ok(())
}

fn moved(one: Report, desk: &Desk<'_>) -> Report {
    Report { revision: one.revision + 1, changed_at: desk.now, ..one }
}

/// Nothing more is sent until it is switched on again, not even what is on its way out.
pub async fn pause(desk: &Desk<'_>, on: On<'_>) -> Result<(), ReportError> {
    let tx = desk.db.write().await?;
    let one = hold(&tx, on).await?;
    if one.state != State::On {
        return Err(ReportError::MovedOn);
    }
    reports::save(&*tx, &moved(Report { state: State::Paused, because: None, ..one }, desk)).await?;
    record(&tx, desk, on, "pause_report", String::new()).await?;
    tx.commit().await?;
    Ok(())
}

/// It is over for good. Who got it is forgotten after a while.
pub async fn end(desk: &Desk<'_>, on: On<'_>) -> Result<(), ReportError> {
    let tx = desk.db.write().await?;
    let one = hold(&tx, on).await?;
    if one.state == State::Ended {
        return Err(ReportError::MovedOn);
    }
    reports::save(&*tx, &moved(Report { state: State::Ended, because: None, ..one }, desk)).await?;
    record(&tx, desk, on, "end_report", String::new()).await?;
    tx.commit().await?;
    Ok(())
}
