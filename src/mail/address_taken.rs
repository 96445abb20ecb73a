use super::confirm::signed_off;
use super::{Letter, Part, Sender};
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;

/// To the owner of an address that somebody else may not sign with.
pub struct AddressTaken<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    /// The page of the signature that holds the address.
    pub mine_token: &'a str,
}

impl AddressTaken<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let content = &self.campaign.content;
        let parts = vec![
            Part::Text(t!(lang, "mail-taken-intro")),
            Part::Quote(format!("{}\n{}", content.ask.get(lang), content.asked.get(lang))),
            Part::Text(t!(lang, "mail-taken-rule")),
            Part::Text(t!(lang, "mail-taken-what")),
            Part::Link {
                label: t!(lang, "mail-taken-link"),
                url: format!("{}{}", self.sender.public_url, paths::mine(lang, self.mine_token)),
            },
            signed_off(self.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-taken-subject"), parts }
    }
}
