use maud::{Markup, html};

use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::web::studio::editor::when::{Fault, Typed};

pub fn words(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::Nothing => t!(lang, "when-nothing"),
        Fault::Past => t!(lang, "when-past"),
        Fault::Gap { from, until } => t!(lang, "when-gap", from = from.as_str(), until = until.as_str()),
        Fault::Twice { .. } => t!(lang, "when-twice"),
    }
}

/// A day and a time; and which of two, where the clocks show it twice.
pub fn fields(lang: Lang, name: &str, typed: &Typed, fault: Option<&Fault>) -> Markup {
    let error = format!("{name}-error");
    let invalid = fault.map(|_| "true");
    let input = |part: &str, label: String, value: &str| {
        html! {
            div.field {
                label for={ (name) "-" (part) } { (label) }
                input.short id={ (name) "-" (part) } name={ (name) "-" (part) } type=(part) value=(value)
                    aria-describedby=[fault.map(|_| error.as_str())] aria-invalid=[invalid];
            }
        }
    };
    html! {
        @if let Some(fault) = fault { p.error id=(error) { (words(lang, fault)) } }
        div.when {
            (input("date", t!(lang, "when-date"), &typed.date))
            (input("time", t!(lang, "when-time"), &typed.time))
        }
        @if let Some(Fault::Twice { first, again }) = fault {
            (which(name, "first", &t!(lang, "when-first", offset = first.as_str()), &typed.which))
            (which(name, "again", &t!(lang, "when-again", offset = again.as_str()), &typed.which))
        }
    }
}

fn which(name: &str, value: &str, label: &str, chosen: &str) -> Markup {
    html! {
        div.tick {
            input id={ (name) "-" (value) } type="radio" name={ (name) "-which" } value=(value) checked[chosen == value];
            label for={ (name) "-" (value) } { (label) }
        }
    }
}
