use super::Sought;
use crate::actions::sign::{Sent, repeat_seat};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::storage::people;

/// The forms that were sent again for the signatures at an address. Who typed another name is not the person of that
/// signature, but it is their address.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let db = desk.db.read();
    let mut found = Vec::new();
    for signature in people::list_signatures(db, &sought.campaigns, &sought.addresses).await? {
        for repeat in people::list_repeats(db, signature.campaign, signature.id).await? {
            let Sent { lang, form } =
                desk.vault.open(repeat_seat(repeat.campaign, repeat.id), &repeat.sealed)?;
            let holding = Holding::new(Kind::Repeat, Some(repeat.campaign), repeat.id, Fate::Goes)
                .following(Some(signature.id))
                .text(What::Name, &form.name)
                .text(What::Email, &form.email)
                .text(What::PostalCode, &form.postal_code)
                .text(What::City, &form.city)
                .text(What::RegionTyped, &form.region)
                .text(What::Country, &form.country)
                .text(What::Comment, &form.comment)
                .word(What::Language, lang.code())
                .at(What::SignedAt, repeat.created_at)
                .at(What::LapsesAt, repeat.expires_at);
            found.push(holding);
        }
    }
    Ok(found)
}
