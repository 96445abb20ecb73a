use super::Sought;
use crate::actions::sign_on::open_signatory;
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::domain::sign_on::{SignOn, State};
use crate::storage::sign_ons;

/// Signatures under open letters, with the forms that were sent again for them.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let found = sign_ons::list_at(desk.db.read(), &sought.campaigns, &sought.addresses).await?;
    found.iter().map(|one| holding(desk, one)).collect()
}

fn holding(desk: &Desk<'_>, one: &SignOn) -> Result<Holding, ActionError> {
    let signatory = open_signatory(desk.vault, one)?;
    let person = &signatory.person;
    let lapses = matches!(one.state, State::Pending | State::Repeat).then_some(one.expires_at);
    Ok(Holding::new(Kind::SignOn, Some(one.campaign), one.id, Fate::Goes)
        .following(one.repeat_of.filter(|_| one.own))
        .word(What::State, one.state.as_str())
        .text(What::Organisation, &signatory.organisation)
        .text(What::Website, &signatory.website)
        .text(What::Name, &person.name)
        .text(What::PlaceInOrganisation, &signatory.role)
        .text(What::Profession, &signatory.profession)
        .text(What::Affiliation, &signatory.affiliation)
        .text(What::Email, &person.email)
        .text(What::PostalCode, &person.postal_code)
        .text(What::City, &person.city)
        .text(What::RegionTyped, &person.region)
        .text(What::Country, &one.country)
        .text(What::Comment, &person.comment)
        .word(What::Language, one.lang.code())
        .number(What::TextVersion, i64::from(one.text_version))
        .word(What::Display, one.display.as_str())
        .at(What::UpdatesSince, one.updates_since)
        .at(What::SignedAt, one.created_at)
        .at(What::ConfirmedAt, one.confirmed_at)
        .at(What::LapsesAt, lapses))
}
