use uuid::Uuid;

use super::Sought;
use crate::actions::{ActionError, Desk, erase as erasing};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::domain::signature::{Signature, State};
use crate::storage::tallies::Count;
use crate::storage::{consents, people};

pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let found = people::list_signatures(desk.db.read(), &sought.campaigns, &sought.addresses).await?;
    let mut held = Vec::with_capacity(found.len());
    for signature in &found {
        let consents = consents::list_of(desk.db.read(), signature.campaign, signature.id).await?;
        let earlier = consents.iter().filter_map(|consent| Some((consent.given_at, consent.ended?)));
        let holding = earlier.fold(holding(desk, signature)?, |holding, (given_at, (ended_at, by))| {
            let between = format!("{given_at} – {ended_at} ({})", by.as_str());
            holding.text(What::EarlierConsent, &between)
        });
        held.push(holding);
    }
    Ok(held)
}

fn holding(desk: &Desk<'_>, signature: &Signature) -> Result<Holding, ActionError> {
    let person = desk.person(signature)?;
    // Held for review is no more told here than on the supporter's own page.
    let state = if signature.state == State::Held { State::Confirmed } else { signature.state };
    let lapses = (state == State::Pending).then_some(signature.expires_at);
    Ok(Holding::new(Kind::Signature, Some(signature.campaign), signature.id, Fate::Goes)
        .word(What::State, state.as_str())
        .text(What::Name, &person.name)
        .text(What::Email, &person.email)
        .text(What::PostalCode, &person.postal_code)
        .text(What::City, &person.city)
        .text(What::RegionTyped, &person.region)
        .text(What::Country, &signature.country)
        .text(What::Region, &signature.region)
        .text(What::Riding, &signature.riding)
        .text(What::Source, &signature.source)
        .text(What::Comment, &person.comment)
        .word(What::Language, signature.lang.code())
        .number(What::TextVersion, i64::from(signature.text_version))
        .word(What::Display, signature.display.as_str())
        .at(What::UpdatesSince, signature.updates_since)
        .at(What::SignedAt, signature.created_at)
        .at(What::ConfirmedAt, signature.confirmed_at)
        .number(What::Place, signature.place)
        .at(What::LapsesAt, lapses))
}

/// The same as the supporter's own page does; what was sent again for it goes too.
pub(super) async fn erase(desk: &Desk<'_>, campaign: i32, id: Uuid) -> Result<Option<Count>, ActionError> {
    erasing::erase(desk, campaign, id).await
}
