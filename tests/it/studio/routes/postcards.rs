use postulo::domain::role::Act;

use super::{Asks, Route};

const MAKE: Asks = Asks::Right(Act::MakeCampaigns);
const JUDGE: Asks = Asks::Right(Act::JudgeCards);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/postcards", MAKE, 200),
    // Nothing says what was seen.
    ("POST", "/studio/campaigns/{campaign}/postcards", MAKE, 422),
    ("GET", "/studio/campaigns/{campaign}/postcards/designs", MAKE, 200),
    // No form with a file.
    ("POST", "/studio/campaigns/{campaign}/postcards/designs", MAKE, 400),
    ("POST", "/studio/campaigns/{campaign}/postcards/designs/{id}", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/postcards/designs/{id}/up", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/postcards/designs/{id}/retire", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/postcards/designs/{id}/restore", MAKE, 404),
    ("GET", "/studio/campaigns/{campaign}/cards", JUDGE, 200),
    ("POST", "/studio/campaigns/{campaign}/cards/decision", JUDGE, 422),
    // Nothing says what is to be taken back.
    ("POST", "/studio/campaigns/{campaign}/cards/undo", JUDGE, 400),
];
