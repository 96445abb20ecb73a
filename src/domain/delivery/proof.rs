//! What a supporter is told of the deliveries in which they are.

use super::To;
use crate::domain::disclosure::Disclosure;
use crate::domain::moment::Moment;

/// What of somebody is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    Level(Disclosure),
    /// What everybody can read under the open letter.
    AsUnderTheLetter,
    /// A struck line: they no longer stood when the package first left the house, or do not stand while it has not.
    Nothing,
}

/// A delivery in which somebody's signature or card is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub to: To,
    /// None for a card: what somebody wrote to them is theirs to read.
    pub told: Option<Told>,
    /// Their number on the roll; none for a card, and where only numbers are told: those are on no roll.
    pub place: Option<i64>,
    pub handed_over: Option<Moment>,
    pub acknowledged: Option<Moment>,
}
