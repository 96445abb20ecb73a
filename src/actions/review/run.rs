//! A ruling about all that meet a condition: begun after a preview, carried out in the background some at a time, stopped and
//! taken back. Each step is a transaction that also writes down how far it came, under a lock on the ruling: so it goes on
//! after a crash where it was, and on whichever node comes first.

use uuid::Uuid;

use super::decide::decide;
use super::judge::begun;
use super::undo::undo;
use super::{Order, domain_index, record};
use crate::actions::{ActionError, Desk};
use crate::domain::condition::Condition;
use crate::domain::judgement::Judgement;
use crate::domain::moment::Moment;
use crate::domain::ruling::{Phase, Ruling};
use crate::domain::signature::State;
use crate::storage::reviews::{self, Sieve};
use crate::storage::tallies::Count;
use crate::storage::{Transaction, decisions, rulings};

/// How many signatures one step takes: signing waits for one step at the most.
const SOME: u64 = 200;

/// A condition as the database can ask it.
pub fn sieve(desk: &Desk<'_>, condition: &Condition) -> Sieve {
    let domain = condition.domain.as_ref().map(|domain| domain_index(desk, domain));
    Sieve { condition: condition.clone(), domain, ..Sieve::default() }
}

fn meant(desk: &Desk<'_>, condition: &Condition, judgement: Judgement, frozen_at: Moment) -> Sieve {
    let states = State::ALL.into_iter().filter(|state| judgement.changes(*state)).collect();
    Sieve { states, frozen_at: Some(frozen_at), ..sieve(desk, condition) }
}

/// How many met the condition at a moment, by state.
pub async fn preview(
    desk: &Desk<'_>,
    campaign: i32,
    condition: &Condition,
    frozen_at: Moment,
) -> Result<Vec<(State, i64)>, ActionError> {
    let sieve = Sieve { frozen_at: Some(frozen_at), ..sieve(desk, condition) };
    Ok(reviews::count(desk.db.read(), campaign, &sieve).await?)
}

/// Begins a ruling about all that met the condition at that moment; nothing where they are no longer as many as were shown.
pub async fn begin(
    desk: &Desk<'_>,
    order: Order<'_>,
    condition: &Condition,
    (frozen_at, expected): (Moment, i64),
) -> Result<Option<Uuid>, ActionError> {
    let sieve = meant(desk, condition, order.judgement, frozen_at);
    let counted = reviews::count(desk.db.read(), order.campaign, &sieve).await?;
    let many: i64 = counted.into_iter().map(|(_, many)| many).sum();
    if many == 0 || many != expected {
        return Ok(None);
    }
    let ruling = Ruling { condition: condition.query(), frozen_at, expected, ..begun(desk, order) };
    let tx = desk.db.write().await?;
    rulings::insert(&*tx, &ruling).await?;
    let act = format!("{}_many", order.judgement.as_str());
    let detail = format!("{expected}: {}", order.detail());
    record(&tx, desk, order.actor, (&act, order.campaign), (ruling.id.to_string(), detail)).await?;
    tx.commit().await?;
    Ok(Some(ruling.id))
}

/// Takes the next step of a ruling that is under way; gives back the count where it moved.
pub async fn step(desk: &Desk<'_>, ruling: &Ruling) -> Result<Option<Count>, ActionError> {
    match ruling.phase {
        Phase::Running => go_on(desk, ruling).await,
        Phase::Undoing => go_back(desk, ruling).await,
        Phase::Done | Phase::Cancelled | Phase::Undone => Ok(None),
    }
}

/// The ruling to go on with, unless another node was first or somebody has stopped it.
async fn taken(tx: &Transaction, ruling: &Ruling) -> Result<Option<Ruling>, ActionError> {
    let found = rulings::find_to_change(&**tx, ruling.campaign, ruling.id).await?;
    Ok(found.filter(|found| found.phase == ruling.phase && found.cursor == ruling.cursor))
}

async fn go_on(desk: &Desk<'_>, ruling: &Ruling) -> Result<Option<Count>, ActionError> {
    let Ok(condition) = Condition::read(&ruling.condition) else {
        // What cannot be read any more is not carried out.
        cancel(desk, ruling.campaign, ruling.id, "program").await?;
        return Ok(None);
    };
    let sieve = meant(desk, &condition, ruling.judgement, ruling.frozen_at);
    let (ids, far) = reviews::walk(desk.db.read(), ruling.campaign, &sieve, ruling.cursor, SOME).await?;
    let tx = desk.db.write().await?;
    let Some(mut ruling) = taken(&tx, ruling).await? else { return Ok(None) };
    let (many, count) = decide(&tx, desk, &ruling, ids).await?;
    ruling.done += many;
    if let Some(far) = far {
        ruling.cursor = far;
    } else {
        ruling.phase = Phase::Done;
        ruling.passed_over = (ruling.expected - ruling.done).max(0);
    }
    rulings::update(&*tx, &ruling).await?;
    tx.commit().await?;
    Ok(count)
}

async fn go_back(desk: &Desk<'_>, ruling: &Ruling) -> Result<Option<Count>, ActionError> {
    let tx = desk.db.write().await?;
    let Some(mut ruling) = taken(&tx, ruling).await? else { return Ok(None) };
    let made = decisions::list(&*tx, &ruling, ruling.cursor, SOME).await?;
    let mut count = None;
    match made.last() {
        Some(last) => {
            ruling.cursor = last.signature;
            let (many, moved) = undo(&tx, desk, &ruling, made).await?;
            ruling.undone += many;
            count = moved;
        }
        None => ruling.phase = Phase::Undone,
    }
    rulings::update(&*tx, &ruling).await?;
    tx.commit().await?;
    Ok(count)
}

/// Stops what is under way. What was done until then stays.
pub async fn cancel(desk: &Desk<'_>, campaign: i32, id: Uuid, actor: &str) -> Result<(), ActionError> {
    let is_open = |ruling: &Ruling| ruling.phase.is_open();
    set_phase(desk, (campaign, id), actor, ("cancel_ruling", Phase::Cancelled), is_open).await
}

/// Begins to take back what a ruling did.
pub async fn take_back(desk: &Desk<'_>, campaign: i32, id: Uuid, actor: &str) -> Result<(), ActionError> {
    set_phase(desk, (campaign, id), actor, ("undo_ruling", Phase::Undoing), Ruling::can_be_undone).await
}

async fn set_phase(
    desk: &Desk<'_>,
    (campaign, id): (i32, Uuid),
    actor: &str,
    (act, phase): (&str, Phase),
    may: impl Fn(&Ruling) -> bool,
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let found = rulings::find_to_change(&*tx, campaign, id).await?;
    let ruling = found.filter(|ruling| may(ruling)).ok_or(ActionError::Gone)?;
    let cursor = if phase == Phase::Undoing { Uuid::nil() } else { ruling.cursor };
    rulings::update(&*tx, &Ruling { phase, cursor, ..ruling }).await?;
    record(&tx, desk, actor, (act, campaign), (id.to_string(), String::new())).await?;
    tx.commit().await?;
    Ok(())
}
