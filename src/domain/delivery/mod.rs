//! What is handed to an addressee: frozen at a moment, approved, handed over, acknowledged.

pub mod census;
pub mod delivered;
pub mod handover;
pub mod manifest;
pub mod order;
mod package;
pub mod proof;
pub mod roll;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::manifest::Counts;
pub use self::package::{DAYS_KEPT, Missing, Package, State as PackageState, find_ready};
use super::content::{Addressee, Text};
use super::disclosure::Disclosure;
use super::lang::Lang;
use super::moment::Moment;
use super::words::Words;

/// What of those who signed goes into a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everybody who counts.
    All,
    /// Who was in no earlier delivery to the same addressee.
    New,
}

impl Scope {
    pub const ALL: [Self; 2] = [Self::All, Self::New];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::New => "new",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.as_str() == text)
    }
}

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Planned,
    /// Who signed before the cut-off is being written down.
    Freezing,
    /// From here on nobody joins it.
    Frozen,
    HandedOver,
    /// The office has said that it has it.
    Acknowledged,
    Cancelled,
}

impl Stage {
    pub const ALL: [Self; 6] =
        [Self::Planned, Self::Freezing, Self::Frozen, Self::HandedOver, Self::Acknowledged, Self::Cancelled];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Freezing => "freezing",
            Self::Frozen => "frozen",
            Self::HandedOver => "handed_over",
            Self::Acknowledged => "acknowledged",
            Self::Cancelled => "cancelled",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == text)
    }

    /// Whether who is in it stands fast.
    pub const fn is_frozen(self) -> bool {
        matches!(self, Self::Frozen | Self::HandedOver | Self::Acknowledged)
    }

    /// Whether it has left the house.
    pub const fn is_delivered(self) -> bool {
        matches!(self, Self::HandedOver | Self::Acknowledged)
    }

    /// What is handed over cannot be cancelled.
    pub const fn can_be_cancelled(self) -> bool {
        matches!(self, Self::Planned | Self::Freezing | Self::Frozen)
    }
}

/// To whom something is delivered, as they were then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct To {
    /// As the text of the campaign has it.
    pub key: String,
    pub name: String,
    pub office: Words,
    pub official: Option<Uuid>,
    /// In which the cover is.
    pub lang: Lang,
    /// The code of the riding they stand for; empty where they stand for none, or it is not known.
    pub riding: String,
    /// As on an envelope; empty where the directory knows none.
    pub address: Vec<String>,
}

/// Paper that can go along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Paper {
    /// A print run of postcards.
    Run(i32),
    /// A batch of the ledger.
    Batch(i32),
}

impl Paper {
    pub const fn parts(self) -> (&'static str, i32) {
        match self {
            Self::Run(number) => ("run", number),
            Self::Batch(number) => ("batch", number),
        }
    }

    pub fn of(kind: &str, number: i32) -> Option<Self> {
        match kind {
            "run" => Some(Self::Run(number)),
            "batch" => Some(Self::Batch(number)),
            _ => None,
        }
    }

    /// As a form sends it: `run-3`.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, number) = text.split_once('-')?;
        Self::of(kind, number.parse().ok()?)
    }
}

impl std::fmt::Display for Paper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (kind, number) = self.parts();
        write!(f, "{kind}-{number}")
    }
}

/// A delivery as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    pub campaign: i32,
    /// Counts from 1 within the campaign.
    pub number: i32,
    pub to: To,
    /// The most that is told of anybody.
    pub disclosure: Disclosure,
    pub scope: Scope,
    /// The day, as `2026-11-22`.
    pub planned_on: String,
    pub stage: Stage,
    /// Who signed later is not in it.
    pub cut_off: Option<Moment>,
    /// How many stand on its roll.
    pub lines: i64,
    pub counts: Counts,
    pub made_by: Option<Uuid>,
    pub created_at: Moment,
    pub changed_at: Moment,
    /// The number of the update by which supporters are told of it.
    pub told: Option<i16>,
}

impl Delivery {
    /// It is not frozen after all: it is planned as it was before.
    pub const fn plan_again(&mut self, now: Moment) {
        (self.stage, self.cut_off, self.changed_at) = (Stage::Planned, None, now);
    }

    /// Whether it was frozen before another: by their cut-offs, and by their numbers where those are one.
    pub fn is_before(&self, other: &Self) -> bool {
        (self.cut_off, self.number) < (other.cut_off, other.number)
    }

    /// Whether it holds what may be told of people one by one, so that several approve before it leaves.
    pub fn holds_people(&self) -> bool {
        self.disclosure >= Disclosure::NamePlace || self.counts.postcards > 0
    }
}

/// What each version of a text promised those who signed it about an addressee. Who signed one in which the addressee was not
/// asked promised them nothing.
pub fn promised(texts: &[(i32, Text)], key: &str) -> BTreeMap<i32, Disclosure> {
    let level = |text: &Text| {
        let named = text.addressees.iter().filter(|addressee: &&Addressee| addressee.key == key);
        named.map(|addressee| addressee.disclosure).min().unwrap_or(Disclosure::Numbers)
    };
    texts.iter().map(|(version, text)| (*version, level(text))).collect()
}

/// What may be told of somebody: what they were promised or what the addressee is told now, whichever is less.
pub fn stricter(promised: &BTreeMap<i32, Disclosure>, version: i32, disclosure: Disclosure) -> Disclosure {
    promised.get(&version).copied().unwrap_or(Disclosure::Numbers).min(disclosure)
}

#[cfg(test)]
mod tests {
    use super::{Disclosure, Paper, Stage, promised, stricter};
    use crate::domain::content::{Addressee, Text};
    use crate::domain::words::Words;

    fn text(addressees: &[(&str, Disclosure)]) -> Text {
        let addressee = |(key, disclosure): &(&str, Disclosure)| Addressee {
            key: (*key).to_owned(),
            name: String::new(),
            office: Words::default(),
            disclosure: *disclosure,
            official: None,
        };
        Text {
            body: Words::default(),
            demands: Vec::new(),
            addressees: addressees.iter().map(addressee).collect(),
        }
    }

    #[test]
    fn nobody_is_told_more_of_than_they_were_promised() {
        let texts = [
            (1, text(&[("pm", Disclosure::Place)])),
            (2, text(&[("pm", Disclosure::Full)])),
            (3, text(&[("other", Disclosure::Full)])),
        ];
        let promised = promised(&texts, "pm");
        let told = |version, now| stricter(&promised, version, now);
        assert_eq!(told(1, Disclosure::Full), Disclosure::Place);
        assert_eq!(told(2, Disclosure::Full), Disclosure::Full);
        assert_eq!(told(2, Disclosure::Numbers), Disclosure::Numbers);
        assert_eq!(told(3, Disclosure::Full), Disclosure::Numbers);
        assert_eq!(told(9, Disclosure::Full), Disclosure::Numbers);
    }

    #[test]
    fn what_goes_along_is_read_as_it_is_written() {
        for paper in [Paper::Run(3), Paper::Batch(12)] {
            assert_eq!(Paper::parse(&paper.to_string()), Some(paper));
        }
        assert_eq!(Paper::parse("box-1"), None);
        assert_eq!(Paper::parse("run-x"), None);
        assert!(Stage::ALL.into_iter().all(|stage| Stage::parse(stage.as_str()) == Some(stage)));
    }
}
