use postulo::domain::role::Act;

use super::{Asks, Route};

const MAY: Asks = Asks::Right(Act::KeepOfficialSheets);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/official-sheets", MAY, 200),
    ("GET", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons", MAY, 200),
    // A form without the revision that it was made from.
    ("POST", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons", MAY, 400),
    // Where nothing is written, it leads to where one writes.
    ("GET", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/printing", MAY, 303),
    ("POST", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/printing", MAY, 400),
    ("GET", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/sheets.pdf", MAY, 404),
    ("GET", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/log", MAY, 200),
    ("GET", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/log.csv", MAY, 200),
    ("POST", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/steps", MAY, 422),
    ("POST", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/course", MAY, 400),
    ("GET", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/sheets/{id}", MAY, 404),
    ("POST", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons/sheets/{id}", MAY, 404),
];
