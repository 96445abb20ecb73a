use uuid::Uuid;

use super::judgement::{Ground, Judgement};
use super::moment::Moment;

/// How far a ruling has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    Running,
    Done,
    /// Stopped on the way; what was done stays done until it is undone.
    Cancelled,
    Undoing,
    Undone,
}

impl Phase {
    const ALL: [Self; 5] = [Self::Running, Self::Done, Self::Cancelled, Self::Undoing, Self::Undone];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.as_str() == text)
    }

    pub const fn is_open(self) -> bool {
        matches!(self, Self::Running | Self::Undoing)
    }
}

/// What a moderator ruled about one signature, or about all that met a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    pub campaign: i32,
    pub id: Uuid,
    pub judgement: Judgement,
    pub ground: Ground,
    pub note: String,
    /// As an address has it.
    pub condition: String,
    pub actor: String,
    pub at: Moment,
    /// Signatures of later than this are not meant.
    pub frozen_at: Moment,
    pub phase: Phase,
    /// The last signature that was looked at.
    pub cursor: Uuid,
    pub expected: i64,
    pub done: i64,
    /// How many were not as expected when their turn came.
    pub passed_over: i64,
    pub undone: i64,
}

impl Ruling {
    /// Whether there is anything to undo.
    pub const fn can_be_undone(&self) -> bool {
        !self.phase.is_open() && !matches!(self.phase, Phase::Undone) && self.undone < self.done
    }
}
