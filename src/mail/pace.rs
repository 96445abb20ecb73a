//! How fast mail may go: a rest while the server is away, and no more at once to one domain than it takes.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::domain::moment::Moment;

const FIRST_REST: Duration = Duration::from_secs(5);
const LONGEST_REST: Duration = Duration::from_mins(1);

/// The pace of this node.
#[derive(Default)]
pub struct Pace(Mutex<State>);

#[derive(Default)]
struct State {
    /// No mail is begun before this.
    rest_until: Moment,
    rest: Duration,
    /// How many mails are under way to each domain.
    under_way: HashMap<String, usize>,
}

impl Pace {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the server is being left alone for a while.
    pub fn rests(&self, now: Moment) -> bool {
        let state = self.state();
        // After a clock that was set back, no rest is longer than the longest.
        now < state.rest_until && state.rest_until <= now + LONGEST_REST
    }

    /// The server was away: leaves it alone for 5 s, 10 s … a minute.
    pub fn away(&self, now: Moment) {
        let mut state = self.state();
        if now < state.rest_until && state.rest_until <= now + LONGEST_REST {
            return;
        }
        state.rest = if state.rest.is_zero() { FIRST_REST } else { (state.rest * 2).min(LONGEST_REST) };
        state.rest_until = now + state.rest;
    }

    /// The server is there.
    pub fn there(&self) {
        let mut state = self.state();
        (state.rest, state.rest_until) = (Duration::ZERO, Moment::default());
    }

    /// Begins a mail to a domain, unless `most` are under way to it.
    pub fn begin(&self, domain: &str, most: usize) -> bool {
        let mut state = self.state();
        let under_way = state.under_way.entry(domain.to_owned()).or_default();
        let free = *under_way < most;
        if free {
            *under_way += 1;
        }
        free
    }

    /// One that was begun has ended, however it did.
    pub fn end(&self, domain: &str) {
        let mut state = self.state();
        if let Some(under_way) = state.under_way.get_mut(domain) {
            *under_way -= 1;
            if *under_way == 0 {
                state.under_way.remove(domain);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pace;
    use crate::domain::moment::Moment;

    #[test]
    fn a_server_that_is_away_is_asked_ever_more_seldom_and_then_as_before() {
        let pace = Pace::default();
        let at = |seconds: i64| Moment(1_000_000 + seconds * 1000);
        pace.away(at(0));
        pace.away(at(1));
        assert!(pace.rests(at(4)) && !pace.rests(at(5)));
        pace.away(at(5));
        assert!(pace.rests(at(14)) && !pace.rests(at(15)));
        pace.there();
        assert!(!pace.rests(at(6)));
        pace.away(at(20));
        assert!(!pace.rests(at(25)));
    }

    #[test]
    fn a_clock_set_back_does_not_stop_the_mail() {
        let pace = Pace::default();
        pace.away(Moment(10_000_000_000));
        assert!(!pace.rests(Moment(1_000_000)));
    }

    #[test]
    fn one_domain_has_no_more_at_once_than_it_may() {
        let pace = Pace::default();
        assert!(pace.begin("example.org", 2) && pace.begin("example.org", 2));
        assert!(!pace.begin("example.org", 2) && pace.begin("example.net", 2));
        pace.end("example.org");
        assert!(pace.begin("example.org", 2));
    }
}
