use postulo::domain::role::Act;

use super::{Asks, Route};

const KEEPS: Asks = Asks::Right(Act::KeepLedger);
const TYPES: Asks = Asks::Right(Act::TypeSheets);
const SCANS: Asks = Asks::Right(Act::MakeDeliveries);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/ledger", KEEPS, 200),
    // Without the last number that was seen.
    ("POST", "/studio/campaigns/{campaign}/ledger", KEEPS, 400),
    ("GET", "/studio/campaigns/{campaign}/ledger.csv", KEEPS, 200),
    ("GET", "/studio/campaigns/{campaign}/ledger/1", KEEPS, 404),
    ("POST", "/studio/campaigns/{campaign}/ledger/1/entries", KEEPS, 404),
    ("GET", "/studio/campaigns/{campaign}/ledger/1/entries/1", KEEPS, 404),
    ("POST", "/studio/campaigns/{campaign}/ledger/1/entries/1", KEEPS, 404),
    ("GET", "/studio/campaigns/{campaign}/ledger/1/entries/1/photo.jpg", KEEPS, 404),
    ("GET", "/studio/campaigns/{campaign}/ledger/1/scans", SCANS, 404),
    ("POST", "/studio/campaigns/{campaign}/ledger/1/scans", SCANS, 404),
    ("GET", "/studio/campaigns/{campaign}/ledger/1/scans/{id}", SCANS, 404),
    ("POST", "/studio/campaigns/{campaign}/ledger/1/scans/{id}/remove", SCANS, 404),
    ("GET", "/studio/campaigns/{campaign}/sheets", TYPES, 200),
    ("POST", "/studio/campaigns/{campaign}/sheets", TYPES, 404),
    ("GET", "/studio/campaigns/{campaign}/sheets/held", TYPES, 200),
    ("POST", "/studio/campaigns/{campaign}/sheets/check", TYPES, 303),
    // No file at all.
    ("POST", "/studio/campaigns/{campaign}/sheets/import", TYPES, 400),
    ("GET", "/studio/campaigns/{campaign}/sheets/1/1", TYPES, 404),
    ("POST", "/studio/campaigns/{campaign}/sheets/1/1", TYPES, 404),
    ("GET", "/studio/campaigns/{campaign}/sheets/1/1/rows/1", TYPES, 404),
    ("POST", "/studio/campaigns/{campaign}/sheets/1/1/rows/1", TYPES, 404),
    ("POST", "/studio/campaigns/{campaign}/sheets/1/1/rows/1/judge", TYPES, 404),
    ("POST", "/studio/campaigns/{campaign}/sheets/1/1/rows/1/remove", TYPES, 404),
];
