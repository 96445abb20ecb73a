//! What addressees answer to what was asked of them, and for how long they are silent.

mod form;
pub mod table;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::form::{Fault, Form, MAX_SOURCE, MAX_WORDS, Written, parse_day};
use super::campaign::Campaign;
use super::content::{Addressee, Text};
use super::date::PartialDate;
use super::delivery::delivered::Delivered;
use super::moment::Moment;
use super::zone::Zone;

/// What a reply says to one demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    Agrees,
    Partly,
    Refuses,
    /// It says nothing of it.
    NoAnswer,
}

impl Stance {
    pub const ALL: [Self; 4] = [Self::Agrees, Self::Partly, Self::Refuses, Self::NoAnswer];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::Partly => "partly",
            Self::Refuses => "refuses",
            Self::NoAnswer => "no_answer",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stance| stance.as_str() == text)
    }
}

/// What a reply says to each demand, by its number in the text, counted from 1. Of what is not in it the reply says nothing.
pub type Stances = BTreeMap<usize, Stance>;

/// In which form the document of a reply is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    Pdf,
    /// A photo or a scan.
    Jpeg,
}

impl DocumentKind {
    pub const ALL: [Self; 2] = [Self::Pdf, Self::Jpeg];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

/// The document of a reply, but for its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub kind: DocumentKind,
    /// In bytes.
    pub size: i64,
    /// SHA-256, in hexadecimal.
    pub hash: String,
}

/// What an addressee has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub campaign: i32,
    /// Counts from 1 within the campaign.
    pub number: i32,
    /// Of the addressee, as the text of the campaign has it.
    pub key: String,
    /// The version of the text whose demands it is read against.
    pub text_version: i32,
    pub written: Written,
    pub document: Option<Document>,
    /// Since when everybody can read it.
    pub shown_at: Option<Moment>,
    /// When it was shown for the first time, hidden since or not.
    pub first_shown_at: Option<Moment>,
    /// When it was last changed after it had been shown.
    pub corrected_at: Option<Moment>,
    /// The number of the update by which supporters are told of it.
    pub told: Option<i16>,
    /// Rises with every change.
    pub revision: i32,
    pub entered_by: Option<Uuid>,
    pub created_at: Moment,
}

impl Reply {
    /// What it says to the demand of this number.
    pub fn stance(&self, demand: usize) -> Stance {
        self.written.stances.get(&demand).copied().unwrap_or(Stance::NoAnswer)
    }
}

/// What everybody is told of the replies to a campaign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replies {
    /// Rises with every change.
    pub revision: i32,
    /// Those that are shown, oldest first.
    pub all: Vec<Reply>,
    /// The texts whose demands they are read against, by their versions.
    pub texts: BTreeMap<i32, Text>,
    /// The day of the last reply of each addressee, shown or not: who has answered is not called silent.
    pub last: BTreeMap<String, PartialDate>,
}

impl Replies {
    /// Those of one addressee, oldest first.
    pub fn of<'a>(&'a self, key: &'a str) -> impl DoubleEndedIterator<Item = &'a Reply> {
        self.all.iter().filter(move |reply| reply.key == key)
    }
}

/// Who is asked by any version of a text: first those whom the present one asks, in its order, then those whom only an earlier
/// one did. `earlier` are the versions before, newest first.
pub fn addressees<'a>(campaign: &'a Campaign, earlier: impl Iterator<Item = &'a Text>) -> Vec<&'a Addressee> {
    let mut all: Vec<&Addressee> = Vec::new();
    for text in std::iter::once(&campaign.text).chain(earlier) {
        for addressee in &text.addressees {
            if !all.iter().any(|known| known.key == addressee.key) {
                all.push(addressee);
            }
        }
    }
    all
}

/// Since when an addressee is silent: since the first of these days on which something was handed over after their last reply.
/// None where nothing was, or where they have answered since.
pub fn silent_since(
    handed_over: impl IntoIterator<Item = PartialDate>,
    replied: impl IntoIterator<Item = PartialDate>,
) -> Option<PartialDate> {
    let last = replied.into_iter().max();
    handed_over.into_iter().filter(|day| last.is_none_or(|last| *day > last)).min()
}

/// The same for an addressee of a campaign, of all that was handed over. Its days are those of the zone in which the days of the
/// replies were typed.
pub fn silence(
    delivered: &Delivered,
    key: &str,
    replied: &[PartialDate],
    zone: &Zone,
) -> Option<PartialDate> {
    let to = delivered.handed.iter().filter(|one| one.to.key == key);
    silent_since(to.filter_map(|one| day_of(one.at, zone)), replied.iter().copied())
}

/// The day of a moment, as the clocks of a zone show it.
pub fn day_of(at: Moment, zone: &Zone) -> Option<PartialDate> {
    PartialDate::parse(&zone.shown(at).0)
}

/// The beginning of a reply as a quotation in Markdown, of at most so many characters: an update that tells of it has room for no more.
pub fn quoted(words: &str, most: usize) -> String {
    let cut: String = words.chars().take(most).collect();
    let is_cut = cut.len() < words.len();
    let lines: Vec<String> =
        cut.lines().map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") }).collect();
    let quoted = lines.join("\n");
    if is_cut { format!("{quoted} …") } else { quoted }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{PartialDate, Stance, quoted, silent_since};

    fn days(all: &[&str]) -> Vec<PartialDate> {
        all.iter().map(|day| PartialDate::parse(day).unwrap()).collect()
    }

    #[test]
    fn silence_begins_with_the_first_delivery_that_was_not_answered() {
        let since = |handed: &[&str], replied: &[&str]| {
            silent_since(days(handed), days(replied)).map(|day| day.to_string())
        };
        assert_eq!(since(&[], &[]), None, "who was handed nothing is not silent");
        assert_eq!(since(&["2026-12-03", "2026-12-20"], &[]).as_deref(), Some("2026-12-03"));
        assert_eq!(since(&["2026-12-03", "2026-12-20"], &["2026-12-05"]).as_deref(), Some("2026-12-20"));
        assert_eq!(since(&["2026-12-03"], &["2026-12-03"]), None, "on the same day it is an answer");
        assert_eq!(since(&["2026-12-03"], &["2026-11-01"]).as_deref(), Some("2026-12-03"));
    }

    #[test]
    fn what_is_quoted_stands_behind_marks() {
        assert_eq!(quoted("One\n\ntwo", 100), "> One\n>\n> two");
        assert_eq!(quoted("éééé", 2), "> éé …");
        assert!(Stance::ALL.into_iter().all(|stance| Stance::parse(stance.as_str()) == Some(stance)));
    }

    proptest! {
        #[test]
        fn silence_is_never_before_the_last_reply(handed in proptest::collection::vec(1u8..28, 0..6), replied in proptest::collection::vec(1u8..28, 0..6)) {
            let day = |day: &u8| PartialDate { year: 2026, month: Some(12), day: Some(*day) };
            let since = silent_since(handed.iter().map(day), replied.iter().map(day));
            let last = replied.iter().max();
            prop_assert_eq!(since.is_some(), handed.iter().any(|one| last.is_none_or(|last| one > last)));
            prop_assert!(since.is_none_or(|since| replied.iter().all(|one| day(one) < since)));
        }
    }
}
