//! The addresses of the kit for a table at an event.

pub fn studio_kit(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/kit")
}

/// A paper of the kit as a file.
pub fn studio_kit_file(slug: &str, piece: &str, (paper, languages, source): (&str, &str, &str)) -> String {
    format!("/studio/campaigns/{slug}/kit/{piece}.pdf?paper={paper}&in={languages}&source={source}")
}
