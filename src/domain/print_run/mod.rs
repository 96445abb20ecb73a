//! A print run: postcards to one official in one language, frozen together, until somebody has them in their hands.

mod printing;
mod span;

use uuid::Uuid;

pub use self::printing::{DAYS_KEPT, MOST_CARDS, Printing, State as PrintingState};
pub use self::span::{Span, SpanError};
use super::lang::Lang;
use super::moment::Moment;
use super::postcard::State as CardState;

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its cards are frozen and can be printed.
    Gathered,
    Printed,
    HandedOver,
    Mailed,
    /// Whoever it was for has said that they have it.
    Acknowledged,
    /// Its cards went back to those that wait.
    Cancelled,
}

impl Stage {
    pub const ALL: [Self; 6] =
        [Self::Gathered, Self::Printed, Self::HandedOver, Self::Mailed, Self::Acknowledged, Self::Cancelled];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gathered => "gathered",
            Self::Printed => "printed",
            Self::HandedOver => "handed_over",
            Self::Mailed => "mailed",
            Self::Acknowledged => "acknowledged",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == text)
    }

    /// What may come next. What is printed cannot be taken back.
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Gathered => &[Self::Printed, Self::Cancelled],
            Self::Printed => &[Self::HandedOver, Self::Mailed],
            Self::HandedOver | Self::Mailed => &[Self::Acknowledged],
            Self::Acknowledged | Self::Cancelled => &[],
        }
    }

    /// Where its cards then stand.
    pub const fn card(self) -> CardState {
        match self {
            Self::Gathered => CardState::Batched,
            Self::Printed => CardState::Printed,
            Self::HandedOver => CardState::HandedOver,
            Self::Mailed => CardState::Mailed,
            Self::Acknowledged => CardState::Acknowledged,
            Self::Cancelled => CardState::Approved,
        }
    }

    /// Whether its cards have left for whoever they are for.
    pub const fn is_sent(self) -> bool {
        matches!(self, Self::HandedOver | Self::Mailed | Self::Acknowledged)
    }
}

/// A run as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintRun {
    pub campaign: i32,
    /// Counts from 1 in each campaign.
    pub number: i32,
    pub official: Uuid,
    pub lang: Lang,
    /// The lines of the address as they were when it was gathered.
    pub addressee: Vec<String>,
    /// Whether that is a member of the House of Commons at the House.
    pub at_the_house: bool,
    /// Whether members ran for election then: mail to them is not free.
    pub elections: bool,
    pub cards: u32,
    pub stage: Stage,
    /// Where it went and to whom, as staff wrote it.
    pub note: String,
    pub gathered_at: Moment,
    pub printed_at: Option<Moment>,
    pub sent_at: Option<Moment>,
    pub acknowledged_at: Option<Moment>,
    pub cancelled_at: Option<Moment>,
}

impl PrintRun {
    /// Whether a card from a country goes free of postage: to a member at the House, from within Canada, and not while
    /// members run for election (Canada Post Corporation Act, s. 35).
    pub fn is_free(&self, country: &str) -> bool {
        self.at_the_house && country == "CA" && !self.elections
    }

    /// When it came to the stage it is at.
    pub fn since(&self) -> Moment {
        let at = match self.stage {
            Stage::Gathered => None,
            Stage::Printed => self.printed_at,
            Stage::HandedOver | Stage::Mailed => self.sent_at,
            Stage::Acknowledged => self.acknowledged_at,
            Stage::Cancelled => self.cancelled_at,
        };
        at.unwrap_or(self.gathered_at)
    }

    /// Brings it to a stage, if that may come next.
    pub fn advance(&mut self, to: Stage, at: Moment) -> bool {
        if !self.stage.next().contains(&to) {
            return false;
        }
        self.stage = to;
        match to {
            Stage::Gathered => {}
            Stage::Printed => self.printed_at = Some(at),
            Stage::HandedOver | Stage::Mailed => self.sent_at = Some(at),
            Stage::Acknowledged => self.acknowledged_at = Some(at),
            Stage::Cancelled => self.cancelled_at = Some(at),
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::Stage;

    #[test]
    fn a_run_goes_forward_only_and_is_cancelled_only_before_it_is_printed() {
        for from in Stage::ALL {
            let may_cancel = from.next().contains(&Stage::Cancelled);
            assert_eq!(may_cancel, from == Stage::Gathered);
            for to in from.next() {
                assert!(!to.next().contains(&from), "{from:?} ⇄ {to:?}");
            }
        }
    }

    #[test]
    fn every_name_is_read_as_it_is_written() {
        assert!(Stage::ALL.into_iter().all(|stage| Stage::parse(stage.as_str()) == Some(stage)));
    }
}
