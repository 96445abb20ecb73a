use uuid::Uuid;

use super::span::Span;
use crate::domain::moment::Moment;

/// How many cards one file holds: as many as a volunteer cuts on a weekend, and as many as are laid out in seconds.
pub const MOST_CARDS: u32 = 10_000;

/// For so many days a file is kept: it holds names, and can be made again.
pub const DAYS_KEPT: u32 = 7;

/// How far a file has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Making,
    Ready,
    Failed,
    Cancelled,
    /// It was there; since it holds names, it is kept no longer. It can be made again.
    Discarded,
}

impl State {
    pub const ALL: [Self; 5] = [Self::Making, Self::Ready, Self::Failed, Self::Cancelled, Self::Discarded];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Making => "making",
            Self::Ready => "ready",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Discarded => "discarded",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// A file made of a run or of a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printing {
    pub id: Uuid,
    pub campaign: i32,
    pub run: i32,
    /// The paper: `shop`, `letter_4`, `a4` or `letter_2`.
    pub stock: String,
    pub span: Span,
    pub state: State,
    pub done: u32,
    /// Cards whose writers had left: they are not in it.
    pub left_out: u32,
    pub attempts: u32,
    pub created_at: Moment,
    pub ended_at: Option<Moment>,
}
