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
}

/// A delivery in which somebody's signature or card is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub to: To,
    pub told: Told,
    /// Their number on the roll; none for a card, which is on no roll.
    pub place: Option<i64>,
    pub handed_over: Option<Moment>,
    pub acknowledged: Option<Moment>,
}
