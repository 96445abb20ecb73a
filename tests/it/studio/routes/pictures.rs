use postulo::domain::role::Act;

use super::{Asks, Route};

const MAKE: Asks = Asks::Right(Act::MakeCampaigns);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/pictures", MAKE, 200),
    // No form with a file.
    ("POST", "/studio/campaigns/{campaign}/pictures", MAKE, 400),
    ("POST", "/studio/campaigns/{campaign}/pictures/{id}", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/pictures/{id}/choose", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/pictures/{id}/hide", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/pictures/{id}/delete", MAKE, 404),
    ("GET", "/studio/campaigns/{campaign}/documents", MAKE, 200),
    ("POST", "/studio/campaigns/{campaign}/documents", MAKE, 400),
    ("POST", "/studio/campaigns/{campaign}/documents/{id}", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/documents/{id}/up", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/documents/{id}/delete", MAKE, 404),
];
