use uuid::Uuid;

use crate::domain::moment::Moment;

/// So many days a package is kept: it holds names, and can be made again.
pub const DAYS_KEPT: u32 = 60;

/// How far a package has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Making,
    Ready,
    Failed,
    Cancelled,
    /// It was there. Somebody in it has left since, or it was kept long enough: it can be made again.
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

    /// Whether it is there or on its way.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Making | Self::Ready)
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// The archive of a delivery, being made or there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    pub id: Uuid,
    pub campaign: i32,
    pub delivery: i32,
    /// Counts from 1: made again since somebody left, it is another.
    pub edition: i32,
    pub state: State,
    /// How much of it is made, and of how much: in lines of the roll, each as often as it is written.
    pub done: i64,
    pub whole: i64,
    /// Of the archive, once it is there.
    pub bytes: i64,
    /// How many on its roll had left when it was made.
    pub gone: i64,
    /// The SHA-256 of its manifest; empty until it is there.
    pub manifest: String,
    pub attempts: i32,
    pub created_at: Moment,
    pub ended_at: Option<Moment>,
}

impl Package {
    /// One that is to be made.
    pub const fn begun(id: Uuid, (campaign, delivery): (i32, i32), edition: i32, now: Moment) -> Self {
        Self {
            id,
            campaign,
            delivery,
            edition,
            state: State::Making,
            done: 0,
            whole: 0,
            bytes: 0,
            gone: 0,
            manifest: String::new(),
            attempts: 0,
            created_at: now,
            ended_at: None,
        }
    }
}

/// Why a delivery has no package that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Making,
    /// In the place of one that was there until this one was begun.
    MakingAnew,
    /// It failed, was stopped, or was kept long enough.
    Gone,
    /// Fewer have approved it than must by now.
    Unapproved,
}

/// Of all the packages of a delivery the one that is there.
pub fn find_ready(all: Vec<Package>) -> Result<Package, Missing> {
    let takes_a_place = |new: &Package| {
        all.iter().any(|one| one.state == State::Discarded && one.ended_at == Some(new.created_at))
    };
    let missing = match all.iter().find(|package| package.state == State::Making) {
        Some(new) if takes_a_place(new) => Missing::MakingAnew,
        Some(_) => Missing::Making,
        None => Missing::Gone,
    };
    all.into_iter().find(|package| package.state == State::Ready).ok_or(missing)
}
