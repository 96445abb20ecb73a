use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use crate::actions::{ActionError, Desk};
use crate::domain::campaign::Campaign;
use crate::domain::consent::{Consent, Wording, shown_at};
use crate::domain::lang::Lang;
use crate::domain::person::Person;
use crate::storage::audits::Entry;
use crate::storage::{consents, signatures, wordings};

/// How many signatures are opened at once.
const PAGE: u64 = 500;

/// Somebody's consent to updates, as it is proved.
pub struct Line {
    pub consent: Consent,
    /// Empty where nothing is known of them any more.
    pub name: String,
    pub email: String,
    /// More than one where one program took over from another at that time.
    pub words: Vec<String>,
}

/// Puts on record that staff take out the consents of a campaign.
pub async fn export_consents(desk: &Desk<'_>, campaign: &Campaign, by: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let actor = format!("account {by}");
    let entry = Entry {
        actor: &actor,
        act: "export_consents",
        campaign: Some(campaign.id),
        subject: campaign.slug.clone(),
        detail: String::new(),
    };
    desk.record(&tx, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// The words that were shown in each language, to tell to which somebody consented.
pub type Shown = HashMap<Lang, Vec<Wording>>;

pub async fn shown(desk: &Desk<'_>) -> Result<Shown, ActionError> {
    let mut shown = Shown::new();
    for lang in Lang::ALL {
        shown.insert(lang, wordings::list(desk.db.read(), lang).await?);
    }
    Ok(shown)
}

/// The consents of a campaign, those that have ended too, of the signatures after one; with the signature after which to ask on,
/// as long as there may be more. Whoever erased their data has taken their consents along.
pub async fn consents(
    desk: &Desk<'_>,
    campaign: i32,
    after: Uuid,
    shown: &Shown,
) -> Result<(Vec<Line>, Option<Uuid>), ActionError> {
    let db = desk.db.read();
    let (found, next) = consents::list(db, campaign, after, PAGE).await?;
    let ids: BTreeSet<Uuid> = found.iter().map(|consent| consent.signature).collect();
    let people = signatures::list(db, campaign, ids.into_iter().collect()).await?;
    let people: HashMap<Uuid, Person> = people
        .into_iter()
        .filter_map(|signature| Some((signature.id, desk.person(&signature).ok()?)))
        .collect();
    let lines = found.into_iter().map(|consent| {
        // Of who has withdrawn, or was forgotten with the years, no name is left.
        let person = people.get(&consent.signature);
        let told = |part: fn(&Person) -> &String| person.map(part).cloned().unwrap_or_default();
        let (name, email) = (told(|person| &person.name), told(|person| &person.email));
        Line { name, email, words: words(&consent, shown), consent }
    });
    Ok((lines.collect(), next))
}

/// The words that somebody had before them: those written down with the consent, else those shown at the time.
fn words(consent: &Consent, shown: &Shown) -> Vec<String> {
    let all = shown.get(&consent.lang).map(Vec::as_slice).unwrap_or_default();
    let these = match &consent.digest {
        Some(digest) => all.iter().filter(|one| one.digest == *digest).collect(),
        None => shown_at(all, consent.given_at),
    };
    these.into_iter().map(|one| one.words.replace('\n', " – ")).collect()
}
