//! A limit that several nodes keep together: each counts for itself, tells the others what it has used, and learns what
//! all have.

use super::household::Index;
use super::moment::Moment;

/// What is limited, of which kind, in which period. Its end names the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    pub kind: u8,
    pub key: Index,
    pub ends_at: Moment,
}

/// A node keeps to itself what is less than this part of a limit, since nearly everybody uses a small part. As many nodes
/// together exceed a limit by as much as the limit at the most.
const UNTOLD_PART: i64 = 16;

/// The use of one limit in one period, as one node knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// By this node, in all.
    mine: i64,
    /// By this node, as far as it has told.
    told: i64,
    /// By all nodes, as it last heard.
    all: i64,
}

impl Used {
    /// Uses one of `most`, unless all are used.
    pub fn take(&mut self, most: i64) -> bool {
        let free = self.all + self.untold() < most;
        if free {
            self.mine += 1;
        }
        free
    }

    const fn untold(&self) -> i64 {
        self.mine - self.told
    }

    /// What there is to tell the others, once it is worth it.
    pub fn to_tell(&self, most: i64) -> Option<i64> {
        (self.untold() > most / UNTOLD_PART).then(|| self.untold())
    }

    /// The others know of `told` more, and all together have used `all`.
    pub fn learn(&mut self, told: i64, all: i64) {
        self.told += told;
        self.all = all;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Used;

    proptest! {
        /// Whatever comes to whichever of three nodes, with telling in between: each exceeds what all together may by no
        /// more than it let in before it heard of the others.
        #[test]
        fn nodes_keep_a_limit_together(most in 1i64..200, asks in prop::collection::vec((0usize..3, any::<bool>()), 0..800)) {
            let mut nodes = [Used::default(); 3];
            let (mut unheard, mut longest) = ([0i64; 3], [0i64; 3]);
            let (mut let_in, mut shared) = (0, 0);
            for (node, tells) in asks {
                if nodes[node].take(most) {
                    let_in += 1;
                    unheard[node] += 1;
                    longest[node] = longest[node].max(unheard[node]);
                }
                if tells && let Some(used) = nodes[node].to_tell(most) {
                    shared += used;
                    nodes[node].learn(used, shared);
                    unheard[node] = 0;
                }
            }
            prop_assert!(let_in <= most + longest.iter().sum::<i64>());
        }

        #[test]
        fn one_node_alone_keeps_it_exactly(most in 1i64..100, asks in 0i64..300) {
            let mut node = Used::default();
            let let_in = (0..asks).filter(|_| node.take(most)).fold(0, |let_in, _| let_in + 1);
            prop_assert_eq!(let_in, most.min(asks));
        }
    }
}
