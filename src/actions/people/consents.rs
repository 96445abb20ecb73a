use uuid::Uuid;

use crate::actions::{ActionError, Desk};
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::storage::audits::{self, Entry};
use crate::storage::people;

/// How many signatures are opened at once.
const PAGE: u64 = 500;

/// Somebody's consent to updates, as it is proved.
pub struct Line {
    pub signature: Uuid,
    pub name: String,
    pub email: String,
    pub lang: Lang,
    pub given_at: Moment,
}

/// Puts on record that staff take out the consents of a campaign.
pub async fn export_consents(desk: &Desk<'_>, campaign: &Campaign, by: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let actor = format!("account {by}");
    let entry = Entry {
        id: desk.id(),
        at: desk.now,
        actor: &actor,
        act: "export_consents",
        campaign: Some(campaign.id),
        subject: campaign.slug.clone(),
        detail: String::new(),
    };
    audits::append(&*tx, entry).await?;
    tx.commit().await?;
    Ok(())
}

/// The consents of a campaign that stand, those of the signatures after one; with the signature after which to ask on, as long as
/// there may be more.
pub async fn consents(
    desk: &Desk<'_>,
    campaign: i32,
    after: Uuid,
) -> Result<(Vec<Line>, Option<Uuid>), ActionError> {
    let found = people::list_consenting(desk.db.read(), campaign, after, PAGE).await?;
    let next = found.last().map(|last| last.id).filter(|_| found.len() as u64 == PAGE);
    let mut lines = Vec::with_capacity(found.len());
    for signature in found {
        // Whoever left meanwhile has taken their consent along.
        let (Ok(person), Some(given_at)) = (desk.person(&signature), signature.updates_since) else {
            continue;
        };
        let (name, email, lang) = (person.name, person.email, signature.lang);
        lines.push(Line { signature: signature.id, name, email, lang, given_at });
    }
    Ok((lines, next))
}
