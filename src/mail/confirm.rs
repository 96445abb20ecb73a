use super::{Letter, Part, Sender};
use crate::domain::campaign::Campaign;
use crate::domain::display::Display;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};
use crate::paths;

/// The confirmation mail: what was signed, one button, one code, and a way to say "that was not me". It asks for nothing else.
pub struct Confirm<'a> {
    pub sender: Sender<'a>,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub name: &'a str,
    pub display: Display,
    pub updates: bool,
    pub text_version: i32,
    pub expires_at: Moment,
    pub confirm_token: &'a str,
    pub mine_token: &'a str,
    pub code: &'a str,
}

impl Confirm<'_> {
    pub fn letter(&self) -> Letter {
        let lang = self.lang;
        let content = &self.campaign.content;
        let url = |path: String| format!("{}{path}", self.sender.public_url);
        let updates = if self.updates { t!(lang, "mail-updates-yes") } else { t!(lang, "mail-updates-no") };
        let parts = vec![
            Part::Text(t!(lang, "mail-greeting", name = i18n::isolate(self.name))),
            Part::Text(t!(lang, "mail-confirm-intro")),
            Part::Quote(format!("{}\n{}", content.ask.get(lang), content.asked.get(lang))),
            Part::Text(t!(
                lang,
                "mail-confirm-choices",
                version = self.text_version,
                name = display_words(lang, self.display),
                updates = updates
            )),
            Part::Button {
                label: t!(lang, "mail-confirm-button"),
                url: url(paths::confirm(lang, self.confirm_token)),
            },
            Part::Code { label: t!(lang, "mail-confirm-code"), code: self.code.to_owned() },
            Part::Text(t!(lang, "mail-confirm-until", date = i18n::day(lang, self.expires_at))),
            Part::Link { label: t!(lang, "mail-not-me"), url: url(paths::mine(lang, self.mine_token)) },
            Part::Small(t!(lang, "mail-keep")),
            signed_off(self.sender, lang),
        ];
        Letter { lang, subject: t!(lang, "mail-confirm-subject"), parts }
    }
}

/// How a name shows, in words.
pub fn display_words(lang: Lang, display: Display) -> String {
    match display {
        Display::Hidden => t!(lang, "display-hidden"),
        Display::Initials => t!(lang, "display-initials"),
        Display::FirstName => t!(lang, "display-first-name"),
        Display::Full => t!(lang, "display-full"),
    }
}

fn who(sender: Sender<'_>) -> String {
    let operator = sender.operator;
    let who = [operator.name.as_str(), operator.address.as_str()];
    who.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Who sent this.
pub(super) fn signed_off(sender: Sender<'_>, lang: Lang) -> Part {
    Part::Small(t!(lang, "mail-sender", sender = who(sender)))
}

/// The same, to somebody whose address was not entered in a form.
pub(super) fn staff_signed_off(sender: Sender<'_>, lang: Lang) -> Part {
    Part::Small(t!(lang, "mail-staff-sender", sender = who(sender)))
}
