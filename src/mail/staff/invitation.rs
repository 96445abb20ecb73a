use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};
use crate::mail::confirm::staff_signed_off;
use crate::mail::{Letter, Part, Sender};
use crate::paths;

/// To somebody who is to work for an organisation: a link to choose a password.
pub struct Invitation<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub organisation: &'a str,
    pub expires_at: Moment,
    pub token: &'a str,
}

impl Invitation<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let name = i18n::isolate(self.organisation);
        let parts = vec![
            Part::Text(t!(lang, "mail-invitation-intro", organisation = name.clone())),
            Part::Button {
                label: t!(lang, "mail-invitation-button"),
                url: format!("{}{}", self.sender.public_url, paths::studio_invitation(self.token)),
            },
            Part::Text(t!(lang, "mail-invitation-until", date = i18n::day(lang, self.expires_at))),
            staff_signed_off(self.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-invitation-subject", organisation = name), parts }
    }
}

/// The same to somebody who has an account already: whoever invited them is not told.
pub struct InvitedElsewhere<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub organisation: &'a str,
}

impl InvitedElsewhere<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let name = i18n::isolate(self.organisation);
        let parts = vec![
            Part::Text(t!(lang, "mail-invitation-intro", organisation = name.clone())),
            Part::Text(t!(lang, "mail-invitation-elsewhere")),
            staff_signed_off(self.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-invitation-subject", organisation = name), parts }
    }
}
