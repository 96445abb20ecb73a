use postulo::domain::role::Act;

use super::{Asks, Route};

pub const ROUTES: &[Route] = &[
    ("GET", "/studio/campaigns/new", Asks::Right(Act::MakeCampaigns), 200),
    ("POST", "/studio/campaigns/new", Asks::Right(Act::MakeCampaigns), 422),
    ("GET", "/studio/campaigns/{campaign}/edit", Asks::Right(Act::MakeCampaigns), 200),
    ("GET", "/studio/campaigns/{campaign}/edit/text", Asks::Right(Act::MakeCampaigns), 200),
    // A form without the revision that it was made from.
    ("POST", "/studio/campaigns/{campaign}/edit/text", Asks::Right(Act::MakeCampaigns), 400),
    ("GET", "/studio/campaigns/{campaign}/preview/en", Asks::Right(Act::MakeCampaigns), 200),
];
