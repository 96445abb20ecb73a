use super::Sought;
use crate::actions::postcards::open_written;
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::domain::postcard::{Postcard, State};
use crate::storage::postcards;

/// Postcards, with the forms that were sent again for them.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let found = postcards::list_at(desk.db.read(), &sought.campaigns, &sought.addresses).await?;
    found.iter().map(|one| holding(desk, one)).collect()
}

fn holding(desk: &Desk<'_>, one: &Postcard) -> Result<Holding, ActionError> {
    let written = open_written(desk.vault, one)?;
    let person = &written.person;
    let lapses = matches!(one.state, State::Pending | State::Repeat).then_some(one.expires_at);
    Ok(Holding::new(Kind::Postcard, Some(one.campaign), one.id, Fate::Goes)
        .following(one.repeat_of.filter(|_| one.own))
        .word(What::State, one.state.as_str())
        .text(What::Name, &person.name)
        .text(What::Email, &person.email)
        .text(What::PostalCode, &person.postal_code)
        .text(What::City, &person.city)
        .text(What::RegionTyped, &person.region)
        .text(What::Country, &one.country)
        .text(What::Message, &written.message)
        .text(What::Comment, &person.comment)
        .word(What::Language, one.lang.code())
        .word(What::Display, one.sender.as_str())
        .at(What::UpdatesSince, one.updates_since)
        .at(What::SignedAt, one.created_at)
        .at(What::ConfirmedAt, one.confirmed_at)
        .at(What::SentAt, one.sent_at)
        .at(What::LapsesAt, lapses))
}
