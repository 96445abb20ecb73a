//! The addresses of accounts: proving who one is, the second factor, passwords, invitations; and of the record.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use uuid::Uuid;

pub const STUDIO_PROOF: &str = "/studio/proof";
/// The second step of a login.
pub const STUDIO_LOGIN_CODE: &str = "/studio/login/code";
/// One's own second factor.
pub const STUDIO_FACTOR: &str = "/studio/factor";
pub const STUDIO_FACTOR_CODES: &str = "/studio/factor/codes";
pub const STUDIO_FACTOR_REMOVE: &str = "/studio/factor/remove";
/// Where somebody who has forgotten their password asks for a link.
pub const STUDIO_RESET: &str = "/studio/reset";
/// One's own password.
pub const STUDIO_PASSWORD: &str = "/studio/password";
/// One's own keys, to which packages can be encrypted.
pub const STUDIO_KEYS: &str = "/studio/keys";
/// What was done by whom.
pub const STUDIO_AUDIT: &str = "/studio/audit";
pub const STUDIO_AUDIT_CSV: &str = "/studio/audit.csv";
/// Who the organisation is.
pub const STUDIO_ORGANISATION: &str = "/studio/organisation";
pub const STUDIO_APPROVALS: &str = "/studio/organisation/approvals";
/// Whether packages are taken away only encrypted.
pub const STUDIO_ENCRYPTION: &str = "/studio/organisation/encryption";
pub const STUDIO_INVITATIONS: &str = "/studio/invitations";

/// Where somebody proves again who they are, and then goes on to `then`.
pub fn studio_proof(then: &str) -> String {
    format!("{STUDIO_PROOF}?then={}", utf8_percent_encode(then, NON_ALPHANUMERIC))
}

pub fn studio_remove_key(id: Uuid) -> String {
    format!("{STUDIO_KEYS}/{id}/remove")
}

/// Where the link of a mail lets somebody choose another password.
pub fn studio_reset(token: &str) -> String {
    format!("{STUDIO_RESET}/{token}")
}

/// Where somebody who is invited makes their account.
pub fn studio_invitation(token: &str) -> String {
    format!("/studio/invitation/{token}")
}

/// What is done to an open invitation: `withdraw` or `resend`.
pub fn studio_open_invitation(id: Uuid, act: &str) -> String {
    format!("{STUDIO_INVITATIONS}/{id}/{act}")
}
