use uuid::Uuid;

use super::{ActionError, Desk};
use crate::domain::consent::{Consent, Ended, Given};
use crate::domain::digest::sha256;
use crate::domain::display::Display;
use crate::domain::lang::Lang;
use crate::domain::signature::Signature;
use crate::domain::tally::Change;
use crate::storage::tallies::Count;
use crate::storage::{Transaction, choices, consents, signatures, tallies};

async fn standing(tx: &Transaction, campaign: i32, id: Uuid) -> Result<Signature, ActionError> {
    tallies::find_to_change(&**tx, campaign).await?;
    let found = signatures::find_to_change(&**tx, campaign, id).await?;
    found.filter(|signature| signature.state.stands()).ok_or(ActionError::Gone)
}

/// Changes how the name shows. Returns the count, whose revision tells the page to show the names anew.
pub async fn show_name(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    display: Display,
) -> Result<Count, ActionError> {
    let tx = desk.db.write().await?;
    standing(&tx, campaign, id).await?;
    choices::set_display(&*tx, campaign, id, display).await?;
    let count = tallies::apply(&*tx, campaign, &Change::default(), desk.now).await?;
    tx.commit().await?;
    Ok(count)
}

/// Consents to updates from now, to these words in this language, or takes the consent back. What stands already stays as it was
/// given.
pub async fn ask_updates(
    desk: &Desk<'_>,
    (campaign, id): (i32, Uuid),
    wanted: Option<(Lang, &str)>,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let signature = standing(&tx, campaign, id).await?;
    match wanted {
        None => consents::end_one(&*tx, (campaign, id), Ended::Page, desk.now).await?,
        Some((lang, words)) if signature.updates_since.is_none() => {
            let given = Consent {
                campaign,
                signature: id,
                given_at: desk.now,
                given_by: Given::Page,
                lang,
                digest: Some(sha256(words.as_bytes())),
                ended: None,
            };
            consents::put(&*tx, &given).await?;
            choices::set_updates(&*tx, campaign, id, Some(desk.now)).await?;
        }
        Some(_) => {}
    }
    tx.commit().await?;
    Ok(())
}
