use postulo::domain::role::Act;

use super::{Asks, Route};

const PRINT: Asks = Asks::Right(Act::PrintCards);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/print-runs", PRINT, 200),
    // Nothing says to whom.
    ("POST", "/studio/campaigns/{campaign}/print-runs", PRINT, 404),
    ("GET", "/studio/campaigns/{campaign}/print-runs/{id}", PRINT, 404),
    ("POST", "/studio/campaigns/{campaign}/print-runs/{id}/stage", PRINT, 404),
    ("POST", "/studio/campaigns/{campaign}/print-runs/{id}/printings", PRINT, 404),
    ("POST", "/studio/campaigns/{campaign}/print-runs/{id}/printings/{row}/cancel", PRINT, 404),
    ("GET", "/studio/campaigns/{campaign}/print-runs/{id}/printings/{row}/cards.pdf", PRINT, 404),
    ("GET", "/studio/campaigns/{campaign}/print-runs/{id}/cover.pdf", PRINT, 404),
    ("GET", "/studio/campaigns/{campaign}/print-runs/{id}/cards.csv", PRINT, 404),
    ("GET", "/studio/campaigns/{campaign}/print-runs/{id}/cards.json", PRINT, 404),
    ("GET", "/studio/campaigns/{campaign}/print-runs/{id}/designs/{row}", PRINT, 404),
];
