//! What stands on a card of a run.

use crate::actions::postcards::layout::Layout;
use crate::domain::display::Display;
use crate::domain::postcard::{Sender, Written};
use crate::domain::print_run::PrintRun;
use crate::storage::print_runs::cards::Printed;

/// A card as it is set in its run.
pub fn layout<'a>(run: &PrintRun, card: &'a Printed, written: &'a Written, credit: &'a str) -> Layout<'a> {
    Layout {
        lang: run.lang,
        message: &written.message,
        sender: Sender::parse(&card.sender, Display::FirstName).unwrap_or_default(),
        person: &written.person,
        country: &card.country,
        official: None,
        credit,
        elections: run.elections,
    }
}
