use uuid::Uuid;

use super::decide::decide;
use super::{Order, record};
use crate::actions::{ActionError, Desk};
use crate::domain::ruling::{Phase, Ruling};
use crate::domain::signature::State;
use crate::storage::tallies::{self, Count};
use crate::storage::{rulings, signatures};

/// Rules about one signature, which is as whoever ruled has seen it, or nothing is done.
pub async fn judge(
    desk: &Desk<'_>,
    order: Order<'_>,
    id: Uuid,
    seen: Option<State>,
) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    if let Some(seen) = seen {
        // Looked at behind the lock that every ruling takes first: of two at once, the second sees what the first has done.
        tallies::find_to_change(&*tx, order.campaign).await?;
        let found = signatures::find(&*tx, order.campaign, id).await?;
        found.filter(|signature| signature.state == seen).ok_or(ActionError::Gone)?;
    }
    let ruling = Ruling { expected: 1, done: 1, phase: Phase::Done, ..begun(desk, order) };
    let (many, count) = decide(&tx, desk, &ruling, vec![id]).await?;
    if many == 0 {
        return Err(ActionError::Gone);
    }
    rulings::insert(&*tx, &ruling).await?;
    let act = (order.judgement.as_str(), order.campaign);
    record(&tx, desk, order.actor, act, (id.to_string(), order.detail())).await?;
    tx.commit().await?;
    Ok(count)
}

/// A ruling that begins now.
pub(super) fn begun(desk: &Desk<'_>, order: Order<'_>) -> Ruling {
    Ruling {
        campaign: order.campaign,
        id: desk.id(),
        judgement: order.judgement,
        ground: order.ground,
        note: order.note.to_owned(),
        condition: String::new(),
        actor: order.actor.to_owned(),
        at: desk.now,
        frozen_at: desk.now,
        phase: Phase::Running,
        cursor: Uuid::nil(),
        expected: 0,
        done: 0,
        passed_over: 0,
        undone: 0,
    }
}
