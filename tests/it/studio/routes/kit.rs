use postulo::domain::role::Act;

use super::{Asks, Route};

const MAY: Asks = Asks::Right(Act::KeepOfficialSheets);

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/{campaign}/kit", MAY, 200),
    ("GET", "/studio/campaigns/{campaign}/kit/poster.pdf", MAY, 200),
];
