//! The addresses of what addressees answer, and of the record that the team keeps of each.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use uuid::Uuid;

use crate::domain::lang::Lang;

/// What everybody can read of all that was answered.
pub fn replies(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/replies")
}

/// A reply on that page.
pub fn reply(lang: Lang, slug: &str, number: i32) -> String {
    format!("/{lang}/campaigns/{slug}/replies#reply-{number}")
}

/// The document of a reply. What stands at an address that names a content never changes.
pub fn reply_document(slug: &str, number: i32, hash: &str, ending: &str) -> String {
    format!("/campaigns/{slug}/replies/{number}/{}.{ending}", hash.get(..32).unwrap_or(hash))
}

pub fn studio_addressees(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/addressees")
}

/// The record of an addressee.
pub fn studio_addressee(slug: &str, key: &str) -> String {
    format!("/studio/campaigns/{slug}/addressees/{}", utf8_percent_encode(key, NON_ALPHANUMERIC))
}

/// What is written to the record: `contacts`, `follow-up`, `follow-up/end` or `replies`.
pub fn studio_addressee_part(slug: &str, key: &str, part: &str) -> String {
    format!("{}/{part}", studio_addressee(slug, key))
}

pub fn studio_contact_delete(slug: &str, contact: Uuid) -> String {
    format!("/studio/campaigns/{slug}/contacts/{contact}/delete")
}

pub fn studio_reply(slug: &str, number: i32) -> String {
    format!("/studio/campaigns/{slug}/replies/{number}")
}

/// What is done with a reply: `show`, `hide`, `tell`, `delete`, `document` or `document/delete`.
pub fn studio_reply_part(slug: &str, number: i32, part: &str) -> String {
    format!("/studio/campaigns/{slug}/replies/{number}/{part}")
}
