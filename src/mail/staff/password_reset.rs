use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::mail::confirm::staff_signed_off;
use crate::mail::{Letter, Part, Sender};
use crate::paths;

/// To somebody who has forgotten their password: a link that lets them choose another, once.
pub struct PasswordReset<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub token: &'a str,
}

impl PasswordReset<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let parts = vec![
            Part::Text(t!(lang, "mail-reset-intro")),
            Part::Button {
                label: t!(lang, "reset-button"),
                url: format!("{}{}", self.sender.public_url, paths::studio_reset(self.token)),
            },
            Part::Text(t!(lang, "mail-reset-until")),
            Part::Small(t!(lang, "mail-reset-not-me")),
            staff_signed_off(self.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-reset-subject"), parts }
    }
}
