use super::Sought;
use crate::actions::{ActionError, Desk, open_person};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::domain::signature::Signature;
use crate::storage::{kept, signatures};

/// Who was struck out and is kept for some weeks, so that it can be undone. Erased, it goes with its signature.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let db = desk.db.read();
    let mut found = Vec::new();
    for kept in kept::list_at(db, &sought.campaigns, &sought.addresses).await? {
        let Some(trace) = signatures::find(db, kept.campaign, kept.signature).await? else { continue };
        let signature = Signature { sealed: kept.sealed, ..trace };
        let person = open_person(desk.vault, &signature)?;
        let holding = Holding::new(Kind::Signature, Some(signature.campaign), signature.id, Fate::Goes)
            .word(What::State, signature.state.as_str())
            .text(What::Name, &person.name)
            .text(What::Email, &person.email)
            .text(What::PostalCode, &person.postal_code)
            .text(What::City, &person.city)
            .text(What::RegionTyped, &person.region)
            .text(What::Country, &signature.country)
            .text(What::Comment, &person.comment)
            .at(What::SignedAt, signature.created_at)
            .at(What::EndedAt, signature.ended_at)
            .at(What::LapsesAt, kept.until);
        found.push(holding);
    }
    Ok(found)
}
