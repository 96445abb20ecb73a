use std::collections::{BTreeMap, HashSet};

use crate::token::Id;

/// What a database holds: the rows of this run by their ids, and all of them in the counts.
#[derive(Clone, Debug, Default)]
pub struct Truth {
    pub signatures: HashSet<Id>,
    /// Confirmed or held for review.
    pub confirmed: HashSet<Id>,
    /// Confirmed and counted.
    pub counted: i64,
    /// Forms that came again.
    pub repeats: HashSet<Id>,
    /// The count as the tally has it.
    pub online: i64,
    /// The sum of the parts of each dimension.
    pub parts: BTreeMap<String, i64>,
    /// Mails by their state.
    pub mails: BTreeMap<String, i64>,
}

/// The rows made since a moment, by state.
pub const ROWS: &str = "SELECT id, state FROM signature WHERE created_at >= $1";
pub const REPEATS: &str = "SELECT id FROM repeat WHERE created_at >= $1";
pub const COUNTED: &str = "SELECT CAST(COUNT(*) AS bigint) FROM signature WHERE state = 'confirmed'";
pub const ONLINE: &str = "SELECT CAST(COALESCE(SUM(online), 0) AS bigint) FROM tally";
pub const PARTS: &str = "SELECT dimension, CAST(SUM(counted) AS bigint) FROM tally_part GROUP BY dimension";
pub const MAILS: &str = "SELECT state, CAST(COUNT(*) AS bigint) FROM outbox GROUP BY state";

impl Truth {
    pub fn signature(&mut self, id: Id, state: &str) {
        self.signatures.insert(id);
        if state == "confirmed" || state == "held" {
            self.confirmed.insert(id);
        }
    }

    pub fn mails_in(&self, state: &str) -> i64 {
        self.mails.get(state).copied().unwrap_or(0)
    }

    /// An error unless what was counted is what is confirmed, in the whole and in every dimension.
    pub fn check_count(&self) -> anyhow::Result<()> {
        anyhow::ensure!(
            self.online == self.counted && self.parts.values().all(|sum| *sum == self.online),
            "{} are confirmed, the tally says {}, its parts {:?}",
            self.counted,
            self.online,
            self.parts
        );
        Ok(())
    }

    /// How many of these are not stored, neither as a signature nor as a repeat: must be none.
    pub fn missing(&self, acknowledged: &HashSet<Id>) -> usize {
        acknowledged.iter().filter(|id| !self.signatures.contains(*id) && !self.repeats.contains(*id)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::Truth;

    #[test]
    fn a_count_that_differs_in_one_part_is_found() {
        let mut truth = Truth { online: 1, counted: 1, ..Truth::default() };
        truth.signature([1; 16], "confirmed");
        truth.signature([2; 16], "pending");
        truth.parts.extend([("hour".to_owned(), 1), ("country".to_owned(), 1)]);
        assert!(truth.check_count().is_ok());
        truth.parts.insert("region".to_owned(), 2);
        assert!(truth.check_count().is_err());
        assert_eq!(truth.missing(&[[1; 16], [2; 16], [3; 16]].into()), 1);
    }
}
