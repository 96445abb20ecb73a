//! Where campaigns are made and published.

use crate::domain::draft::Section;
use crate::domain::lang::Lang;

pub const STUDIO_NEW_CAMPAIGN: &str = "/studio/campaigns/new";

/// The campaigns that stand in a certain way.
pub fn studio_list(state: &str) -> String {
    format!("/studio?state={state}")
}

/// What is written, what is missing in which language, and the ways to both.
pub fn studio_edit(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/edit")
}

pub fn studio_section(slug: &str, section: Section) -> String {
    format!("/studio/campaigns/{slug}/edit/{}", section.as_str())
}

/// A section with another language beside the main one.
pub fn studio_section_beside(slug: &str, section: Section, tag: &str) -> String {
    format!("{}?beside={tag}", studio_section(slug, section))
}

/// The public page as it would be.
pub fn studio_preview(slug: &str, lang: Lang) -> String {
    format!("/studio/campaigns/{slug}/preview/{lang}")
}

pub fn studio_publication(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/publication")
}

/// What is done about publishing: `cancel`, `state`, `closing`, `copy` or `removal`.
pub fn studio_publication_part(slug: &str, part: &str) -> String {
    format!("/studio/campaigns/{slug}/publication/{part}")
}

/// The versions of the text, and how many have signed each.
pub fn studio_texts(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/texts")
}
