//! How staff name and order who stands on the list, and look at who signed.

use uuid::Uuid;

use super::record;
use crate::actions::accounts::By;
use crate::actions::{ActionError, Desk};
use crate::domain::digest::sha256;
use crate::domain::local_name::LocalName;
use crate::domain::sign_on::{Kind, SignOn, State};
use crate::storage::{letters, sign_ons};

/// What staff typed about a line of the list.
pub struct Edited {
    /// Of an organisation.
    pub names: Vec<LocalName>,
    pub weight: i32,
    /// What they saw when they began.
    pub seen: String,
}

/// What tells whether a line is still as it was seen.
pub fn seen(one: &SignOn) -> String {
    let names = serde_json::to_string(&one.names).expect("names are plain strings");
    sha256(format!("{names} {}", one.weight).as_bytes()).get(..16).unwrap_or_default().to_owned()
}

/// Changes a line; `false` where somebody else changed it meanwhile.
pub async fn edit(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    edited: Edited,
    by: By<'_>,
) -> Result<bool, ActionError> {
    let tx = desk.db.write().await?;
    letters::lock(&*tx, campaign).await?;
    let found = sign_ons::find_to_change(&*tx, campaign, id).await?;
    let mut one = found.filter(|one| one.state.is_confirmed()).ok_or(ActionError::Gone)?;
    if seen(&one) != edited.seen {
        return Ok(false);
    }
    one.weight = edited.weight;
    // The name of a professional is theirs: it shows as they chose.
    if one.kind == Kind::Organisation {
        one.names = edited.names;
    }
    sign_ons::save(&*tx, &one).await?;
    if one.state == State::Vetted {
        letters::touch(&*tx, campaign).await?;
    }
    record(&tx, desk, by, "edit_sign_on", (campaign, id.to_string(), "")).await?;
    tx.commit().await?;
    Ok(true)
}

/// Puts on record that somebody looks at who signed.
pub async fn look(desk: &Desk<'_>, campaign: i32, id: Uuid, by: By<'_>) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    record(&tx, desk, by, "look_at_sign_on", (campaign, id.to_string(), "")).await?;
    tx.commit().await?;
    Ok(())
}
