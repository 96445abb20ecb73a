//! Consent to updates: given when and to which words, ended when and how.

use uuid::Uuid;

use super::lang::Lang;
use super::moment::{HOUR, Moment};

/// Where consent was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// With the form that was signed.
    Form,
    /// On the supporter's page.
    Page,
}

impl Given {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Page => "page",
        }
    }

    pub fn parse(text: &str) -> Self {
        if text == Self::Page.as_str() { Self::Page } else { Self::Form }
    }
}

/// How consent ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// On the supporter's page.
    Page,
    /// By the link or the button of an update.
    Unsubscribe,
    /// The person told their mail provider that they want no more.
    Complaint,
    /// The signature ended, and the consent with it.
    Signature,
    /// The person was forgotten with the years.
    Retention,
}

impl Ended {
    pub const ALL: [Self; 5] =
        [Self::Page, Self::Unsubscribe, Self::Complaint, Self::Signature, Self::Retention];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Unsubscribe => "unsubscribe",
            Self::Complaint => "complaint",
            Self::Signature => "signature",
            Self::Retention => "retention",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ended| ended.as_str() == text)
    }
}

/// A consent on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub campaign: i32,
    pub signature: Uuid,
    pub given_at: Moment,
    pub given_by: Given,
    /// The language of the words consented to.
    pub lang: Lang,
    /// SHA-256 of the words, where it was written down; else the time tells them.
    pub digest: Option<String>,
    pub ended: Option<(Moment, Ended)>,
}

/// Words that the program has shown beside the box, from when until when at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    pub lang: Lang,
    pub digest: String,
    pub words: String,
    pub first_at: Moment,
    pub last_at: Moment,
}

/// Which of these words (of one language, in the order in which they were first shown) somebody had before them who consented
/// at a moment: the newest, and while one program took over from another also those before.
pub fn shown_at(wordings: &[Wording], at: Moment) -> Vec<&Wording> {
    let begun: Vec<&Wording> = wordings.iter().filter(|one| one.first_at <= at).collect();
    let newest = begun.len().saturating_sub(1);
    let shown = begun.into_iter().enumerate().filter(|(n, one)| *n == newest || one.last_at + HOUR >= at);
    shown.map(|(_, one)| one).collect()
}

#[cfg(test)]
mod tests {
    use super::{Lang, Moment, Wording, shown_at};
    use crate::domain::moment::{DAY, HOUR};

    fn wording(digest: &str, first_at: Moment, last_at: Moment) -> Wording {
        Wording { lang: Lang::En, digest: digest.into(), words: digest.into(), first_at, last_at }
    }

    #[test]
    fn the_time_tells_the_words_and_both_while_one_program_took_over_from_another() {
        let start = Moment(1_000_000_000_000);
        let all = [wording("old", start, start + DAY), wording("new", start + DAY, start + DAY * 9)];
        let at = |moment| shown_at(&all, moment).iter().map(|one| &*one.digest).collect::<Vec<_>>().join(" ");
        assert_eq!(at(start - HOUR), "");
        assert_eq!(at(start + HOUR), "old");
        assert_eq!(at(start + DAY + HOUR), "old new");
        assert_eq!(at(start + DAY * 2), "new");
        assert_eq!(at(start + DAY * 99), "new");
    }
}
