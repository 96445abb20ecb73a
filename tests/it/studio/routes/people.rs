use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/people", Asks::Right(Act::ServePeople), 200),
    ("POST", "/studio/people", Asks::Right(Act::ServePeople), 422),
    ("POST", "/studio/campaigns/{campaign}/consents", Asks::Right(Act::ServePeople), 200),
    ("GET", "/studio/people/{id}", Asks::Right(Act::ServePeople), 404),
    ("POST", "/studio/people/{id}/data", Asks::Right(Act::ServePeople), 404),
    ("GET", "/studio/people/{id}/address", Asks::Right(Act::ServePeople), 404),
    ("POST", "/studio/people/{id}/address", Asks::Right(Act::ServePeople), 404),
    ("GET", "/studio/people/{id}/erasure", Asks::Right(Act::ServePeople), 404),
    ("POST", "/studio/people/{id}/erasure", Asks::Right(Act::ServePeople), 404),
    ("GET", "/studio/people/{id}/correction/{row}", Asks::Right(Act::ServePeople), 404),
    ("POST", "/studio/people/{id}/correction/{row}", Asks::Right(Act::ServePeople), 404),
    ("POST", "/studio/people/{id}/link/{row}", Asks::Right(Act::ServePeople), 404),
    ("POST", "/studio/people/{id}/done", Asks::Right(Act::ServePeople), 404),
];
