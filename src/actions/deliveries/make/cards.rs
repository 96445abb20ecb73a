//! The postcards that go along, as they were printed.

use std::io::Write;

use super::contents::PORTION;
use super::feed::Feed;
use super::{MakeError, Watch, Work};
use crate::actions::print_runs::spread::Spread;
use crate::documents::postcard::Stock;
use crate::domain::print_run::Span;

impl Work {
    /// Writes a portion of the cards of a run, four on a sheet.
    pub(super) fn cards(
        &self,
        feed: &Feed<'_>,
        (number, portion): (i32, u32),
        watch: &Watch,
        out: &mut dyn Write,
    ) -> Result<(), MakeError> {
        let run = self.runs.iter().find(|run| run.number == number).ok_or(MakeError::Unwanted)?;
        let first = portion * PORTION + 1;
        let span = Span { first, last: run.cards.min(first + PORTION - 1) };
        let is_american = matches!(self.campaign.content.country.as_deref(), None | Some("CA" | "US" | "MX"));
        let stock = if is_american { Stock::Letter4 } else { Stock::A4 };
        let spread = feed.handle.block_on(Spread::read(&feed.desk, run.clone(), stock, span))?;
        let made = spread.lay_out(feed.desk.vault, feed.desk.rules, |_| watch.step(0).is_ok())?;
        let made = made.ok_or(MakeError::Unwanted)?;
        out.write_all(&made.bytes)?;
        watch.step(i64::from(PORTION))
    }
}
