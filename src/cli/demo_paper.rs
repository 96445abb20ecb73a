//! The demo's paper: two boxes that are on their way, of which nothing counts yet.

use crate::actions::accounts::By;
use crate::actions::ledger::{Keeper, Written, open, write};
use crate::domain::date::PartialDate;
use crate::domain::ledger::{Custody, Kind, NewEntry, Step};
use crate::storage::ledger;
use crate::tools::Tools;

/// Of the boxes: what is in them, what is written on them, and how many were printed and handed out.
const BOXES: [(Kind, &str, i64, i64); 2] = [
    (Kind::Postcards, "Example: table at the vigil, box 1", 500, 480),
    (Kind::Signatures, "Example: parish hall, sheets 1 to 20", 200, 200),
];

/// Opens the boxes in the demo's campaign, unless there is one.
pub async fn load(tools: &Tools, campaign: i32) -> anyhow::Result<()> {
    if ledger::find_last(tools.db.read(), campaign).await?.is_some() {
        return Ok(());
    }
    let keeper = Keeper { campaign, by: By::Program("demo") };
    let (year, month, day) = tools.clock.now().ymd();
    let on = PartialDate { year, month: Some(month), day: Some(day) };
    for (after, (kind, label, printed, distributed)) in (0..).zip(BOXES) {
        let batch = open(&tools.desk(), keeper, (kind, label), after).await?;
        for (after, (step, many)) in (0..).zip([(Step::Printed, printed), (Step::Distributed, distributed)]) {
            let custody = Custody { by: "Alice Example".to_owned(), ..Custody::default() };
            let entry = NewEntry { step, many, on, custody };
            let written = Written { entry: &entry, corrects: None, photo: None, after };
            write(&tools.desk(), keeper, batch, &written).await?;
        }
    }
    Ok(())
}
