use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/proof", Asks::Presence, 200),
    // No password.
    ("POST", "/studio/proof", Asks::Presence, 422),
    ("GET", "/studio/factor", Asks::Presence, 200),
    ("POST", "/studio/factor", Asks::Presence, 422),
    // Nothing that the page did not say comes of it.
    ("POST", "/studio/factor/codes", Asks::Presence, 400),
    ("POST", "/studio/factor/remove", Asks::Presence, 400),
    ("GET", "/studio/password", Asks::Presence, 200),
    ("POST", "/studio/password", Asks::Presence, 422),
    ("GET", "/studio/keys", Asks::Right(Act::MakeDeliveries), 200),
    // No key.
    ("POST", "/studio/keys", Asks::Right(Act::MakeDeliveries), 422),
    ("POST", "/studio/keys/{id}/remove", Asks::Right(Act::MakeDeliveries), 404),
    ("GET", "/studio/audit", Asks::Right(Act::ReadAudit), 200),
    ("GET", "/studio/audit.csv", Asks::Right(Act::ReadAudit), 200),
    ("GET", "/studio/organisation", Asks::Right(Act::ManageOrganisation), 200),
    ("POST", "/studio/organisation", Asks::Right(Act::ManageOrganisation), 422),
    ("POST", "/studio/organisation/approvals", Asks::Right(Act::ManageOrganisation), 422),
    ("POST", "/studio/organisation/encryption", Asks::Right(Act::ManageOrganisation), 303),
];
