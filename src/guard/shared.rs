//! The limits that all nodes keep together. What this node has used is told to the others through the database, by whoever
//! holds this.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use ahash::RandomState;
use tokio::sync::Notify;

use crate::domain::household::Index;
use crate::domain::moment::{HOUR, Moment};
use crate::domain::usage::{Period, Used};

/// What this node knows of the use of each limit.
#[derive(Default)]
pub struct Shared {
    cells: Mutex<HashMap<Period, Cell, RandomState>>,
    /// Rung when there is something to tell the others.
    worth_telling: Notify,
}

#[derive(Default)]
struct Cell {
    used: Used,
    most: i64,
}

/// The period of this length that a moment falls in ends then.
fn end_of(now: Moment, length: Duration) -> Moment {
    let length = i64::try_from(length.as_millis()).unwrap_or(i64::MAX);
    Moment((now.0.div_euclid(length) + 1) * length)
}

impl Shared {
    fn cells(&self) -> MutexGuard<'_, HashMap<Period, Cell, RandomState>> {
        self.cells.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Uses one of `most` in the running period, or says how long that still runs.
    pub fn check(
        &self,
        (kind, key): (u8, Index),
        most: u32,
        length: Duration,
        now: Moment,
    ) -> Result<(), Duration> {
        let ends_at = end_of(now, length);
        let mut cells = self.cells();
        let cell = cells.entry(Period { kind, key, ends_at }).or_default();
        cell.most = most.into();
        if cell.used.take(cell.most) {
            if cell.used.to_tell(cell.most).is_some() {
                self.worth_telling.notify_one();
            }
            return Ok(());
        }
        let wait = u64::try_from(ends_at.0 - now.0).unwrap_or(0);
        Err(Duration::from_millis(wait))
    }

    /// Waits until the other nodes should know something.
    pub async fn worth_telling(&self) {
        self.worth_telling.notified().await;
    }

    /// What the other nodes should know.
    pub fn to_tell(&self) -> Vec<(Period, i64)> {
        let cells = self.cells();
        let told = cells.iter().filter_map(|(period, cell)| Some((*period, cell.used.to_tell(cell.most)?)));
        told.collect()
    }

    /// What was told, and what all nodes have used by now.
    pub fn learn(&self, told: &[(Period, i64)], all: &[(Period, i64)]) {
        let told: HashMap<_, _> = told.iter().copied().collect();
        let mut cells = self.cells();
        for (period, all) in all {
            if let (Some(cell), Some(told)) = (cells.get_mut(period), told.get(period)) {
                cell.used.learn(*told, *all);
            }
        }
    }

    /// Forgets the periods that are over.
    pub fn forget(&self, now: Moment) {
        let mut cells = self.cells();
        // Those far ahead were begun before the clock was set back.
        cells.retain(|period, _| (now..now + HOUR * 2).contains(&period.ends_at));
        cells.shrink_to_fit();
    }
}
