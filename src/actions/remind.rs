use super::Desk;
use crate::domain::account::Account;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::occasion::{Occasion, Sight, come};
use crate::domain::role::Role;
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::reminders::{self, Choice};
use crate::storage::{StorageError, Transaction, accounts, organisations};

/// Whether a role gets reminders unless somebody chose otherwise.
pub const fn by_default(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Organiser)
}

/// Looks what has come to a campaign since the last look, and owes its team a mail about each. Of all nodes that look, one tells.
/// Returns how many mails that were.
pub async fn remind(
    desk: &Desk<'_>,
    campaign: &Campaign,
    counted: i64,
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
    let Some(organisation) = organisations::find(desk.db.read(), campaign.organisation).await? else {
        return Ok(0);
    };
    let come = come(campaign, &organisation.time_zone, ahead, before, now);
    let is_worth_noting = counted != before.counted || !come.is_empty() || desk.now < before.at;
    if !is_worth_noting || campaign.status(desk.now) == Status::Removed {
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

async fn owe(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: &Campaign,
    come: &[Occasion],
) -> Result<usize, StorageError> {
    let mut mails = Vec::new();
    for occasion in come {
        let Some(number) = reminders::insert(&**tx, campaign.id, *occasion, desk.now).await? else {
            continue;
        };
        for account in wanting(tx, campaign, *occasion).await? {
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
    occasion: Occasion,
) -> Result<Vec<Account>, StorageError> {
    let mut wanting = Vec::new();
    for stored in accounts::list(&**tx, Some(campaign.organisation)).await? {
        let account = stored.account;
        let chosen = reminders::find_choice(&**tx, account.id).await?;
        let wants = chosen.map_or_else(
            || by_default(account.role),
            |Choice { milestones, dates, .. }| if occasion.is_milestone() { milestones } else { dates },
        );
        if wants && account.disabled_at.is_none() {
            wanting.push(account);
        }
    }
    Ok(wanting)
}
