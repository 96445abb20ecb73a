//! Postcards in the studio: what is offered, on which pictures.

mod designs;
mod offer;
mod queue;

use postulo::domain::postcard::design::Design;
use postulo::storage::card_designs;
use uuid::Uuid;

use super::officials;
use super::pictures::{WORDS, photo};
use crate::support::{Member, TestApp};

pub const POSTCARDS: &str = "/studio/campaigns/recognize-celil/postcards";
pub const DESIGNS: &str = "/studio/campaigns/recognize-celil/postcards/designs";

/// The Prime Minister, as the directory has them.
pub const MINISTER: [(&str, &str); 8] = [
    ("honorific", "The Right Hon."),
    ("given_name", "Anne"),
    ("family_name", "Roy"),
    ("office_en", "Prime Minister of Canada"),
    ("office_fr", "Première ministre du Canada"),
    ("riding", "Nepean"),
    ("province", "ON"),
    ("parliament_address", "House of Commons, Ottawa, Ontario, K1A 0A6"),
];

/// The designs of the demo's campaign.
pub async fn designs(app: &TestApp) -> Vec<Design> {
    card_designs::list(app.app.tools.db.read(), app.campaign_id()).await.unwrap()
}

/// Adds a design that prints fine.
pub async fn add_design(app: &TestApp, member: &Member) -> Uuid {
    member.upload(DESIGNS, &WORDS, ("picture", &photo(1875, 1275))).await.expect(303);
    designs(app).await.last().unwrap().id()
}

/// Somebody in the directory.
pub async fn add_official(app: &TestApp, member: &Member, fields: &[(&str, &str)]) -> Uuid {
    officials::add(member, fields).await;
    let family = fields.iter().find(|(name, _)| *name == "family_name").unwrap().1;
    officials::named(app, family).await.id
}

/// What stands in the form: it says what was seen.
pub async fn seen(member: &Member) -> String {
    let page = member.get(POSTCARDS).await.expect(200).body;
    let (_, rest) = page.split_once("name=\"seen\" value=\"").expect("a form");
    rest.split('"').next().unwrap().to_owned()
}

/// Offers cards to the Prime Minister, with what else is told; returns who that is and the design.
pub async fn offer(app: &TestApp, member: &Member, more: &[(&str, &str)]) -> (Uuid, Uuid) {
    let (design, official) = (add_design(app, member).await, add_official(app, member, &MINISTER).await);
    let (seen, official_field) = (seen(member).await, format!("official-{official}"));
    let fields = [&[("seen", &*seen), ("offered", "yes"), (&official_field, "yes")], more].concat();
    member.post(POSTCARDS, &fields).await.expect(303);
    (official, design)
}
