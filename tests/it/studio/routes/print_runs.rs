use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/recognize-celil/print-runs", Asks::Right(Act::PrintCards), 200),
    ("POST", "/studio/campaigns/recognize-celil/print-runs", Asks::Right(Act::PrintCards), 404),
    ("GET", "/studio/campaigns/recognize-celil/print-runs/1", Asks::Right(Act::PrintCards), 404),
    ("POST", "/studio/campaigns/recognize-celil/print-runs/1/stage", Asks::Right(Act::PrintCards), 404),
    ("POST", "/studio/campaigns/recognize-celil/print-runs/1/printings", Asks::Right(Act::PrintCards), 404),
    (
        "POST",
        "/studio/campaigns/recognize-celil/print-runs/1/printings/x/cancel",
        Asks::Right(Act::PrintCards),
        404,
    ),
    (
        "GET",
        "/studio/campaigns/recognize-celil/print-runs/1/printings/x/cards.pdf",
        Asks::Right(Act::PrintCards),
        404,
    ),
    ("GET", "/studio/campaigns/recognize-celil/print-runs/1/cover.pdf", Asks::Right(Act::PrintCards), 404),
    ("GET", "/studio/campaigns/recognize-celil/print-runs/1/cards.csv", Asks::Right(Act::PrintCards), 404),
    ("GET", "/studio/campaigns/recognize-celil/print-runs/1/cards.json", Asks::Right(Act::PrintCards), 404),
    ("GET", "/studio/campaigns/recognize-celil/print-runs/1/designs/x", Asks::Right(Act::PrintCards), 404),
];
