//! Somebody asks what is held about them, or has it corrected or erased.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::moment::{DAY, Moment};
use super::new_address::NewAddress;

/// Within as long it is answered (GDPR, article 12(3): one month; Quebec's Act, section 32: 30 days).
pub const TERM: Duration = DAY.saturating_mul(30);

/// The longest note, in characters.
pub const MAX_NOTE: usize = 1000;

/// Words that stand for themselves in the database and in forms.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($variant),+
        }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == text)
            }
        }
    };
}

words! {
    /// How somebody asked.
    Asked { Mail = "mail", Form = "form", Post = "post", Phone = "phone", InPerson = "in_person" }
}

words! {
    /// How it was made sure that they are who they say.
    Checked { Mailbox = "mailbox", Link = "link", Document = "document", Known = "known" }
}

words! {
    /// What came of it.
    Outcome {
        Given = "given",
        Corrected = "corrected",
        Erased = "erased",
        NothingHeld = "nothing_held",
        Refused = "refused",
    }
}

/// Who asks: always sealed where it is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asker {
    /// As typed.
    pub email: String,
    /// Empty: not told. Tells the two people apart who may share an address.
    pub name: String,
    pub note: String,
    /// The address that they have instead, once they said so.
    #[serde(default)]
    pub new_address: Option<NewAddress>,
}

impl Asker {
    /// The address under which their signatures stand since they confirmed it.
    pub fn moved_to(&self) -> Option<&str> {
        self.new_address.as_ref().filter(|new| new.done.is_some()).map(|new| new.email.as_str())
    }
}

/// Keeps whoever asks out of logs and panics.
impl std::fmt::Debug for Asker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asker(…)")
    }
}

/// A case as it is kept.
#[derive(Clone, Debug)]
pub struct Inquiry {
    pub id: Uuid,
    pub organisation: i32,
    /// Counts from 1 within the organisation.
    pub number: i32,
    /// Who of staff opened it.
    pub account: Uuid,
    pub asked: Asked,
    pub checked: Checked,
    /// Who asks; empty once that is no longer kept.
    pub sealed: Vec<u8>,
    pub opened_at: Moment,
    pub due_at: Moment,
    /// When it was answered, and how.
    pub done: Option<(Moment, Outcome)>,
}

impl Inquiry {
    pub fn is_late(&self, now: Moment) -> bool {
        self.done.is_none() && self.due_at < now
    }
}
