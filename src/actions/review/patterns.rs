use super::{comparable, person_marks, record};
use crate::actions::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::patterns::{Patterns, Trait};
use crate::storage::reviews;

/// How many of the newest signatures are looked at, so that it takes as long with a million as with ten thousand.
pub const LOOKED_AT: u64 = 5000;

/// Looks for what stands out among the newest signatures. People are opened for it in memory and none is shown; that somebody
/// looked is put on record.
pub async fn look_for_patterns(desk: &Desk<'_>, campaign: i32, actor: &str) -> Result<Patterns, ActionError> {
    let mut traits = Vec::new();
    for (signature, network) in reviews::sample(desk.db.read(), campaign, LOOKED_AT).await? {
        let person = desk.person(&signature)?;
        let email = EmailAddress::parse(&person.email);
        traits.push(Trait {
            signed_at: signature.created_at,
            confirmed_at: signature.confirmed_at,
            network,
            domain: email.as_ref().map_or("", EmailAddress::domain).to_owned(),
            name: comparable(&person.name),
            mark: person_marks(desk, &signature, &person).name,
            lang: signature.lang,
            country: signature.country.clone(),
        });
    }
    let tx = desk.db.write().await?;
    record(
        &tx,
        desk,
        actor,
        ("see_patterns", campaign),
        (String::new(), format!("{} looked at", traits.len())),
    )
    .await?;
    tx.commit().await?;
    Ok(Patterns::of(&traits))
}
