//! Organisers set their open letter: its text, who may sign it, how the list is ordered.

use super::accounts::By;
use super::{ActionError, Desk};
use crate::domain::letter::{Letter, Terms};
use crate::storage::audits::Entry;
use crate::storage::{StorageError, Transaction, letters, sign_ons};

/// What tells whether a letter's terms are still as they were seen.
pub fn seen(letter: Option<&Letter>) -> String {
    let Some(letter) = letter else { return String::new() };
    let terms = &letter.terms;
    let body = serde_json::to_string(&terms.body).expect("words are plain strings");
    let all =
        format!("{body} {} {} {} {:?}", terms.shown, terms.organisations, terms.professionals, terms.sorting);
    crate::domain::digest::sha256(all.as_bytes()).get(..16).unwrap_or_default().to_owned()
}

/// Sets the letter of a campaign; `false` where somebody else set it since it was `seen`.
pub async fn set_letter(
    desk: &Desk<'_>,
    campaign: i32,
    terms: &Terms,
    seen_before: &str,
    by: By<'_>,
) -> Result<bool, ActionError> {
    let tx = desk.db.write().await?;
    letters::lock(&*tx, campaign).await?;
    if seen(letters::find(&*tx, campaign).await?.as_ref()) != seen_before {
        return Ok(false);
    }
    let version = put(&tx, desk, campaign, terms).await?;
    let actor = by.name();
    let (subject, detail) = (String::new(), format!("text version {version}"));
    let campaign = Some(campaign);
    desk.record(&tx, Entry { actor: &actor, act: "set_letter", campaign, subject, detail }).await?;
    tx.commit().await?;
    Ok(true)
}

/// Stores it. A text that somebody has signed stays, and is followed by the next version; returns the one that stands now.
pub(super) async fn put(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    terms: &Terms,
) -> Result<i32, StorageError> {
    let known = letters::find(&**tx, campaign).await?;
    let version = match &known {
        None => 1,
        Some(letter) if letter.terms.body == terms.body => letter.version,
        Some(letter) if sign_ons::has_signed(&**tx, campaign, letter.version).await? => letter.version + 1,
        Some(letter) => letter.version,
    };
    if known.is_none_or(|letter| letter.terms.body != terms.body) {
        letters::replace_text(&**tx, campaign, version, &terms.body, desk.now).await?;
    }
    letters::put(&**tx, campaign, terms, version).await?;
    Ok(version)
}
