use super::{Letter, Part};
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};

/// To the organisers: a message from the contact form. An answer goes straight to its writer.
pub struct ContactMessage<'a> {
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub name: &'a str,
    pub email: &'a str,
    pub message: &'a str,
}

impl ContactMessage<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let title = self.campaign.content.title.get(lang);
        let parts = vec![
            Part::Text(t!(lang, "mail-contact-intro", name = i18n::isolate(self.name), email = self.email)),
            Part::Quote(self.message.to_owned()),
            Part::Small(t!(lang, "mail-contact-reply")),
        ];
        Letter { lang, subject: t!(lang, "mail-contact-subject", title = title), parts }
    }
}
