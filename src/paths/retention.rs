//! The addresses of how long an organisation keeps what.

pub const STUDIO_RETENTION: &str = "/studio/retention";
pub const STUDIO_RETENTION_TERMS: &str = "/studio/retention/terms";

/// Where it is told when a campaign was handed over for the last time.
pub fn studio_final_delivery(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/final-delivery")
}
