//! The addresses of an open letter and of the inbox in the studio.

use uuid::Uuid;

pub const STUDIO_MESSAGES: &str = "/studio/messages";

/// What organisers set about the letter.
pub fn studio_letter(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/letter")
}

/// Who signed it.
pub fn studio_sign_ons(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/sign-ons")
}

/// Those in one state.
pub fn studio_sign_ons_in(slug: &str, state: &str) -> String {
    format!("/studio/campaigns/{slug}/sign-ons?state={state}")
}

/// What is done with several at once: `decision` or `undo`.
pub fn studio_sign_ons_part(slug: &str, part: &str) -> String {
    format!("/studio/campaigns/{slug}/sign-ons/{part}")
}

pub fn studio_sign_on(slug: &str, id: Uuid) -> String {
    format!("/studio/campaigns/{slug}/sign-ons/{id}")
}

pub fn studio_messages_in(state: &str) -> String {
    format!("/studio/messages?state={state}")
}

pub fn studio_message(id: Uuid) -> String {
    format!("/studio/messages/{id}")
}

/// What is done with a message: `answer`, `note`, `state` or `deletion`.
pub fn studio_message_part(id: Uuid, part: &str) -> String {
    format!("/studio/messages/{id}/{part}")
}
