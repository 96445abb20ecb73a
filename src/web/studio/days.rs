//! Days on which something happened, as they are typed.

use crate::domain::moment::Moment;
use crate::domain::zone::{Meant, Zone};

/// The middle of the day that was typed; now where none was.
pub fn on_day(typed: &str, zone: &Zone, now: Moment) -> Option<Moment> {
    if typed.trim().is_empty() {
        return Some(now);
    }
    let at = match zone.meant(typed, "12:00") {
        Meant::At(at) | Meant::Twice(at, _) => at,
        Meant::Nothing | Meant::Gap { .. } => return None,
    };
    // Whoever reports in the morning of the same day is not in the future.
    let is_today = zone.shown(at).0 == zone.shown(now).0;
    if is_today { Some(at.min(now)) } else { Some(at).filter(|at| *at <= now) }
}
