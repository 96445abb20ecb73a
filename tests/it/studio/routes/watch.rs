use postulo::domain::role::Act;

use super::{Asks, Route};

/// The stream is asked for without its body, which does not end.
pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/figures.csv", Asks::Right(Act::SeeFigures), 404),
    ("HEAD", "/studio/campaigns/{campaign}/figures/live", Asks::Right(Act::SeeFigures), 200),
    ("GET", "/studio/campaigns/{campaign}/wall", Asks::Right(Act::SeeFigures), 200),
];
