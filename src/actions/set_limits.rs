//! What an organisation sets for the forms of its campaigns.

use uuid::Uuid;

use super::listings::{mark, seal};
use super::{ActionError, Desk};
use crate::domain::listing::{Kind, Listing, MOST};
use crate::domain::moment::Moment;
use crate::domain::own_limits::OwnLimits;
use crate::storage::audits::Entry;
use crate::storage::{StorageError, Transaction, listings};

/// Sets its limits.
pub async fn set_limits(
    desk: &Desk<'_>,
    organisation: i32,
    limits: OwnLimits,
    actor: &str,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    listings::change(&*tx, organisation, Some(limits), (actor, desk.now)).await?;
    let shown = |n: Option<u32>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let detail =
        [limits.network_burst, limits.network_sustained, limits.campaign_burst, limits.campaign_sustained];
    record(&tx, desk, actor, ("set_limits", organisation), detail.map(shown).join(" ")).await?;
    tx.commit().await?;
    Ok(())
}

/// Lists networks or domains; nothing of it where they would be more than may be.
pub async fn add_listings(
    desk: &Desk<'_>,
    organisation: i32,
    (kind, values): (Kind, Vec<String>),
    (note, expires_at): (&str, Option<Moment>),
    actor: &str,
) -> Result<bool, ActionError> {
    let tx = desk.db.write().await?;
    if listings::list(&*tx, organisation).await?.len() + values.len() > MOST {
        return Ok(false);
    }
    let many = values.len();
    for value in values {
        let (note, added_by) = (note.to_owned(), actor.to_owned());
        let mark = mark(desk.vault, organisation, kind, &value);
        let new = Listing { id: desk.id(), kind, value, note, added_by, added_at: desk.now, expires_at };
        listings::put(&*tx, seal(desk.vault, organisation, new), mark).await?;
    }
    listings::change(&*tx, organisation, None, (actor, desk.now)).await?;
    // How many, not which: a network may be somebody's.
    record(&tx, desk, actor, ("add_listings", organisation), format!("{many} {}", kind.as_str())).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes something off the list.
pub async fn remove_listing(
    desk: &Desk<'_>,
    organisation: i32,
    id: Uuid,
    actor: &str,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    if !listings::delete(&*tx, organisation, id).await? {
        return Err(ActionError::Gone);
    }
    listings::change(&*tx, organisation, None, (actor, desk.now)).await?;
    record(&tx, desk, actor, ("remove_listing", organisation), id.to_string()).await?;
    tx.commit().await?;
    Ok(())
}

async fn record(
    tx: &Transaction,
    desk: &Desk<'_>,
    actor: &str,
    (act, organisation): (&str, i32),
    detail: String,
) -> Result<(), StorageError> {
    let subject = format!("organisation {organisation}");
    let entry = Entry { actor, act, campaign: None, subject, detail };
    desk.record(tx, entry).await
}
