use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/incidents", Asks::Right(Act::KeepIncidents), 200),
    ("POST", "/studio/incidents", Asks::Right(Act::KeepIncidents), 422),
    ("GET", "/studio/incidents/register.csv", Asks::Right(Act::KeepIncidents), 200),
    ("GET", "/studio/incidents/{id}", Asks::Right(Act::KeepIncidents), 404),
    ("POST", "/studio/incidents/{id}", Asks::Right(Act::KeepIncidents), 404),
];
