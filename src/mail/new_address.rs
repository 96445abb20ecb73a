use super::confirm::signed_off;
use super::{Letter, Part, Sender};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};
use crate::paths;

/// To an address that somebody says is theirs: one button. It may be a stranger's, so it tells nothing of anybody.
pub struct NewAddressMail<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub token: &'a str,
    pub expires_at: Moment,
}

impl NewAddressMail<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let parts = vec![
            Part::Text(t!(lang, "mail-new-address-intro")),
            Part::Button {
                label: t!(lang, "new-address-button"),
                url: format!("{}{}", self.sender.public_url, paths::new_address(lang, self.token)),
            },
            Part::Text(t!(lang, "mail-new-address-until", date = i18n::day(lang, self.expires_at))),
            Part::Small(t!(lang, "mail-new-address-else")),
            signed_off(self.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-new-address-subject"), parts }
    }
}
