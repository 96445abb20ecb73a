use super::confirm::signed_off;
use super::{Letter, Part, Sender};
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;

/// To somebody who asked about their own data: the link to their page, where all of it is.
pub struct OwnPage<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub name: &'a str,
    pub mine_token: &'a str,
}

impl OwnPage<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let content = &self.campaign.content;
        let parts = vec![
            Part::Text(t!(lang, "mail-greeting", name = i18n::isolate(self.name))),
            Part::Text(t!(lang, "mail-own-page-intro")),
            Part::Quote(format!("{}\n{}", content.ask.get(lang), content.asked.get(lang))),
            Part::Text(t!(lang, "mail-own-page-what")),
            Part::Link {
                label: t!(lang, "mail-mine"),
                url: format!("{}{}", self.sender.public_url, paths::mine(lang, self.mine_token)),
            },
            signed_off(self.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-own-page-subject"), parts }
    }
}
