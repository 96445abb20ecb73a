//! The addresses of recurring reports.

pub fn studio_reports(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/reports")
}

/// Where one is set up.
pub fn studio_new_report(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/reports/new")
}

pub fn studio_report(slug: &str, number: i32) -> String {
    format!("/studio/campaigns/{slug}/reports/{number}")
}

/// What is done with a report: `edit`, `on`, `pause`, `end` or `try`.
pub fn studio_report_part(slug: &str, number: i32, part: &str) -> String {
    format!("/studio/campaigns/{slug}/reports/{number}/{part}")
}
