use postulo::domain::role::Act;

use super::{Asks, Route};

const KEEP: Asks = Asks::Right(Act::FollowUp);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/addressees", KEEP, 200),
    ("GET", "/studio/campaigns/{campaign}/addressees/{id}", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/addressees/{id}/contacts", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/contacts/{id}/delete", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/addressees/{id}/follow-up", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/addressees/{id}/follow-up/end", KEEP, 404),
    ("GET", "/studio/campaigns/{campaign}/addressees/{id}/replies", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/addressees/{id}/replies", KEEP, 404),
    ("GET", "/studio/campaigns/{campaign}/replies/{id}", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/replies/{id}", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/replies/{id}/show", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/replies/{id}/hide", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/replies/{id}/delete", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/replies/{id}/tell", KEEP, 404),
    ("GET", "/studio/campaigns/{campaign}/replies/{id}/document", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/replies/{id}/document", KEEP, 404),
    ("POST", "/studio/campaigns/{campaign}/replies/{id}/document/delete", KEEP, 404),
];
