//! The addresses of updates to supporters, where they are read and where they are written; and of reminders.

use crate::domain::lang::Lang;

/// The updates of a campaign, newest first.
pub fn updates(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/updates")
}

pub fn update(lang: Lang, slug: &str, number: i16) -> String {
    format!("/{lang}/campaigns/{slug}/updates/{number}")
}

/// The same as an Atom feed (RFC 4287).
pub fn updates_feed(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/updates.atom")
}

/// Ends updates (RFC 8058); a page for people.
pub fn unsubscribe(token: &str) -> String {
    format!("/unsubscribe/{token}")
}

pub const STUDIO_REMINDERS: &str = "/studio/reminders";

pub fn studio_updates(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/updates")
}

/// Where an update is written.
pub fn studio_update(slug: &str, number: i16) -> String {
    format!("/studio/campaigns/{slug}/updates/{number}")
}

/// What is done with it: `preview`, `test`, `publication`, `discard`, `sending`, `pause`, `resume` or `cancel`.
pub fn studio_update_part(slug: &str, number: i16, part: &str) -> String {
    format!("/studio/campaigns/{slug}/updates/{number}/{part}")
}
