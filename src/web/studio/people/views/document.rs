use maud::{DOCTYPE, Markup, html};

use super::{facts, title, words};
use crate::app::App;
use crate::domain::holding::{Fate, Holding};
use crate::domain::inquiry::Asker;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};

/// What somebody is handed to read: one page that needs nothing else, in their language.
pub struct Document<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub organisation: &'a str,
    pub number: i32,
    pub asker: &'a Asker,
    pub held: &'a [Holding],
    pub now: Moment,
}

impl Document<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let heading = t!(lang, "document-title");
        let operator = &self.app.tools.settings.operator;
        html! {
            (DOCTYPE)
            html lang=(lang) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (heading) }
                }
                body {
                    h1 { (heading) }
                    p { (t!(lang, "document-about", date = i18n::day(lang, self.now), number = self.number)) }
                    p { bdi { (self.organisation) } " · " bdi { (operator.privacy_officer) } " · " (operator.privacy_email) }
                    p { (t!(lang, "field-email")) ": " bdi { (self.asker.email) } }
                    @if self.held.is_empty() { p { (t!(lang, "document-nothing")) } }
                    @for holding in self.held {
                        h2 { (title(self.app, lang, holding)) }
                        (facts(lang, holding))
                        @if holding.fate != Fate::Goes { p { (words::fate(lang, holding.fate)) } }
                    }
                    h2 { (t!(lang, "document-besides-title")) }
                    p { (t!(lang, "document-besides")) }
                    h2 { (t!(lang, "document-rights-title")) }
                    p { (t!(lang, "document-rights")) }
                }
            }
        }
    }
}
