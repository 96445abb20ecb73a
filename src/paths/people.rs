//! The addresses of what the studio does for the people whose data it holds.

use uuid::Uuid;

pub const STUDIO_PEOPLE: &str = "/studio/people";

/// One case, and what is held about whoever asks.
pub fn studio_inquiry(id: Uuid) -> String {
    format!("/studio/people/{id}")
}

/// What is done in it: `data`, `erasure`, `done`.
pub fn studio_inquiry_part(id: Uuid, part: &str) -> String {
    format!("/studio/people/{id}/{part}")
}

/// Who asked for updates about a campaign, as a table.
pub fn studio_consents(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/consents")
}

/// The answered cases below a number.
pub fn studio_people_before(number: i32) -> String {
    format!("/studio/people?before={number}")
}

/// Where one signature of whoever asks is corrected.
pub fn studio_correction(id: Uuid, row: Uuid) -> String {
    format!("/studio/people/{id}/correction/{row}")
}

/// Where whoever signed is mailed the link of their own page.
pub fn studio_link(id: Uuid, row: Uuid) -> String {
    format!("/studio/people/{id}/link/{row}")
}
