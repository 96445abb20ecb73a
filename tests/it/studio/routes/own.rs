use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/proof", Asks::Presence, 200),
    // No password.
    ("POST", "/studio/proof", Asks::Presence, 422),
];
