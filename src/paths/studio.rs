//! The addresses of the studio.

use uuid::Uuid;

pub const STUDIO: &str = "/studio";
pub const STUDIO_LOGIN: &str = "/studio/login";
pub const STUDIO_LOGOUT: &str = "/studio/logout";
pub const STUDIO_LANGUAGE: &str = "/studio/language";
pub const STUDIO_SESSIONS: &str = "/studio/sessions";
/// Ends every other session of whoever posts to it.
pub const STUDIO_OTHER_SESSIONS: &str = "/studio/sessions/others/end";
pub const STUDIO_ACCOUNTS: &str = "/studio/accounts";

/// A campaign's pages: what happens to it, and below it what is done with it.
pub fn studio_campaign(slug: &str) -> String {
    format!("/studio/campaigns/{slug}")
}

pub fn studio_set_up(token: &str) -> String {
    format!("/studio/set-up/{token}")
}

pub fn studio_end_session(id: Uuid) -> String {
    format!("/studio/sessions/{id}/end")
}

/// What is done to an account: `disable` or `enable`.
pub fn studio_account(id: Uuid, act: &str) -> String {
    format!("/studio/accounts/{id}/{act}")
}
