use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use crate::domain::account::Account;
use crate::domain::campaign::Campaign;
use crate::domain::date::PartialDate;
use crate::domain::delivery::delivered::Delivered;
use crate::domain::lang::Lang;
use crate::domain::occasion::{Occasion, Sight, Waiting, come, come_of_waiting};
use crate::domain::reply::silence;
use crate::domain::role::{Act, Role};
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::reminders::{self, Choice};
use crate::storage::{StorageError, Transaction, accounts, contacts, replies};

/// Of what a role is reminded unless somebody chose otherwise.
pub const fn by_default(role: Role, lang: Lang) -> Choice {
    let leads = matches!(role, Role::Owner | Role::Organiser);
    Choice { milestones: leads, dates: leads, follow_ups: leads || matches!(role, Role::Staff), lang }
}

/// Looks what has come to a campaign since the last look, and owes its team a mail about each. Of all nodes that look, one tells.
/// Returns how many mails that were.
pub async fn remind(
    desk: &Desk<'_>,
    campaign: &Campaign,
    (counted, delivered): (i64, &Delivered),
    ahead: i64,
) -> Result<usize, StorageError> {
    let now = Sight { counted, at: desk.now };
    let Some(before) = reminders::find_sight(desk.db.read(), campaign.id).await? else {
        // What had come before anybody looked is no news.
        let tx = desk.db.write().await?;
        reminders::begin(&*tx, campaign.id, now).await?;
        tx.commit().await?;
        return Ok(0);
    };
    let zone = &campaign.time_zone;
    let mut come = come(campaign, zone, ahead, before, now);
    let waiting = waiting(desk, campaign, delivered).await?;
    come.extend(come_of_waiting(&waiting, zone, before.at, now.at));
    let is_worth_noting = counted != before.counted || !come.is_empty() || desk.now < before.at;
    if !is_worth_noting || campaign.is_retired() {
        return Ok(0);
    }
    let tx = desk.db.write().await?;
    if !reminders::look(&*tx, campaign.id, before, now).await? {
        return Ok(0);
    }
    let mails = owe(&tx, desk, campaign, &come).await?;
    tx.commit().await?;
    Ok(mails)
}

/// Who is waited for: those who are silent, and those to whom the team wants to come back.
async fn waiting(
    desk: &Desk<'_>,
    campaign: &Campaign,
    delivered: &Delivered,
) -> Result<Vec<Waiting>, StorageError> {
    let (db, zone) = (desk.db.read(), campaign.zone());
    let replied = replies::list_days(db, campaign.id).await?;
    let due: BTreeMap<String, PartialDate> =
        contacts::list_follow_ups(db, campaign.id).await?.into_iter().map(|one| (one.key, one.due)).collect();
    let keys: BTreeSet<&str> =
        delivered.handed.iter().map(|one| &*one.to.key).chain(due.keys().map(|key| &**key)).collect();
    let waiting = |key: &str| {
        let replied = replied.get(key).map_or(&[][..], Vec::as_slice);
        Waiting {
            key: key.to_owned(),
            silent_since: silence(delivered, key, replied, &zone),
            due: due.get(key).copied(),
        }
    };
    Ok(keys.into_iter().map(waiting).collect())
}

async fn owe(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: &Campaign,
    come: &[Occasion],
) -> Result<usize, StorageError> {
    let mut mails = Vec::new();
    for occasion in come {
        let Some(number) = reminders::insert(&**tx, campaign.id, occasion, desk.now).await? else {
            continue;
        };
        for account in wanting(tx, campaign, occasion).await? {
            mails.push(Owed {
                id: desk.id(),
                campaign: campaign.id,
                kind: Kind::Reminder,
                subject: Some(account.id),
                number,
                sealed: None,
                recipient: None,
                attempts: 0,
                created_at: desk.now,
            });
        }
    }
    let count = mails.len();
    outbox::insert(&**tx, mails).await?;
    Ok(count)
}

/// The accounts of the organisation that want to be told of this.
async fn wanting(
    tx: &Transaction,
    campaign: &Campaign,
    occasion: &Occasion,
) -> Result<Vec<Account>, StorageError> {
    let mut wanting = Vec::new();
    for stored in accounts::list(&**tx, Some(campaign.organisation)).await? {
        let account = stored.account;
        let chosen = reminders::find_choice(&**tx, account.id).await?;
        let chosen = chosen.unwrap_or_else(|| by_default(account.role, Lang::En));
        let wants = match occasion {
            _ if occasion.is_milestone() => chosen.milestones,
            _ if occasion.is_follow_up() => chosen.follow_ups && account.role.may(Act::FollowUp),
            _ => chosen.dates,
        };
        if wants && account.disabled_at.is_none() {
            wanting.push(account);
        }
    }
    Ok(wanting)
}
