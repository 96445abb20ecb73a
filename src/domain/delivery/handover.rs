//! How a delivery leaves the house: by a link and a passphrase that is told by another way, or on paper or a stick.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Stage;
use crate::domain::moment::Moment;
use crate::domain::zone::Zone;

/// For so many days a link can be made to hold.
pub const DAYS: [u32; 4] = [3, 7, 14, 30];

/// After so many wrong passphrases in a row there is a pause.
const PAUSE_AFTER: i32 = 5;
/// How long nobody comes in, even with the right one.
pub const PAUSE: Duration = Duration::from_mins(15);
/// After so many the link is over.
pub const MOST_WRONG: i32 = 20;
/// For so long whoever knew the passphrase is not asked for it again. It begins anew with a download, which can go on for as long.
pub const VISIT: Duration = Duration::from_hours(24);

/// Digits of a passphrase: easily told on the telephone in any language, and too many to be guessed in twenty attempts.
const DIGITS: usize = 12;
const GROUP: usize = 4;

/// The longest name and note of a receipt, in characters.
pub const LONGEST_NAME: usize = 120;
pub const LONGEST_NOTE: usize = 500;

/// By which way a delivery leaves the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Link,
    Paper,
    Stick,
    Mail,
}

impl Way {
    pub const ALL: [Self; 4] = [Self::Link, Self::Paper, Self::Stick, Self::Mail];
    /// Those that somebody here tells of; the link tells of itself.
    pub const TOLD: [Self; 3] = [Self::Paper, Self::Stick, Self::Mail];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Paper => "paper",
            Self::Stick => "stick",
            Self::Mail => "mail",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == text)
    }
}

/// A link by which an office comes to its delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    pub id: Uuid,
    pub campaign: i32,
    pub delivery: i32,
    /// The hash of its passphrase, in PHC form.
    pub passphrase: String,
    /// How many wrong passphrases were tried since the last right one.
    pub wrong: i32,
    pub locked_until: Moment,
    pub expires_at: Moment,
    pub made_by: Option<Uuid>,
    pub created_at: Moment,
    /// When somebody came in for the first time.
    pub opened_at: Option<Moment>,
    pub ended_at: Option<Moment>,
}

impl Handover {
    /// Whether it leads anywhere.
    pub fn is_open(&self, now: Moment) -> bool {
        self.ended_at.is_none() && now < self.expires_at && self.wrong < MOST_WRONG
    }

    pub fn is_locked(&self, now: Moment) -> bool {
        now < self.locked_until
    }

    /// When too many wrong passphrases have ended it: with the last of them a pause began.
    pub fn guessed_at(&self) -> Option<Moment> {
        (self.wrong >= MOST_WRONG).then(|| self.ended_at.unwrap_or(self.locked_until - PAUSE))
    }

    /// An attempt begins. It counts as wrong until it is known to be right, so that many at once are as many.
    pub fn try_at(&mut self, now: Moment) {
        self.wrong = self.wrong.saturating_add(1);
        if self.wrong % PAUSE_AFTER == 0 {
            self.locked_until = now + PAUSE;
        }
    }

    /// An attempt that nobody had time to look at was none.
    pub fn untry(&mut self) {
        if self.wrong % PAUSE_AFTER == 0 {
            self.locked_until = Moment(0);
        }
        self.wrong = (self.wrong - 1).max(0);
    }
}

/// What is told to an office by another way than its link.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// One out of random bytes, of which each gives two digits.
    pub fn new(random: [u8; 32]) -> Self {
        // Bytes that would make some digits likelier than others are passed over; of 32 twelve are left, practically always.
        let digits = random.iter().filter(|byte| **byte < 250).map(|byte| char::from(b'0' + byte % 10));
        let digits: String = digits.chain("0".repeat(DIGITS).chars()).take(DIGITS).collect();
        Self(digits)
    }

    /// As it was typed: only its digits matter.
    pub fn typed(text: &str) -> Self {
        Self(text.chars().filter(char::is_ascii_digit).take(DIGITS + 1).collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In groups, to be read out.
    pub fn written(&self) -> String {
        let digits: Vec<char> = self.0.chars().collect();
        let groups: Vec<String> = digits.chunks(GROUP).map(|group| group.iter().collect()).collect();
        groups.join(" ")
    }
}

/// Keeps a passphrase out of logs and panics.
impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// What is said of a step, sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Who has acknowledged it, as the campaign's page tells.
    pub by: String,
    /// For those who work here.
    pub note: String,
}

