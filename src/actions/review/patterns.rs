use uuid::Uuid;

use super::{comparable, person_marks, record};
use crate::actions::{ActionError, Desk};
use crate::domain::email::EmailAddress;
use crate::domain::patterns::{Patterns, Trait};
use crate::storage::reviews;

/// How many of the newest signatures are looked at, so that it takes as long with a million as with ten thousand.
pub const LOOKED_AT: u64 = 5000;

/// How many are opened before others have their turn.
const TURN: usize = 250;

/// Looks for what stands out among the newest signatures, or the newest before one of them; says where it goes on with older
/// ones. People are opened for it in memory and none is shown; that somebody
/// looked is put on record.
pub async fn look_for_patterns(
    desk: &Desk<'_>,
    campaign: i32,
    before: Option<Uuid>,
    actor: &str,
) -> Result<(Patterns, Option<Uuid>), ActionError> {
    let mut traits = Vec::new();
    let mut closed = 0_u64;
    let sample = reviews::sample(desk.db.read(), campaign, before, LOOKED_AT).await?;
    let older = sample.last().filter(|_| sample.len() as u64 == LOOKED_AT).map(|(last, _)| last.id);
    for (signature, network) in sample {
        if traits.len() % TURN == TURN - 1 {
            tokio::task::yield_now().await;
        }
        let Ok(person) = desk.person(&signature) else {
            closed += 1;
            continue;
        };
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
    if closed > 0 {
        tracing::warn!(campaign, closed, "signatures do not open and are left out of the patterns");
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
    Ok((Patterns::of(&traits), older))
}
