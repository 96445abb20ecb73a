use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/retention", Asks::Right(Act::ManageOrganisation), 200),
    ("POST", "/studio/retention/terms", Asks::Right(Act::ManageOrganisation), 303),
    // Nothing is told: nobody's name goes.
    ("POST", "/studio/campaigns/{campaign}/final-delivery", Asks::Right(Act::ManageOrganisation), 303),
];
