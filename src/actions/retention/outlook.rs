use super::{Terms, terms};
use crate::actions::{ActionError, Desk};
use crate::domain::moment::{DAY, Moment};
use crate::domain::retention::{FinalDelivery, anonymised_at};
use crate::settings::Retention;
use crate::storage::{anonymity, campaigns, holdings, inquiries, ledger, postcards, retention, turns};

/// What would go at this moment of what an organisation holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Going {
    pub signers: u64,
    pub lapsed: u64,
    pub repeats: u64,
    pub networks: u64,
    pub mails: u64,
    pub askers: u64,
}

/// A campaign, and when its people go.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    pub campaign: i32,
    pub delivery: Option<FinalDelivery>,
    pub goes_at: Option<Moment>,
    /// How many people are named in it that would go then, as consents stand now; not counted before the delivery is told.
    pub named: Option<u64>,
}

/// How long an organisation keeps what, and what goes when.
pub struct Outlook {
    pub terms: Terms,
    pub rows: Vec<Row>,
    pub going: Going,
    /// When the service last looked what has been kept long enough.
    pub last_run: Option<Moment>,
}

/// Looks ahead; changes nothing.
pub async fn outlook(
    desk: &Desk<'_>,
    settings: &Retention,
    organisation: i32,
) -> Result<Outlook, ActionError> {
    let tx = desk.db.snapshot().await?;
    let db = &*tx;
    let terms = terms(db, settings, organisation).await?;
    let deliveries = retention::list_deliveries(db).await?;
    let ids = campaigns::list_of(db, organisation).await?;
    let consent_before = terms.consents.reaches(desk.now);
    let (mut rows, mut signers) = (Vec::new(), 0);
    for id in &ids {
        let Some(campaign) = campaigns::find(db, *id).await? else { continue };
        let delivery = deliveries.get(id).copied();
        let goes_at = anonymised_at(&campaign, delivery, &terms.signers);
        let named = match delivery {
            Some(_) => {
                let cards = postcards::count_named(db, *id, consent_before).await?;
                let rows = ledger::signatories::count_named(db, *id).await?;
                Some(anonymity::count(db, *id, consent_before).await? + cards + rows)
            }
            None => None,
        };
        if goes_at.is_some_and(|at| at <= desk.now) {
            signers += named.unwrap_or(0);
        }
        rows.push(Row { campaign: *id, delivery, goes_at, named });
    }
    let going = Going {
        signers,
        lapsed: holdings::count_lapsed(db, &ids, desk.now).await?,
        repeats: holdings::count_repeats(db, &ids, desk.now).await?,
        networks: holdings::count_networks(db, &ids, desk.now - DAY * settings.network).await?,
        mails: holdings::count_mails(db, &ids, desk.now - DAY * settings.outbox).await?,
        askers: inquiries::count_askers_of(db, organisation, desk.now - DAY * settings.inquiries).await?,
    };
    let last_run = turns::last(db, "purge", crate::actions::purge::EVERY).await?;
    Ok(Outlook { terms, rows, going, last_run })
}
