//! What is written to who signs an open letter.

use super::confirm::signed_off;
use super::{Letter, Part, Sender, display_words};
use crate::domain::campaign::Campaign;
use crate::domain::display::Display;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::sign_on::DeclineReason;
use crate::i18n::{self, t};
use crate::paths;

/// To whom it goes, about which campaign.
#[derive(Clone, Copy)]
pub struct To<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub name: &'a str,
    pub mine_token: &'a str,
}

impl To<'_> {
    pub(super) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sender.public_url)
    }

    pub(super) fn greeting(&self) -> Part {
        Part::Text(t!(self.lang, "mail-greeting", name = i18n::isolate(self.name)))
    }

    pub(super) fn quote(&self) -> Part {
        let (lang, content) = (self.lang, &self.campaign.content);
        Part::Quote(format!("{}\n{}", content.title.get(lang), content.asked.get(lang)))
    }

    pub(super) fn mine(&self, label: String) -> Part {
        Part::Link { label, url: self.url(&paths::mine(self.lang, self.mine_token)) }
    }
}

/// The confirmation mail: what was signed, one button, one code, and a way to say "that was not me".
pub struct ConfirmSignOn<'a> {
    pub to: To<'a>,
    /// Empty for a professional.
    pub organisation: &'a str,
    pub display: Display,
    pub updates: bool,
    pub text_version: i32,
    pub expires_at: Moment,
    pub confirm_token: &'a str,
    pub code: &'a str,
}

impl ConfirmSignOn<'_> {
    pub fn letter(&self) -> Letter {
        let (to, lang) = (self.to, self.to.lang);
        let parts = vec![
            to.greeting(),
            Part::Text(t!(lang, "mail-letter-intro")),
            to.quote(),
            Part::Text(self.choices()),
            Part::Text(t!(lang, "mail-letter-held")),
            Part::Button {
                label: t!(lang, "mail-confirm-button"),
                url: to.url(&paths::confirm(lang, self.confirm_token)),
            },
            Part::Code { label: t!(lang, "mail-confirm-code"), code: self.code.to_owned() },
            Part::Text(t!(lang, "mail-confirm-until", date = i18n::day(lang, self.expires_at))),
            to.mine(t!(lang, "mail-not-me")),
            Part::Small(t!(lang, "mail-keep")),
            signed_off(to.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-letter-subject"), parts }
    }

    fn choices(&self) -> String {
        let (lang, version) = (self.to.lang, self.text_version);
        let updates = if self.updates { t!(lang, "mail-updates-yes") } else { t!(lang, "mail-updates-no") };
        if self.organisation.is_empty() {
            let name = display_words(lang, self.display);
            return t!(lang, "mail-letter-professional", version = version, name = name, updates = updates);
        }
        let organisation = i18n::isolate(self.organisation);
        t!(
            lang,
            "mail-letter-organisation",
            version = version,
            organisation = organisation,
            updates = updates
        )
    }
}

/// To who stands under the letter already: nothing is to be done.
pub fn signed_on(to: To<'_>) -> Letter {
    let lang = to.lang;
    let parts = vec![
        to.greeting(),
        Part::Text(t!(lang, "mail-letter-again-intro")),
        to.quote(),
        Part::Text(t!(lang, "mail-letter-again-done")),
        to.mine(t!(lang, "mail-letter-mine")),
        signed_off(to.sender, lang),
    ];
    Letter { lang, subject: t!(lang, "mail-letter-again-subject"), parts }
}

/// What staff decided: nothing where it is shown, else why it is not.
pub fn decided(to: To<'_>, declined: Option<DeclineReason>) -> Letter {
    let (lang, slug) = (to.lang, &to.campaign.slug);
    let (subject, words, link) = match declined {
        None => {
            let link = (t!(lang, "mail-letter-vetted-link"), paths::letter(lang, slug));
            (t!(lang, "mail-letter-vetted-subject"), t!(lang, "mail-letter-vetted"), link)
        }
        Some(reason) => {
            let words = t!(lang, "mail-letter-declined", reason = decline_words(lang, reason));
            let link = (t!(lang, "mail-letter-declined-do"), paths::contact(lang, slug));
            (t!(lang, "mail-letter-declined-subject"), words, link)
        }
    };
    let parts = vec![
        to.greeting(),
        Part::Text(words),
        to.quote(),
        Part::Link { label: link.0, url: to.url(&link.1) },
        to.mine(t!(lang, "mail-letter-mine")),
        signed_off(to.sender, lang),
    ];
    Letter { lang, subject, parts }
}

/// Why one was declined, in words.
pub fn decline_words(lang: Lang, reason: DeclineReason) -> String {
    match reason {
        DeclineReason::Unproven => t!(lang, "decline-unproven"),
        DeclineReason::Duplicate => t!(lang, "decline-duplicate"),
        DeclineReason::Unsuited => t!(lang, "decline-unsuited"),
        DeclineReason::Other => t!(lang, "decline-other"),
    }
}
