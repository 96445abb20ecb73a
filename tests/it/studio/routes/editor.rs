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
    ("GET", "/studio/campaigns/{campaign}/publication", Asks::Right(Act::MakeCampaigns), 200),
    // Nothing chosen, nothing done.
    ("POST", "/studio/campaigns/{campaign}/publication", Asks::Right(Act::MakeCampaigns), 422),
    ("POST", "/studio/campaigns/{campaign}/publication/cancel", Asks::Right(Act::MakeCampaigns), 303),
    ("POST", "/studio/campaigns/{campaign}/publication/state", Asks::Right(Act::MakeCampaigns), 400),
    ("POST", "/studio/campaigns/{campaign}/publication/closing", Asks::Right(Act::MakeCampaigns), 422),
    ("POST", "/studio/campaigns/{campaign}/publication/copy", Asks::Right(Act::MakeCampaigns), 422),
    ("POST", "/studio/campaigns/{campaign}/publication/removal", Asks::Right(Act::MakeCampaigns), 422),
    ("GET", "/studio/campaigns/{campaign}/texts", Asks::Right(Act::SeeFigures), 200),
];
