use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/review", Asks::Right(Act::JudgeSignatures), 200),
    ("GET", "/studio/campaigns/{campaign}/review/search", Asks::Right(Act::JudgeSignatures), 200),
    ("POST", "/studio/campaigns/{campaign}/review/search", Asks::Right(Act::JudgeSignatures), 422),
    ("GET", "/studio/campaigns/{campaign}/review/signatures/{id}", Asks::Right(Act::JudgeSignatures), 404),
    (
        "POST",
        "/studio/campaigns/{campaign}/review/signatures/{id}/person",
        Asks::Right(Act::JudgeSignatures),
        404,
    ),
    (
        "POST",
        "/studio/campaigns/{campaign}/review/signatures/{id}/judge",
        Asks::Right(Act::JudgeSignatures),
        404,
    ),
    ("POST", "/studio/campaigns/{campaign}/review/search/network", Asks::Right(Act::JudgeSignatures), 422),
    ("GET", "/studio/campaigns/{campaign}/review/patterns", Asks::Right(Act::JudgeSignatures), 200),
    ("GET", "/studio/campaigns/{campaign}/review/rulings", Asks::Right(Act::JudgeSignatures), 200),
    ("GET", "/studio/campaigns/{campaign}/review/rulings/new", Asks::Right(Act::JudgeSignatures), 200),
    ("POST", "/studio/campaigns/{campaign}/review/rulings/new", Asks::Right(Act::JudgeSignatures), 422),
    ("GET", "/studio/campaigns/{campaign}/review/rulings/{id}", Asks::Right(Act::JudgeSignatures), 404),
    (
        "POST",
        "/studio/campaigns/{campaign}/review/rulings/{id}/cancel",
        Asks::Right(Act::JudgeSignatures),
        404,
    ),
    ("POST", "/studio/campaigns/{campaign}/review/rulings/{id}/undo", Asks::Right(Act::JudgeSignatures), 404),
];
