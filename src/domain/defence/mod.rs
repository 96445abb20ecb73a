//! When a campaign's form asks for a proof of work: when far more sign than usual, or very many from one network.
//! A burst is no fraud, so this only ever asks; it refuses, holds and deletes nothing.

mod rule;

pub use rule::{Rule, neighbourhood};

use super::moment::{DAY, Moment};

/// What staff have set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// The rule decides.
    #[default]
    Auto,
    Always,
    Never,
}

impl Mode {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.as_str() == text)
    }
}

/// Why the rule asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressure {
    /// Far more sign than usual.
    Rate,
    /// Very many sign from one network.
    Network,
}

impl Pressure {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rate => "rate",
            Self::Network => "network",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Rate, Self::Network].into_iter().find(|pressure| pressure.as_str() == text)
    }
}

/// Why a form asks, or that it does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    Calm,
    /// The rule asks.
    Pressed(Pressure),
    /// Staff have it ask.
    Always,
}

impl Stance {
    pub const ALL: [Self; 4] =
        [Self::Calm, Self::Pressed(Pressure::Rate), Self::Pressed(Pressure::Network), Self::Always];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Calm => "calm",
            Self::Pressed(pressure) => pressure.as_str(),
            Self::Always => Mode::Always.as_str(),
        }
    }
}

/// How a campaign is defended, the same on all nodes. A node under pressure moves `asking_until` on; when none does any
/// more, it passes, and the campaign is calm again without anybody doing anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Defence {
    pub mode: Mode,
    pub asking_until: Moment,
    /// Why it was last asked for by itself.
    pub pressure: Option<Pressure>,
    /// When staff last set the mode, or the rule last began to ask.
    pub changed_at: Moment,
}

impl Defence {
    pub fn stance(&self, now: Moment) -> Stance {
        match (self.mode, self.asks(now)) {
            (_, false) => Stance::Calm,
            (Mode::Always, true) => Stance::Always,
            (Mode::Auto | Mode::Never, true) => Stance::Pressed(self.pressure.unwrap_or(Pressure::Rate)),
        }
    }

    /// Whether forms are asked for a proof of work now.
    pub fn asks(&self, now: Moment) -> bool {
        match self.mode {
            Mode::Always => true,
            Mode::Never => false,
            // No rule asks for as long as a day: that was a clock that had jumped.
            Mode::Auto => now < self.asking_until && self.asking_until < now + DAY,
        }
    }
}

/// What a form that passed every rule has shown besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing was asked of it.
    Calm,
    /// It was asked, and brought no proof that holds: its code must be typed.
    Nothing,
    /// It brought a proof, which is good once.
    Proof(Proof),
}

/// A proof of work that holds, unless it was spent before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Proof {
    pub mark: [u8; 16],
    pub expires_at: Moment,
}
