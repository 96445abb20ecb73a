//! Organisers set whether and to whom cards may be written.

use super::record;
use crate::actions::accounts::By;
use crate::actions::{ActionError, Desk};
use crate::domain::digest::sha256;
use crate::domain::official::{Official, Part, folded, written_day};
use crate::domain::postcard::Offer;
use crate::storage::officials::{self, Filter};
use crate::storage::{StorageError, campaigns, card_offers};

/// What is seen before there is an offer: a form that says nothing has seen nothing.
const NOTHING: &str = "none";

/// What tells whether an offer is still as it was seen.
pub fn seen(offer: Option<&Offer>) -> String {
    let Some(offer) = offer else { return NOTHING.to_owned() };
    let words = serde_json::to_string(&offer.suggestion).expect("words are plain strings");
    let all =
        format!("{words} {} {:?} {} {}", offer.offered, offer.officials, offer.by_riding, offer.elections);
    sha256(all.as_bytes()).get(..16).unwrap_or_default().to_owned()
}

/// Sets what a campaign offers; `false` where somebody else set it since it was `seen`.
pub async fn set_offer(
    desk: &Desk<'_>,
    campaign: i32,
    offer: &Offer,
    seen_before: &str,
    by: By<'_>,
) -> Result<bool, ActionError> {
    let tx = desk.db.write().await?;
    // The first of all is locked by its campaign.
    campaigns::lock(&*tx, campaign).await?;
    let known = card_offers::find_to_change(&*tx, campaign).await?;
    if seen(known.as_ref()) != seen_before {
        return Ok(false);
    }
    let revision = known.map_or(1, |known| known.revision + 1);
    card_offers::put(&*tx, campaign, &Offer { revision, ..offer.clone() }).await?;
    let detail = if offer.offered { "offered" } else { "not offered" };
    record(&tx, desk, by, "set_postcards", (campaign, String::new(), detail.to_owned())).await?;
    tx.commit().await?;
    Ok(true)
}

/// The member for a postal code: of the directory, in office, with the riding in which the code lies.
pub async fn member_for(
    desk: &Desk<'_>,
    organisation: i32,
    (country, postal_code): (&str, &str),
) -> Result<Option<Official>, StorageError> {
    let ridings = desk.atlas.ridings();
    let Some(riding) = ridings.find(country, postal_code) else { return Ok(None) };
    let names: Vec<String> = [&riding.en, &riding.fr]
        .into_iter()
        .filter(|name| !name.is_empty())
        .map(|name| folded(name))
        .collect();
    for name in [&riding.en, &riding.fr] {
        if name.is_empty() {
            continue;
        }
        let filter = Filter { riding: name.clone(), today: Some(written_day(desk.now)), ..Filter::default() };
        let found = officials::list_page(desk.db.read(), organisation, &filter, (None, 50)).await?;
        // The list is of those whose riding has the name in it.
        let mine = found.into_iter().find(|one| names.contains(&folded(one.details.get(Part::Riding))));
        if mine.is_some() {
            return Ok(mine);
        }
    }
    Ok(None)
}
