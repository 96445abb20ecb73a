//! What a moderator rules about signatures, and the reasons that the public is told.

use std::time::Duration;

use super::signature::State;

/// What is done to a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// Off the count until it has been looked at.
    Hold,
    /// Counted from now on.
    Release,
    /// Struck out.
    Invalidate,
}

impl Judgement {
    pub const ALL: [Self; 3] = [Self::Hold, Self::Release, Self::Invalidate];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Hold => "hold",
            Self::Release => "release",
            Self::Invalidate => "invalidate",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|judgement| judgement.as_str() == text)
    }

    /// Which signatures it changes. What has ended by its holder's will is nobody's to judge.
    pub const fn changes(self, state: State) -> bool {
        match self {
            Self::Hold => matches!(state, State::Confirmed),
            Self::Release => matches!(state, State::Held),
            Self::Invalidate => state.stands(),
        }
    }

    /// What they are after it.
    pub const fn leads_to(self) -> State {
        match self {
            Self::Hold => State::Held,
            Self::Release => State::Confirmed,
            Self::Invalidate => State::Invalidated,
        }
    }
}

/// Why, as the public is told. It says nothing of a single person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// An unusual pattern among many.
    Pattern,
    /// Somebody reported it.
    Report,
    /// Made by a program.
    Automated,
    /// In the name of somebody who did not sign.
    Impersonation,
    /// The same person more than once.
    Repeated,
    /// There is no such person or place.
    Invented,
    /// Somebody tried the form out.
    Trial,
    /// Looked at and found sound.
    Sound,
    Other,
}

impl Ground {
    pub const ALL: [Self; 9] = [
        Self::Pattern,
        Self::Report,
        Self::Automated,
        Self::Impersonation,
        Self::Repeated,
        Self::Invented,
        Self::Trial,
        Self::Sound,
        Self::Other,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pattern => "pattern",
            Self::Report => "report",
            Self::Automated => "automated",
            Self::Impersonation => "impersonation",
            Self::Repeated => "repeated",
            Self::Invented => "invented",
            Self::Trial => "trial",
            Self::Sound => "sound",
            Self::Other => "other",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.as_str() == text)
    }

    /// Whether it is a reason for that: who is found sound is not struck out for it.
    pub const fn fits(self, judgement: Judgement) -> bool {
        match self {
            Self::Other => true,
            Self::Sound => matches!(judgement, Judgement::Release),
            Self::Pattern | Self::Report => !matches!(judgement, Judgement::Release),
            _ => matches!(judgement, Judgement::Invalidate | Judgement::Hold),
        }
    }
}

/// How long the person of a struck-out signature is kept, so that it can be undone.
pub const UNDONE_WITHIN: Duration = Duration::from_hours(30 * 24);

/// The longest note, in characters.
pub const MAX_NOTE: usize = 500;

/// A note among moderators. An address in it would be somebody's.
pub fn parse_note(typed: &str) -> Option<String> {
    let note = super::form::parse_text(typed, MAX_NOTE).ok()?;
    (!note.contains('@')).then_some(note)
}

#[cfg(test)]
mod tests {
    use super::{Ground, Judgement, parse_note};
    use crate::domain::signature::State;

    #[test]
    fn whoever_left_by_themselves_is_nobodys_to_judge() {
        for judgement in Judgement::ALL {
            for state in [State::Withdrawn, State::Disowned, State::Invalidated] {
                assert!(!judgement.changes(state));
            }
            assert!(!judgement.changes(judgement.leads_to()));
            assert!(Ground::ALL.into_iter().any(|ground| ground.fits(judgement)));
        }
    }

    #[test]
    fn a_note_names_no_address() {
        assert_eq!(parse_note(" one of 300 \r\n").as_deref(), Some("one of 300"));
        assert_eq!(parse_note("anna@example.org signed twice"), None);
        assert_eq!(parse_note(&"x".repeat(501)), None);
    }
}
