use uuid::Uuid;

use super::{On, ReportError, hold, index, indexes, record, seat};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::email::EmailAddress;
use crate::domain::report::{
    Addresses, EmailFault, MOST_REPORTS, Mailbox, Receiver, Report, State, Terms, To,
};
use crate::storage::reports::{self, Of, receivers};
use crate::storage::{Transaction, campaigns};

/// What the record says of how a report is set up: to whom and when, no address.
fn said(terms: &Terms, addresses: usize) -> String {
    let to = match &terms.to {
        To::Addressee(key) => key.as_str(),
        To::Partner { level, .. } => level.as_str(),
    };
    let (rhythm, day) = terms.schedule.rhythm.parts();
    format!("{to}, {rhythm} {day}, {addresses} addresses")
}

/// Sets up a report, which goes nowhere before it is switched on; returns its number. `after` is the last number that whoever
/// sets it up has seen: pressed twice, it is there once.
pub async fn create(
    desk: &Desk<'_>,
    campaign: &Campaign,
    (terms, addresses): (&Terms, &Addresses),
    after: i32,
    by: By<'_>,
) -> Result<i32, ReportError> {
    let set_by = by.account();
    let tx = desk.db.write().await?;
    // Of two who set one up at once, one waits here.
    campaigns::lock(&*tx, campaign.id).await?;
    let all = reports::list(&*tx, campaign.id).await?;
    let last = all.first().map_or(0, |one| one.number);
    if let Some(same) = all.first().filter(|one| {
        one.number > after && one.state == State::New && one.set_by == set_by && one.terms == *terms
    }) {
        return Ok(same.number);
    }
    if all.iter().filter(|one| one.state != State::Ended).count() >= MOST_REPORTS {
        return Err(ReportError::TooMany);
    }
    let new = Report {
        campaign: campaign.id,
        number: last + 1,
        revision: 1,
        terms: terms.clone(),
        state: State::New,
        because: None,
        owed_after: desk.now,
        set_by,
        approved_by: None,
        created_at: desk.now,
        changed_at: desk.now,
    };
    reports::insert(&*tx, &new).await?;
    let on = On { of: (campaign.id, new.number), by };
    put_addresses(&tx, desk, on.of, addresses).await?;
    record(&tx, desk, on, "set_up_report", said(terms, addresses.as_slice().len())).await?;
    tx.commit().await?;
    Ok(new.number)
}

/// Changes a report. Whoever had an older one before them is shown the newer, and nothing is overwritten.
pub async fn update(
    desk: &Desk<'_>,
    on: On<'_>,
    (terms, addresses): (&Terms, &Addresses),
    revision: i32,
) -> Result<(), ReportError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    if one.revision != revision {
        return Err(ReportError::Overtaken(Box::new(one)));
    }
    if one.state == State::Ended {
        return Err(ReportError::MovedOn);
    }
    if one.terms.schedule != terms.schedule {
        // What was due by the old days is settled: nobody asked for a report today because it could have been yesterday.
        one.owed_after = desk.now;
    }
    one.terms = terms.clone();
    // What was approved was what it was before, and where it went.
    (one.set_by, one.approved_by) = (on.by.account(), None);
    (one.revision, one.changed_at) = (one.revision + 1, desk.now);
    reports::save(&*tx, &one).await?;
    put_addresses(&tx, desk, on.of, addresses).await?;
    record(&tx, desk, on, "change_report", said(terms, addresses.as_slice().len())).await?;
    tx.commit().await?;
    Ok(())
}

/// The addresses that a report goes to from now on. Who wants no more is not added again, to this report or another one of the
/// campaign, by whomever. Who is taken out stays known, so that the link in what they got still ends it for good.
async fn put_addresses(
    tx: &Transaction,
    desk: &Desk<'_>,
    of: Of,
    addresses: &Addresses,
) -> Result<(), ReportError> {
    let known = receivers::list(&**tx, of).await?;
    let mut kept = Vec::new();
    for (number, email) in (1..).zip(addresses.as_slice()) {
        let at = receivers::list_at(&**tx, &[of.0], &indexes(desk, email)).await?;
        if at.iter().any(|receiver| receiver.left_at.is_some()) {
            return Err(ReportError::Email(EmailFault::Left(number)));
        }
        if let Some(same) = at.iter().find(|receiver| receiver.report == of.1) {
            receivers::revive(&**tx, same.id, sealed(desk, of, same.id, email), index(desk, email)).await?;
            kept.push(same.id);
        } else {
            add(tx, desk, of, email).await?;
        }
    }
    let gone = known.iter().filter(|one| one.is_active() && !kept.contains(&one.id));
    receivers::remove(&**tx, gone.map(|one| one.id).collect(), desk.now).await?;
    Ok(())
}

/// Where a report goes, as it is kept.
fn sealed(desk: &Desk<'_>, of: Of, id: Uuid, email: &EmailAddress) -> Vec<u8> {
    desk.vault.seal(seat(of.0, id), &Mailbox { email: email.as_typed().to_owned() })
}

async fn add(tx: &Transaction, desk: &Desk<'_>, of: Of, email: &EmailAddress) -> Result<(), ReportError> {
    let id = desk.id();
    let new = Receiver {
        id,
        campaign: of.0,
        report: of.1,
        sealed: sealed(desk, of, id, email),
        created_at: desk.now,
        left_at: None,
        removed_at: None,
    };
    receivers::insert(&**tx, new, index(desk, email)).await?;
    Ok(())
}
