use postulo::domain::role::Act;

use super::{Asks, Route};

const SEE: Asks = Asks::Right(Act::ApproveDeliveries);
const MAKE: Asks = Asks::Right(Act::MakeDeliveries);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/deliveries", SEE, 200),
    // Nothing says to whom.
    ("POST", "/studio/campaigns/{campaign}/deliveries", MAKE, 422),
    ("GET", "/studio/campaigns/{campaign}/deliveries/{id}", SEE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/papers", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/freeze", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/approve", SEE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/package", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/stop", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/cancel", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/fetch", MAKE, 404),
    ("GET", "/studio/campaigns/{campaign}/deliveries/{id}/fetches/{row}/package.zip", MAKE, 404),
    ("GET", "/studio/campaigns/{campaign}/deliveries/{id}/fetches/{row}/package.zip.age", MAKE, 404),
    ("GET", "/studio/campaigns/{campaign}/deliveries/{id}/supplement.csv", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/link", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/link/revoke", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/steps", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/steps/take-back", MAKE, 404),
    ("POST", "/studio/campaigns/{campaign}/deliveries/{id}/tell", MAKE, 404),
    ("GET", "/studio/campaigns/{campaign}/deliveries/{id}/steps/{row}/photo", MAKE, 404),
];
