//! How long the people of a campaign are kept once it is over.

use std::time::Duration;

use super::campaign::{Campaign, Switch};
use super::moment::{DAY, Moment};

/// A change that makes something go sooner holds after as long, so that a slip can be taken back.
pub const GRACE: Duration = DAY.saturating_mul(7);

/// What an organisation may keep for a shorter time than the installation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// Who signed, after the final delivery.
    Signers,
    /// Who asked for updates, after they did.
    Consents,
}

impl Term {
    pub const ALL: [Self; 2] = [Self::Signers, Self::Consents];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Signers => "signers",
            Self::Consents => "consents",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|term| term.as_str() == text)
    }
}

/// A term of an organisation's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own {
    pub days: u32,
    pub changed_at: Moment,
}

/// How long something is kept: as the installation has it, or shorter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    pub most: u32,
    pub own: Option<Own>,
}

impl Kept {
    /// The days as they will hold.
    pub fn days(&self) -> u32 {
        self.own.map_or(self.most, |own| own.days.min(self.most))
    }

    /// When something goes that is kept from `start` on.
    pub fn ends(&self, start: Moment) -> Moment {
        let latest = start + DAY * self.most;
        match self.own {
            Some(own) => latest.min((start + DAY * own.days).max(own.changed_at + GRACE)),
            None => latest,
        }
    }

    /// What began before this has been kept long enough by now.
    pub fn reaches(&self, now: Moment) -> Moment {
        let days = match self.own {
            Some(own) if now >= own.changed_at + GRACE => self.days(),
            _ => self.most,
        };
        now - DAY * days
    }
}

/// When a campaign was handed over for the last time, as somebody told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FinalDelivery {
    pub at: Moment,
    pub told_at: Moment,
}

/// When the names of a campaign go; none while it is open or nobody has told that it was handed over for the last time.
pub fn anonymised_at(campaign: &Campaign, delivery: Option<FinalDelivery>, kept: &Kept) -> Option<Moment> {
    let delivery = delivery?;
    let closed = match (campaign.switch, campaign.closes_at) {
        (Switch::Removed, closes) => closes.unwrap_or(delivery.at).min(delivery.at),
        (_, Some(closes)) => closes,
        (_, None) => return None,
    };
    Some(kept.ends(delivery.at.max(closed)).max(delivery.told_at + GRACE))
}

#[cfg(test)]
mod tests {
    use super::{DAY, GRACE, Kept, Moment, Own};

    #[test]
    fn a_shorter_term_holds_only_after_its_grace_and_a_longer_one_never() {
        let start = Moment(0);
        let own = |days, changed_at| Kept { most: 180, own: Some(Own { days, changed_at }) };
        assert_eq!(Kept { most: 180, own: None }.ends(start), start + DAY * 180);
        assert_eq!(own(30, start).ends(start), start + DAY * 30);
        let late = start + DAY * 100;
        assert_eq!(own(30, late).ends(start), late + GRACE);
        assert_eq!(own(400, start).ends(start), start + DAY * 180);
        let last = start + DAY * 178;
        assert_eq!(own(30, last).ends(start), start + DAY * 180);
        assert_eq!(own(30, late).reaches(late), late - DAY * 180);
        assert_eq!(own(30, late).reaches(late + GRACE), late + GRACE - DAY * 30);
    }
}
