//! Paper that comes from outside: counted by two people, typed in, corrected and never changed.

mod batches;
mod keeping;
pub mod scans;
mod sheets;

use crate::support::{Member, Reply, TestApp};

pub const LEDGER: &str = "/studio/campaigns/recognize-celil/ledger";
pub const SHEETS: &str = "/studio/campaigns/recognize-celil/sheets";

/// Opens the first batch of a campaign; returns where it is.
pub async fn open(member: &Member, kind: &str) -> String {
    let fields = [("after", "0"), ("kind", kind), ("label", "Montréal, box 2")];
    member.post(LEDGER, &fields).await.expect(303).header("location").to_owned()
}

/// What two people counted; `more` stands in place of what has its name.
pub fn counted<'a>(after: &'a str, many: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("after", after),
        ("step", "collected"),
        ("many", many),
        ("again", many),
        ("on", "2026-11-21"),
        ("place", "Kitchen of the parish"),
        ("by", "Vera Zimt"),
        ("second", "Otto Kranz"),
        ("note", ""),
    ];
    for (name, value) in more {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

pub async fn write(member: &Member, batch: &str, fields: &[(&str, &str)]) -> Reply {
    member.upload(&format!("{batch}/entries"), fields, ("photo", b"")).await
}

/// Opens a batch of signatures of which so many were counted, and its sheet 1; returns where the sheet is.
pub async fn sheet(keeper: &Member, typist: &Member, many: &str) -> String {
    let batch = open(keeper, "signatures").await;
    write(keeper, &batch, &counted("0", many, &[])).await.expect(303);
    let opened = typist.post(SHEETS, &[("batch", "1"), ("number", "1")]).await.expect(303);
    opened.header("location").to_owned()
}

pub async fn row(member: &Member, sheet: &str, place: &str, name: &str, postal_code: &str) -> Reply {
    let fields =
        [("place", place), ("name", name), ("postal_code", postal_code), ("city", ""), ("country", "CA")];
    member.post(sheet, &fields).await
}

/// The count beside the signatures given online, and that it agrees with what it counts.
pub async fn sides(app: &TestApp) -> postulo::domain::tally::Sides {
    app.assert_no_drift().await;
    app.app.hub.sight(app.campaign_id()).sides
}
