//! The addresses of accounts: proving who one is, the second factor, passwords, invitations; and of the record.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

pub const STUDIO_PROOF: &str = "/studio/proof";

/// Where somebody proves again who they are, and then goes on to `then`.
pub fn studio_proof(then: &str) -> String {
    format!("{STUDIO_PROOF}?then={}", utf8_percent_encode(then, NON_ALPHANUMERIC))
}
