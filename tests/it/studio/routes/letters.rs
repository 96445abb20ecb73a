use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/letter", Asks::Right(Act::MakeCampaigns), 200),
    ("POST", "/studio/campaigns/{campaign}/letter", Asks::Right(Act::MakeCampaigns), 422),
    ("GET", "/studio/campaigns/{campaign}/sign-ons", Asks::Right(Act::VetSignOns), 200),
    ("POST", "/studio/campaigns/{campaign}/sign-ons/decision", Asks::Right(Act::VetSignOns), 422),
    // Nothing says what is to be taken back.
    ("POST", "/studio/campaigns/{campaign}/sign-ons/undo", Asks::Right(Act::VetSignOns), 400),
    ("GET", "/studio/campaigns/{campaign}/sign-ons/{id}", Asks::Right(Act::VetSignOns), 404),
    ("POST", "/studio/campaigns/{campaign}/sign-ons/{id}", Asks::Right(Act::VetSignOns), 404),
    ("GET", "/studio/messages", Asks::Right(Act::ReadMessages), 200),
    ("GET", "/studio/messages/{id}", Asks::Right(Act::ReadMessages), 404),
    ("POST", "/studio/messages/{id}/answer", Asks::Right(Act::ReadMessages), 404),
    ("POST", "/studio/messages/{id}/note", Asks::Right(Act::ReadMessages), 404),
    ("POST", "/studio/messages/{id}/state", Asks::Right(Act::ReadMessages), 404),
    ("POST", "/studio/messages/{id}/deletion", Asks::Right(Act::ReadMessages), 404),
];
