use postulo::domain::role::Act;

use super::{Asks, Route};

const MAY: Asks = Asks::Right(Act::KeepOfficialSheets);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/official-sheets", MAY, 200),
    ("GET", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons", MAY, 200),
    // A form without the revision that it was made from.
    ("POST", "/studio/campaigns/{campaign}/official-sheets/ca-house-of-commons", MAY, 400),
];
