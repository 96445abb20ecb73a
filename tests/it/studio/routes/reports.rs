use postulo::domain::role::Act;

use super::{Asks, Route};

const SEE: Asks = Asks::Right(Act::ApproveDeliveries);
const MAKE: Asks = Asks::Right(Act::MakeDeliveries);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/reports", SEE, 200),
    // Nothing says to whom.
    ("POST", "/studio/campaigns/{campaign}/reports", MAKE, 422),
    ("GET", "/studio/campaigns/{campaign}/reports/new", MAKE, 200),
    ("GET", "/studio/campaigns/{campaign}/reports/{id}", SEE, 404),
    ("GET", "/studio/campaigns/{campaign}/reports/{id}/edit", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/reports/{id}/edit", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/reports/{id}/approve", SEE, 404),
    ("POST", "/studio/campaigns/{campaign}/reports/{id}/on", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/reports/{id}/pause", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/reports/{id}/end", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/reports/{id}/try", MAKE, 404),
];
