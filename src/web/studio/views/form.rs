//! What forms of accounts are made of.

use maud::{Markup, html};

use crate::domain::lang::Lang;
use crate::domain::password::{LONGEST, SHORTEST};
use crate::i18n::t;

/// What was not taken: each field by its id, with what to do about it.
pub type Faults<F = &'static str> = Vec<(F, String)>;

/// What was not taken, at the head of the page, with a link to each field.
pub fn summary<F: AsRef<str>>(lang: Lang, faults: &Faults<F>) -> Markup {
    html! {
        @if !faults.is_empty() {
            div.summary role="alert" tabindex="-1" autofocus {
                p { (t!(lang, "problem-summary")) }
                ul { @for (field, words) in faults { li { a href={ "#" (field.as_ref()) } { (words) } } } }
            }
        }
    }
}

/// A field of one line.
pub struct Field<'a> {
    /// Its id and its name.
    pub name: &'static str,
    pub label: String,
    pub kind: &'static str,
    pub autocomplete: &'static str,
    pub hint: Option<String>,
    /// As it was typed; passwords are typed again.
    pub typed: &'a str,
}

impl Field<'_> {
    pub fn markup(&self, faults: &Faults) -> Markup {
        let Self { name, label, kind, autocomplete, hint, typed } = self;
        let hint_id = format!("{name}-hint");
        let wrong: Vec<&String> =
            faults.iter().filter(|(field, _)| field == name).map(|(_, words)| words).collect();
        let error_id = format!("{name}-error");
        let described = [(hint.is_some(), &hint_id), (!wrong.is_empty(), &error_id)];
        let described: Vec<&str> =
            described.into_iter().filter(|(is_there, _)| *is_there).map(|(_, id)| id.as_str()).collect();
        let is_code = *autocomplete == "one-time-code";
        html! {
            div.field {
                label for=(name) { (label) }
                @if let Some(hint) = hint { p.small id=(hint_id) { (hint) } }
                @if !wrong.is_empty() { p.error id=(error_id) { @for words in &wrong { (words) " " } } }
                input id=(name) name=(name) type=(kind) autocomplete=(autocomplete) required value=[(!typed.is_empty()).then_some(typed)]
                    autocapitalize=[is_code.then_some("none")] spellcheck=[is_code.then_some("false")]
                    aria-describedby=[(!described.is_empty()).then(|| described.join(" "))] aria-invalid=[(!wrong.is_empty()).then_some("true")];
            }
        }
    }
}

/// Where a new password is typed.
pub fn new_password(lang: Lang, faults: &Faults) -> Markup {
    let hint = Some(t!(lang, "password-rule", shortest = SHORTEST, longest = LONGEST));
    let label = t!(lang, "password-new");
    let kind = "password";
    Field { name: "password", label, kind, autocomplete: "new-password", hint, typed: "" }.markup(faults)
}

/// Where a code of the second factor is typed.
pub fn code(lang: Lang, faults: &Faults) -> Markup {
    let (label, hint) = (t!(lang, "factor-code"), Some(t!(lang, "factor-code-hint")));
    Field { name: "code", label, kind: "text", autocomplete: "one-time-code", hint, typed: "" }.markup(faults)
}
