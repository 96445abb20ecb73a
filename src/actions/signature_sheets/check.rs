use super::compare::known;
use super::{Keeper, LedgerError, open_signatory, settle};
use crate::actions::{Desk, deliveries};
use crate::domain::ledger::row::NewRow;
use crate::storage::ledger::rows::{self, Among};
use crate::storage::tallies::{self, Count};

/// How many rows one transaction compares: signing waits for no more.
const SOME: u64 = 100;

/// Compares every row again with who has signed since, or left, where nobody has decided about it. Returns how many rows now
/// count otherwise than before.
pub async fn check(desk: &Desk<'_>, keeper: Keeper<'_>) -> Result<(u64, Option<Count>), LedgerError> {
    let (mut after, mut moved, mut newest) = ((0, 0, 0), 0, None);
    loop {
        let tx = desk.db.write().await?;
        tallies::find_to_change(&*tx, keeper.campaign).await?;
        let found = rows::list_to_check(&*tx, keeper.campaign, after, SOME).await?;
        let Some(last) = found.last() else { break };
        after = (last.batch, last.sheet, last.place);
        let (mut fallen, mut judged_anew) = (0, Vec::new());
        for row in &found {
            let typed = NewRow::of(open_signatory(desk.vault, keeper.campaign, row)?, desk.rules);
            // Of two rows of one person the first stands.
            let before = Among::Before((row.batch, row.sheet, row.place));
            let judged = typed.judge(known(&*tx, desk, keeper.campaign, (&typed, before)).await?);
            if judged != (row.state, row.because) {
                rows::decide(&*tx, row.id, judged, None).await?;
                fallen += judged.0.fallen() - row.state.fallen();
                moved += 1;
                judged_anew.push(row.id);
            }
        }
        deliveries::retell(&tx, desk, keeper.campaign, judged_anew).await?;
        newest = settle(&tx, desk, keeper.campaign, fallen).await?.or(newest);
        tx.commit().await?;
    }
    let tx = desk.db.write().await?;
    keeper.record(&tx, desk, ("check_rows", String::new()), format!("{moved} changed")).await?;
    tx.commit().await?;
    Ok((moved, newest))
}
