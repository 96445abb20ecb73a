//! What the service does by itself: sending mail, purging, recounting. Each is a step that tests call by hand; the loops are thin.

pub mod defence;
pub mod deliveries;
mod live;
pub mod mail;
pub mod printing;
pub mod reminders;
pub mod reports;
pub mod review;
pub mod ridings;
mod schedule;
pub mod updates;

pub use live::follow;
pub use schedule::{start, take_turn};