/// That it was handed over, or acknowledged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: Uuid,
    pub campaign: i32,
    pub delivery: i32,
    pub stage: Stage,
    pub way: Way,
    pub at: Moment,
    pub sealed: Vec<u8>,
    /// Who wrote it down; none: the office itself.
    pub account: Option<Uuid>,
    pub created_at: Moment,
}

/// When a step was that is told by its day, counted by these clocks; nothing where that day is before what it follows. On the day
/// itself it comes after it, since no hour is told.
pub fn after(before: Moment, told: Moment, clocks: &Zone) -> Option<Moment> {
    (clocks.day(told, 0) >= clocks.day(before, 0)).then(|| told.max(before))
}

#[cfg(test)]
mod tests {
    use super::{Handover, MOST_WRONG, Moment, PAUSE, Passphrase, Zone, after};
    use uuid::Uuid;

    #[test]
    fn a_passphrase_is_known_however_it_is_typed() {
        let random = std::array::from_fn(|n| u8::try_from(n * 7).unwrap());
        let made = Passphrase::new(random);
        assert_eq!(made.written().len(), 14);
        for typed in [made.written(), made.as_str().to_owned(), made.written().replace(' ', "-")] {
            assert!(Passphrase::typed(&typed) == made);
        }
        assert!(Passphrase::typed(&format!("{}9", made.as_str())) != made, "one digit more is another");
        assert!(Passphrase::new([255; 32]).as_str().len() == 12);
        assert_eq!(format!("{made:?}"), "Passphrase(…)");
    }

    fn link(now: Moment) -> Handover {
        Handover {
            id: Uuid::nil(),
            campaign: 1,
            delivery: 1,
            passphrase: String::new(),
            wrong: 0,
            locked_until: Moment(0),
            expires_at: Moment(i64::MAX),
            made_by: None,
            created_at: now,
            opened_at: None,
            ended_at: None,
        }
    }

    #[test]
    fn wrong_ones_lead_to_pauses_and_then_to_the_end() {
        let now = Moment(1_000);
        let mut link = link(now);
        for wrong in 1..=MOST_WRONG {
            assert!(link.is_open(now) && link.guessed_at().is_none());
            link.locked_until = Moment(0);
            link.try_at(now);
            assert_eq!(link.is_locked(now), wrong % 5 == 0);
            assert!(!link.is_locked(now + PAUSE));
        }
        assert!(!link.is_open(now));
        assert_eq!(link.guessed_at(), Some(now));
        link.ended_at = Some(now + PAUSE);
        assert_eq!(link.guessed_at(), Some(now + PAUSE));
    }

    #[test]
    fn an_attempt_that_nobody_looked_at_was_none() {
        let now = Moment(1_795_399_200_000);
        let mut link = link(now);
        for _ in 0..5 {
            link.try_at(now);
        }
        link.untry();
        assert!(link.wrong == 4 && !link.is_locked(now));
        link.try_at(now);
        assert!(link.is_locked(now), "those that were looked at still count");
    }

    #[test]
    fn nothing_is_before_the_day_of_what_it_follows() {
        let toronto = Zone::named("America/Toronto");
        // Nine in the evening of the 22nd there, and noon of that day.
        let (frozen, noon) = (Moment(1_795_399_200_000), Moment(1_795_366_800_000));
        let day = std::time::Duration::from_hours(24);
        assert_eq!(after(frozen, noon - day, &toronto), None);
        assert_eq!(after(frozen, noon, &toronto), Some(frozen), "on the same day it was later");
        assert_eq!(after(frozen, noon + day, &toronto), Some(noon + day));
    }
}
