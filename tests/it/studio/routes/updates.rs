use postulo::domain::role::Act;

use super::{Asks, Route};

const SEND: Asks = Asks::Right(Act::SendUpdates);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/updates", SEND, 200),
    ("POST", "/studio/campaigns/{campaign}/updates", SEND, 303),
    ("GET", "/studio/campaigns/{campaign}/updates/{id}", SEND, 404),
    ("POST", "/studio/campaigns/{campaign}/updates/{id}", SEND, 404),
    ("GET", "/studio/campaigns/{campaign}/updates/{id}/preview", SEND, 404),
    ("POST", "/studio/campaigns/{campaign}/updates/{id}/test", SEND, 404),
    ("POST", "/studio/campaigns/{campaign}/updates/{id}/publication", SEND, 404),
    ("POST", "/studio/campaigns/{campaign}/updates/{id}/discard", SEND, 404),
    ("GET", "/studio/campaigns/{campaign}/updates/{id}/sending", SEND, 404),
    ("POST", "/studio/campaigns/{campaign}/updates/{id}/sending", SEND, 404),
    ("POST", "/studio/campaigns/{campaign}/updates/{id}/pause", SEND, 404),
    ("POST", "/studio/campaigns/{campaign}/updates/{id}/resume", SEND, 404),
    ("POST", "/studio/campaigns/{campaign}/updates/{id}/cancel", SEND, 404),
    ("GET", "/studio/reminders", Asks::Presence, 200),
    ("POST", "/studio/reminders", Asks::Presence, 303),
];
