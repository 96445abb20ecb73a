//! The addresses at which an office fetches its delivery.

use uuid::Uuid;

use crate::domain::lang::Lang;

pub const HANDOVER: &str = "/handover";

pub fn handover(token: &str) -> String {
    format!("/handover/{token}")
}

pub fn handover_in(token: &str, lang: Lang) -> String {
    format!("/handover/{token}?lang={lang}")
}

/// Where somebody begins a download anew that cannot go on.
pub fn handover_anew(token: &str, lang: Lang) -> String {
    format!("/handover/{token}?lang={lang}&begin=anew")
}

/// What is done there: `passphrase`, `fetch` or `receipt`.
pub fn handover_part(token: &str, part: &str) -> String {
    format!("/handover/{token}/{part}")
}

/// The package, as the office has begun to fetch it.
pub fn handover_fetch(token: &str, fetch: Uuid) -> String {
    format!("/handover/{token}/fetches/{fetch}/package.zip")
}

/// The key that packages are signed with, for people and as a file.
pub fn delivery_key(lang: Lang) -> String {
    format!("/{lang}/delivery-key")
}

pub const DELIVERY_KEY_FILE: &str = "/delivery-key.pub";
