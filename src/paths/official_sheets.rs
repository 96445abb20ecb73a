//! The addresses of petitions to parliaments in the studio.

/// The parliaments to which a campaign may petition.
pub fn studio_official_sheets(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/official-sheets")
}

/// The text of the petition to one.
pub fn studio_petition(slug: &str, jurisdiction: &str) -> String {
    format!("/studio/campaigns/{slug}/official-sheets/{jurisdiction}")
}

/// A part of it: `log`, `log.csv`, `printing`, `steps`, `course` or `sheets.pdf`.
pub fn studio_petition_part(slug: &str, jurisdiction: &str, part: &str) -> String {
    format!("/studio/campaigns/{slug}/official-sheets/{jurisdiction}/{part}")
}

/// The sheets with these numbers, as they were printed.
pub fn studio_petition_file(slug: &str, jurisdiction: &str, (from, until): (i32, i32)) -> String {
    format!("/studio/campaigns/{slug}/official-sheets/{jurisdiction}/sheets.pdf?from={from}&until={until}")
}

/// One sheet of the log.
pub fn studio_petition_sheet(slug: &str, jurisdiction: &str, number: i32) -> String {
    format!("/studio/campaigns/{slug}/official-sheets/{jurisdiction}/sheets/{number}")
}
