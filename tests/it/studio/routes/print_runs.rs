use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{slug}/print-runs", Asks::Right(Act::PrintCards), 200),
    ("POST", "/studio/campaigns/{slug}/print-runs", Asks::Right(Act::PrintCards), 404),
    ("GET", "/studio/campaigns/{slug}/print-runs/{number}", Asks::Right(Act::PrintCards), 404),
    ("POST", "/studio/campaigns/{slug}/print-runs/{number}/stage", Asks::Right(Act::PrintCards), 404),
    ("POST", "/studio/campaigns/{slug}/print-runs/{number}/printings", Asks::Right(Act::PrintCards), 404),
    (
        "POST",
        "/studio/campaigns/{slug}/print-runs/{number}/printings/{id}/cancel",
        Asks::Right(Act::PrintCards),
        404,
    ),
    (
        "GET",
        "/studio/campaigns/{slug}/print-runs/{number}/printings/{id}/cards.pdf",
        Asks::Right(Act::PrintCards),
        404,
    ),
    ("GET", "/studio/campaigns/{slug}/print-runs/{number}/cover.pdf", Asks::Right(Act::PrintCards), 404),
    ("GET", "/studio/campaigns/{slug}/print-runs/{number}/cards.csv", Asks::Right(Act::PrintCards), 404),
    ("GET", "/studio/campaigns/{slug}/print-runs/{number}/cards.json", Asks::Right(Act::PrintCards), 404),
    ("GET", "/studio/campaigns/{slug}/print-runs/{number}/designs/{id}", Asks::Right(Act::PrintCards), 404),
];
