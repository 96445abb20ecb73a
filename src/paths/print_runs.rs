//! The addresses of print runs.

use uuid::Uuid;

pub fn studio_print_runs(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/print-runs")
}

/// The print runs below a number.
pub fn studio_print_runs_before(slug: &str, number: i32) -> String {
    format!("/studio/campaigns/{slug}/print-runs?before={number}")
}

pub fn studio_print_run(slug: &str, number: i32) -> String {
    format!("/studio/campaigns/{slug}/print-runs/{number}")
}

/// What is done with a print run or taken from it: `stage`, `printings`, `cover.pdf`, `cards.csv` or `cards.json`.
pub fn studio_print_run_part(slug: &str, number: i32, part: &str) -> String {
    format!("/studio/campaigns/{slug}/print-runs/{number}/{part}")
}

/// What is done with a file of a print run: `cards.pdf` fetches it, `cancel` stops its making.
pub fn studio_printing(slug: &str, number: i32, id: Uuid, part: &str) -> String {
    format!("/studio/campaigns/{slug}/print-runs/{number}/printings/{id}/{part}")
}

/// The picture of a front, as it is printed.
pub fn studio_print_design(slug: &str, number: i32, id: Uuid) -> String {
    format!("/studio/campaigns/{slug}/print-runs/{number}/designs/{id}")
}
