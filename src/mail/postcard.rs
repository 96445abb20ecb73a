//! What is written to who writes a postcard. What they wrote is not in it: a form that anybody can fill sends nobody's words to others.

use super::confirm::signed_off;
use super::sign_on::To;
use super::{Letter, Part};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::postcard::{Because, Sender, State};
use crate::i18n::{self, t};
use crate::paths;

/// The confirmation mail: to whom the card goes, one button, one code, and a way to say "that was not me".
pub struct ConfirmPostcard<'a> {
    pub to: To<'a>,
    /// The official as people call them.
    pub official: &'a str,
    pub sender: Sender,
    pub updates: bool,
    pub expires_at: Moment,
    pub confirm_token: &'a str,
    pub code: &'a str,
}

impl ConfirmPostcard<'_> {
    pub fn letter(&self) -> Letter {
        let (to, lang) = (self.to, self.to.lang);
        let official = i18n::isolate(self.official);
        let updates = if self.updates { t!(lang, "mail-updates-yes") } else { t!(lang, "mail-updates-no") };
        let sender = sender_words(lang, self.sender);
        let parts = vec![
            to.greeting(),
            Part::Text(t!(lang, "mail-card-intro", official = official)),
            to.quote(),
            Part::Text(t!(lang, "mail-card-choices", sender = sender, updates = updates)),
            Part::Text(t!(lang, "mail-card-held")),
            Part::Button {
                label: t!(lang, "mail-card-button"),
                url: to.url(&paths::confirm(lang, self.confirm_token)),
            },
            Part::Code { label: t!(lang, "mail-card-code"), code: self.code.to_owned() },
            Part::Text(t!(lang, "mail-card-until", date = i18n::day(lang, self.expires_at))),
            to.mine(t!(lang, "mail-card-not-me")),
            Part::Small(t!(lang, "mail-card-keep")),
            signed_off(to.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-card-subject"), parts }
    }
}

/// How a sender stands on their card.
pub fn sender_words(lang: Lang, sender: Sender) -> String {
    match sender {
        Sender::Full => t!(lang, "card-sender-full"),
        Sender::FirstName => t!(lang, "card-sender-first-name"),
        Sender::Initials => t!(lang, "card-sender-initials"),
    }
}

/// To who has written to this official already: nothing is to be done.
pub fn written_before(to: To<'_>, official: &str) -> Letter {
    let lang = to.lang;
    let official = i18n::isolate(official);
    let parts = vec![
        to.greeting(),
        Part::Text(t!(lang, "mail-card-again-intro", official = official)),
        to.quote(),
        Part::Text(t!(lang, "mail-card-again-done")),
        to.mine(t!(lang, "mail-card-mine")),
        signed_off(to.sender, lang),
    ];
    Letter { lang, subject: t!(lang, "mail-card-again-subject"), parts }
}

/// To who has a place at an address that somebody else asked for.
pub fn card_taken(to: To<'_>) -> Letter {
    let lang = to.lang;
    let parts = vec![
        to.greeting(),
        Part::Text(t!(lang, "mail-card-taken")),
        to.quote(),
        Part::Text(t!(lang, "mail-taken-rule")),
        to.mine(t!(lang, "mail-card-mine")),
        signed_off(to.sender, lang),
    ];
    Letter { lang, subject: t!(lang, "mail-card-again-subject"), parts }
}

/// What moderators decided; none for what is told to nobody.
pub fn card_decided(to: To<'_>, state: State, because: Option<Because>) -> Option<Letter> {
    let lang = to.lang;
    let reason = because.map(|because| because_words(lang, because)).unwrap_or_default();
    let (subject, words, link) = match state {
        State::Rejected => (
            t!(lang, "mail-card-rejected-subject"),
            t!(lang, "mail-card-rejected", reason = reason),
            t!(lang, "mail-card-mine"),
        ),
        State::ChangeAsked => (
            t!(lang, "mail-card-change-subject"),
            t!(lang, "mail-card-change", reason = reason),
            t!(lang, "mail-card-change-link"),
        ),
        State::Approved => (
            t!(lang, "mail-card-approved-subject"),
            t!(lang, "mail-card-approved"),
            t!(lang, "mail-card-mine"),
        ),
        _ => return None,
    };
    let parts =
        vec![to.greeting(), Part::Text(words), to.quote(), to.mine(link), signed_off(to.sender, lang)];
    Some(Letter { lang, subject, parts })
}

/// Why a card does not go as it is, in words.
pub fn because_words(lang: Lang, because: Because) -> String {
    match because {
        Because::Contact => t!(lang, "card-because-contact"),
        Because::OthersData => t!(lang, "card-because-others-data"),
        Because::Threat => t!(lang, "card-because-threat"),
        Because::Tone => t!(lang, "card-because-tone"),
        Because::OffTopic => t!(lang, "card-because-off-topic"),
        Because::Other => t!(lang, "card-because-other"),
    }
}
