//! The addresses of the ledger of paper, and of the sheets that are typed in.

use uuid::Uuid;

/// The batches of a campaign.
pub fn studio_ledger(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/ledger")
}

/// The whole ledger as a table to take away.
pub fn studio_ledger_file(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/ledger.csv")
}

pub fn studio_batch(slug: &str, batch: i32) -> String {
    format!("/studio/campaigns/{slug}/ledger/{batch}")
}

/// Where entries are written into a batch.
pub fn studio_batch_entries(slug: &str, batch: i32) -> String {
    format!("/studio/campaigns/{slug}/ledger/{batch}/entries")
}

/// Where an entry is corrected.
pub fn studio_ledger_entry(slug: &str, batch: i32, entry: i32) -> String {
    format!("/studio/campaigns/{slug}/ledger/{batch}/entries/{entry}")
}

pub fn studio_ledger_photo(slug: &str, batch: i32, entry: i32) -> String {
    format!("/studio/campaigns/{slug}/ledger/{batch}/entries/{entry}/photo.jpg")
}

/// The scans of the paper in a batch.
pub fn studio_scans(slug: &str, batch: i32) -> String {
    format!("/studio/campaigns/{slug}/ledger/{batch}/scans")
}

pub fn studio_scan(slug: &str, batch: i32, scan: Uuid) -> String {
    format!("/studio/campaigns/{slug}/ledger/{batch}/scans/{scan}")
}

pub fn studio_remove_scan(slug: &str, batch: i32, scan: Uuid) -> String {
    format!("/studio/campaigns/{slug}/ledger/{batch}/scans/{scan}/remove")
}

/// The sheets of signatures that are typed in.
pub fn studio_sheets(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/sheets")
}

/// What is done with all of them: `held`, `check` or `import`.
pub fn studio_sheets_part(slug: &str, part: &str) -> String {
    format!("/studio/campaigns/{slug}/sheets/{part}")
}

pub fn studio_sheet(slug: &str, batch: i32, sheet: i32) -> String {
    format!("/studio/campaigns/{slug}/sheets/{batch}/{sheet}")
}

pub fn studio_sheet_row(slug: &str, batch: i32, sheet: i32, place: i32) -> String {
    format!("/studio/campaigns/{slug}/sheets/{batch}/{sheet}/rows/{place}")
}

/// What is decided about a row: `judge` or `remove`.
pub fn studio_sheet_row_part(slug: &str, batch: i32, sheet: i32, place: i32, part: &str) -> String {
    format!("/studio/campaigns/{slug}/sheets/{batch}/{sheet}/rows/{place}/{part}")
}
