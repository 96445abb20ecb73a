use serde::Serialize;

use super::Sight;
use crate::domain::campaign::Campaign;
use crate::domain::content::ReportedKind;
use crate::domain::letter::Letter;
use crate::domain::moment::Moment;
use crate::domain::tally::next_milestone;

/// The public count, as `tally.json` and the live stream give it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub campaign: String,
    pub as_of: String,
    pub signatures: Figures,
    pub postcards: Figures,
    pub organisations: usize,
    pub professionals: usize,
    pub next_milestone: i64,
    pub delivered: Delivered,
}

/// `counted = online + paper`; what others report is never added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    pub counted: i64,
    pub online: i64,
    pub paper: i64,
    pub reported: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Delivered {
    pub signatures: i64,
    pub postcards: i64,
}

impl Figures {
    const fn new(online: i64, paper: i64, reported: i64) -> Self {
        Self { counted: online + paper, online, paper, reported }
    }
}

impl Tally {
    /// `delivered` counts signatures that have left the house.
    pub fn new(
        campaign: &Campaign,
        sight: Sight,
        (letter, delivered): (Option<&Letter>, i64),
        as_of: Moment,
    ) -> Self {
        let organisations = &campaign.content.organisations;
        let (content, sides) = (&campaign.content, sight.sides);
        let signatures = Figures::new(sight.online, sides.paper, content.reported(ReportedKind::Signatures));
        let reported = content.reported(ReportedKind::Postcards);
        Self {
            campaign: campaign.slug.clone(),
            as_of: as_of.to_string(),
            signatures,
            postcards: Figures::new(sides.cards_online, sides.cards_paper, reported),
            organisations: letter.map_or(organisations.len(), |letter| letter.count(organisations)),
            professionals: letter.map_or(0, |letter| letter.professionals),
            next_milestone: next_milestone(&campaign.content.milestones, signatures.counted),
            delivered: Delivered { signatures: delivered, postcards: sides.cards_sent },
        }
    }

    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("a tally is plain numbers and strings")
    }
}
