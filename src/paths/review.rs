//! The addresses of the review desk.

use uuid::Uuid;

use super::studio_campaign;

pub fn studio_review(slug: &str) -> String {
    format!("{}/review", studio_campaign(slug))
}

/// The signatures that meet a condition, as an address has it.
pub fn studio_review_where(slug: &str, condition: &str) -> String {
    format!("{}?{condition}", studio_review(slug))
}

pub fn studio_review_search(slug: &str) -> String {
    format!("{}/search", studio_review(slug))
}

pub fn studio_review_search_network(slug: &str) -> String {
    format!("{}/network", studio_review_search(slug))
}

pub fn studio_patterns(slug: &str) -> String {
    format!("{}/patterns", studio_review(slug))
}

pub fn studio_signature(slug: &str, id: Uuid) -> String {
    format!("{}/signatures/{id}", studio_review(slug))
}

/// What is done with a signature: `person` opens it, `judge` rules about it.
pub fn studio_signature_act(slug: &str, id: Uuid, act: &str) -> String {
    format!("{}/{act}", studio_signature(slug, id))
}

pub fn studio_rulings(slug: &str) -> String {
    format!("{}/rulings", studio_review(slug))
}

pub fn studio_new_ruling(slug: &str) -> String {
    format!("{}/new", studio_rulings(slug))
}

pub fn studio_ruling(slug: &str, id: Uuid) -> String {
    format!("{}/{id}", studio_rulings(slug))
}

/// What is done with a ruling: `cancel` or `undo`.
pub fn studio_ruling_act(slug: &str, id: Uuid, act: &str) -> String {
    format!("{}/{act}", studio_ruling(slug, id))
}
