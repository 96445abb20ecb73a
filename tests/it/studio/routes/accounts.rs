use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio", Asks::Right(Act::SeeFigures), 200),
    ("GET", "/studio/", Asks::Nothing, 308),
    ("GET", "/studio/login", Asks::Nothing, 200),
    ("POST", "/studio/login", Asks::Nothing, 422),
    // No link of ours.
    ("GET", "/studio/set-up/{id}", Asks::Nothing, 404),
    ("POST", "/studio/set-up/{id}", Asks::Nothing, 404),
    // Nobody waits for a second step.
    ("GET", "/studio/login/code", Asks::Nothing, 303),
    ("POST", "/studio/login/code", Asks::Nothing, 303),
    ("GET", "/studio/reset", Asks::Nothing, 200),
    ("POST", "/studio/reset", Asks::Nothing, 422),
    ("GET", "/studio/reset/{id}", Asks::Nothing, 404),
    ("POST", "/studio/reset/{id}", Asks::Nothing, 404),
    ("GET", "/studio/invitation/{id}", Asks::Nothing, 404),
    ("POST", "/studio/invitation/{id}", Asks::Nothing, 404),
    ("POST", "/studio/language", Asks::Nothing, 400),
    ("GET", "/studio/sessions", Asks::Presence, 200),
    ("POST", "/studio/sessions/others/end", Asks::Presence, 303),
    // Nobody's.
    ("POST", "/studio/sessions/{id}/end", Asks::Presence, 404),
    ("GET", "/studio/campaigns/{campaign}", Asks::Right(Act::SeeFigures), 200),
    ("GET", "/studio/accounts", Asks::Right(Act::ManageAccounts), 200),
    ("POST", "/studio/accounts/{id}/disable", Asks::Right(Act::ManageAccounts), 404),
    ("POST", "/studio/accounts/{id}/enable", Asks::Right(Act::ManageAccounts), 404),
    ("POST", "/studio/accounts/{id}/role", Asks::Right(Act::ManageAccounts), 404),
    ("POST", "/studio/accounts/{id}/reset-factor", Asks::Right(Act::ManageAccounts), 404),
    ("POST", "/studio/invitations", Asks::Right(Act::ManageAccounts), 422),
    ("POST", "/studio/invitations/{id}/withdraw", Asks::Right(Act::ManageAccounts), 404),
    ("POST", "/studio/invitations/{id}/resend", Asks::Right(Act::ManageAccounts), 404),
    // The last, for it ends the session.
    ("POST", "/studio/logout", Asks::Nothing, 303),
];
