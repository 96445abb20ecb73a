use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Due, Terms, terms};
use crate::actions::postcards::forget_named;
use crate::actions::{ActionError, Desk, deliveries};
use crate::domain::campaign::Campaign;
use crate::domain::consent::Ended;
use crate::domain::moment::Moment;
use crate::domain::retention::{FinalDelivery, anonymised_at};
use crate::settings::Retention;
use crate::storage::{
    Connection, StorageError, anonymity, campaigns, consents, contacts, ledger, official_sheets, postcards,
    retention,
};

/// How many people go in one transaction: signing waits for no more.
const BATCH: u64 = 200;

/// Whether the people of a campaign that was handed over have been kept long enough.
fn is_over(campaign: &Campaign, delivery: FinalDelivery, terms: &Terms, now: Moment) -> bool {
    anonymised_at(campaign, Some(delivery), &terms.signers).is_some_and(|at| at <= now)
}

/// Whether the people of a campaign are forgotten, or are as soon as the next purge runs.
pub async fn is_forgotten(desk: &Desk<'_>, campaign: i32) -> Result<bool, StorageError> {
    let db = desk.db.read();
    let told = retention::list_deliveries(db).await?;
    let Some(delivery) = told.get(&campaign) else { return Ok(false) };
    let Some(campaign) = campaigns::find(db, campaign).await? else { return Ok(false) };
    let terms = terms(db, desk.retention, campaign.organisation).await?;
    Ok(is_over(&campaign, *delivery, &terms, desk.now))
}

/// The campaigns whose people have been kept long enough.
async fn list_due(
    db: &impl Connection,
    desk: &Desk<'_>,
    settings: &Retention,
) -> Result<Vec<Due>, StorageError> {
    let mut of_organisations = BTreeMap::new();
    let mut due = Vec::new();
    for (id, delivery) in retention::list_deliveries(db).await? {
        let Some(campaign) = campaigns::find(db, id).await? else { continue };
        let organisation = campaign.organisation;
        let terms = match of_organisations.get(&organisation) {
            Some(terms) => *terms,
            None => terms(db, settings, organisation).await?,
        };
        of_organisations.insert(organisation, terms);
        if is_over(&campaign, delivery, &terms, desk.now) {
            due.push(Due { campaign: id, consent_before: terms.consents.reaches(desk.now) });
        }
    }
    Ok(due)
}

/// Lets the people of campaigns go that were handed over long enough ago; the counts stay. Cut off, it goes on where it was:
/// whoever is gone is not found again. Returns how many went.
pub async fn anonymise(desk: &Desk<'_>, settings: &Retention) -> Result<u64, ActionError> {
    let mut gone = 0;
    for due in list_due(desk.db.read(), desk, settings).await? {
        deliveries::forget_all(desk, due.campaign).await?;
        let tx = desk.db.write().await?;
        official_sheets::forget(&*tx, due.campaign).await?;
        contacts::forget(&*tx, due.campaign).await?;
        ledger::entries::forget(&*tx, due.campaign).await?;
        ledger::scans::forget(&*tx, due.campaign).await?;
        gone += ledger::signatories::forget(&*tx, due.campaign).await?;
        tx.commit().await?;
        gone += forget_named(desk, due.campaign, due.consent_before).await?;
        let mut after = Uuid::nil();
        loop {
            let tx = desk.db.write().await?;
            let from = (due.campaign, after);
            let ids = anonymity::list_to_change(&*tx, from, due.consent_before, BATCH).await?;
            let Some(last) = ids.last() else { break };
            after = *last;
            for id in &ids {
                consents::end_one(&*tx, (due.campaign, *id), Ended::Retention, desk.now).await?;
            }
            gone += anonymity::anonymise(&*tx, due.campaign, ids).await?;
            tx.commit().await?;
        }
    }
    Ok(gone)
}

/// How many would go.
pub async fn would_anonymise(
    db: &impl Connection,
    desk: &Desk<'_>,
    settings: &Retention,
) -> Result<u64, ActionError> {
    let mut gone = 0;
    for due in list_due(db, desk, settings).await? {
        gone += anonymity::count(db, due.campaign, due.consent_before).await?;
        gone += postcards::count_named(db, due.campaign, due.consent_before).await?;
        gone += ledger::signatories::count_named(db, due.campaign).await?;
    }
    Ok(gone)
}
