//! What is to be said of a text.

use maud::{Markup, html};

use super::{field, part};
use crate::domain::jurisdiction::Level;
use crate::domain::jurisdiction::lint::{Finding, What};
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::web::studio::views::colon;

fn count(lang: Lang, n: usize) -> String {
    i18n::number(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

/// What was found, in a sentence.
pub fn words(lang: Lang, what: &What<'_>) -> String {
    match what {
        What::Nothing => t!(lang, "os-nothing"),
        What::Missing => t!(lang, "os-missing"),
        What::TooLong { most, over } => {
            t!(lang, "os-too-long", most = count(lang, *most), over = count(lang, *over))
        }
        What::Hidden => t!(lang, "os-hidden"),
        What::Link(link) => t!(lang, "os-link", link = i18n::isolate(link)),
        What::Rule { says, word: Some(word) } => {
            t!(lang, "os-rule-word", word = word.as_str(), says = says.get(lang))
        }
        What::Rule { says, word: None } | What::Reminder(says) => says.get(lang).to_owned(),
        What::OneLanguage => t!(lang, "os-one-language"),
    }
}

fn heading(lang: Lang, level: Level) -> String {
    match level {
        Level::Error => t!(lang, "os-errors"),
        Level::Warning => t!(lang, "os-warnings"),
        Level::Reminder => t!(lang, "os-reminders"),
    }
}

fn one(lang: Lang, finding: &Finding<'_>) -> Markup {
    let said = words(lang, &finding.what);
    html! {
        li {
            @if let Some((of, tag)) = finding.place {
                a href={ "#" (field(of, tag)) } { (part(lang, of)) " (" bdi lang=(tag) { (tag.own_name()) } ")" }
                (colon(lang))
            }
            (said)
        }
    }
}

/// All of it, what is worst first.
pub fn list(lang: Lang, findings: &[Finding<'_>]) -> Markup {
    html! {
        @if findings.iter().all(|finding| finding.level != Level::Error) {
            p { strong { (t!(lang, "os-sound")) } }
        }
        @for level in [Level::Error, Level::Warning, Level::Reminder] {
            @let of: Vec<_> = findings.iter().filter(|finding| finding.level == level).collect();
            @if !of.is_empty() {
                h4 class=[(level == Level::Error).then_some("wrong")] { (heading(lang, level)) }
                ul { @for finding in of { (one(lang, finding)) } }
            }
        }
    }
}
