//! The load: requests that cost little to make and to judge, so that the generator leaves the cores to the service.

mod closed;
mod open;
mod thread;
mod wire;
mod works;

use std::time::Duration;

pub use closed::{Closed, closed};
pub use open::{Class, Timeline, open};
pub use thread::on_own_thread;
pub use wire::{Answer, Wire};
pub use works::{Acknowledged, Confirm, Fetch, Link, Links, Sign, sign_request};

use crate::latency::Latency;

/// What an answer was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Good,
    /// 429.
    Limited,
    /// 503, and whether it says when to come again.
    Shed {
        says_when: bool,
    },
    /// Anything that should not be, in words.
    Wrong(String),
}

/// Makes requests and judges their answers.
pub trait Work: Send {
    /// Writes the next request; `false` where there is none.
    fn ask(&mut self, into: &mut Vec<u8>) -> bool;

    fn judge(&mut self, answer: &Answer<'_>) -> Verdict;
}

/// What is common to most answers that are not the one hoped for.
pub fn otherwise(answer: &Answer<'_>) -> Verdict {
    match answer.status {
        429 => Verdict::Limited,
        503 => Verdict::Shed { says_when: answer.header("retry-after").is_some() },
        status => Verdict::Wrong(format!("status {status}")),
    }
}

/// What came of a load.
#[derive(Clone, Default)]
pub struct Measured {
    pub seconds: f64,
    pub good: u64,
    pub limited: u64,
    pub shed: u64,
    pub shed_without_when: u64,
    pub wrong: u64,
    /// No answer, or half of one.
    pub lost: u64,
    /// How long the good ones took.
    pub latency: Latency,
    pub first_wrong: Option<String>,
}

impl Measured {
    pub fn rate(&self) -> f64 {
        if self.seconds > 0.0 { self.good as f64 / self.seconds } else { 0.0 }
    }

    pub fn sent(&self) -> u64 {
        self.good + self.limited + self.shed + self.wrong + self.lost
    }

    fn count(&mut self, verdict: Verdict, took: Duration) {
        match verdict {
            Verdict::Good => {
                self.good += 1;
                self.latency.record(took);
            }
            Verdict::Limited => self.limited += 1,
            Verdict::Shed { says_when } => {
                self.shed += 1;
                self.shed_without_when += u64::from(!says_when);
            }
            Verdict::Wrong(why) => {
                self.wrong += 1;
                self.first_wrong.get_or_insert(why);
            }
        }
    }

    fn lose(&mut self, why: &str) {
        self.lost += 1;
        self.first_wrong.get_or_insert_with(|| why.to_owned());
    }

    /// An error unless every answer was the one hoped for: a wrong answer fast is a failure.
    pub fn all_good(self, what: &str) -> anyhow::Result<Self> {
        let others = self.limited + self.shed + self.wrong + self.lost;
        anyhow::ensure!(
            others == 0 && self.good > 0,
            "{what}: {} good, {} limited, {} shed, {} wrong ({}), {} lost",
            self.good,
            self.limited,
            self.shed,
            self.wrong,
            self.first_wrong.as_deref().unwrap_or("-"),
            self.lost
        );
        Ok(self)
    }
}
