//! Postcards: what one person writes to one official, from the form until somebody has it in their hands.

pub mod address;
pub mod design;
pub mod doubt;
mod form;
pub mod message;
mod offer;
mod sender;
mod state;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::doubt::Doubt;
pub use self::form::{Addressed, NewPostcard, PostcardForm};
pub use self::message::Message;
pub use self::offer::Offer;
pub use self::sender::Sender;
pub use self::state::{Because, State};
use super::household::Index;
use super::lang::Lang;
use super::moment::Moment;
use super::person::Person;

/// What somebody wrote and who they are, as it is sealed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    #[serde(flatten)]
    pub person: Person,
    #[serde(rename = "t")]
    pub message: String,
}

/// Keeps what was written out of logs and panics.
impl std::fmt::Debug for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Written(…)")
    }
}

/// What its writer is found and told apart by: each a blind index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    pub email: Index,
    pub name: Index,
    pub postal: Index,
}

/// A postcard as it is kept.
#[derive(Clone, Debug)]
pub struct Postcard {
    pub campaign: i32,
    pub id: Uuid,
    /// To whom, in the directory of the campaign's organisation.
    pub official: Uuid,
    pub design: Uuid,
    pub state: State,
    pub lang: Lang,
    pub sender: Sender,
    /// What was written and by whom, sealed; empty once they have left.
    pub sealed: Vec<u8>,
    /// None once they have left.
    pub marks: Option<Marks>,
    /// Which of the two places at its address it takes, for this official; none for what takes no place.
    pub slot: Option<i16>,
    pub country: String,
    /// What moderators should look at; no words of the message.
    pub doubts: Vec<Doubt>,
    pub updates_since: Option<Moment>,
    pub hold_reason: Option<String>,
    pub mails: i16,
    pub code_attempts: i16,
    /// Whether the link of the mail is not enough: its code must be typed.
    pub code_only: bool,
    pub repeat_of: Option<Uuid>,
    pub own: bool,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub confirmed_at: Option<Moment>,
    /// When moderators decided last.
    pub decided_at: Option<Moment>,
    /// Why it was rejected, or is to be changed.
    pub because: Option<Because>,
    /// The decision that its mail told last.
    pub told: Option<State>,
    pub batched_at: Option<Moment>,
    pub printed_at: Option<Moment>,
    /// When it was handed over or mailed.
    pub sent_at: Option<Moment>,
    pub acknowledged_at: Option<Moment>,
    pub ended_at: Option<Moment>,
}

impl Postcard {
    /// The address, as a blind index.
    pub fn email(&self) -> Option<Index> {
        self.marks.map(|marks| marks.email)
    }

    /// Whether the campaign's count has it: confirmed and standing, and not while a suspicion waits for moderators.
    pub fn is_counted(&self) -> bool {
        match self.state {
            State::Verified | State::ChangeAsked => self.hold_reason.is_none(),
            state => state.is_under_way(),
        }
    }

    /// Forgets who wrote what. Where it goes on its way to, it goes without them.
    pub fn forget(&mut self) {
        self.sealed = Vec::new();
        (self.marks, self.slot, self.updates_since) = (None, None, None);
    }

    /// Ends it: who wrote it is forgotten, a trace without a name stays.
    pub fn end(&mut self, to: State, now: Moment) {
        self.forget();
        self.state = to;
        self.ended_at = Some(now);
    }
}

#[cfg(test)]
mod tests;
