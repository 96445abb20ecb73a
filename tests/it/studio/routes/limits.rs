use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/limits", Asks::Right(Act::SetLimits), 200),
    ("POST", "/studio/limits", Asks::Right(Act::SetLimits), 303),
    ("POST", "/studio/limits/lists", Asks::Right(Act::SetLimits), 422),
    ("POST", "/studio/limits/lists/{id}/remove", Asks::Right(Act::SetLimits), 404),
];
