use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::mail::confirm::staff_signed_off;
use crate::mail::{Letter, Part, Sender};
use crate::paths;

/// What happened to an account that its owner should know, whoever did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An owner of the organisation took the second factor away.
    FactorReset,
    PasswordChanged,
}

pub struct Notice<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub what: What,
}

impl Notice<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let (subject, told, then) = match self.what {
            What::FactorReset => (
                t!(lang, "mail-factor-reset-subject"),
                t!(lang, "mail-factor-reset-told"),
                t!(lang, "mail-factor-reset-then"),
            ),
            What::PasswordChanged => (
                t!(lang, "mail-password-changed-subject"),
                t!(lang, "mail-password-changed-told"),
                t!(lang, "mail-password-changed-then"),
            ),
        };
        let parts = vec![
            Part::Text(told),
            Part::Text(then),
            Part::Link {
                label: t!(lang, "login-title"),
                url: format!("{}{}", self.sender.public_url, paths::STUDIO_LOGIN),
            },
            staff_signed_off(self.sender, lang),
        ];
        Letter { lang, subject, parts }
    }
}
