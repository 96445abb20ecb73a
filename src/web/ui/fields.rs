use maud::{Markup, html};

use super::refusals::{message, of};
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Refusal};
use crate::i18n::t;

/// A one-line field with its label, its hint and its error.
pub struct Input<'a> {
    pub lang: Lang,
    pub field: Field,
    pub kind: &'a str,
    pub label: String,
    pub hint: Option<String>,
    pub autocomplete: &'a str,
    pub value: &'a str,
    pub required: bool,
    pub refusals: &'a [Refusal],
}

/// The ids that describe a field: its hint and its error.
pub(super) fn described_by(name: &str, hint: bool, refused: bool) -> Option<String> {
    let ids = [hint.then(|| format!("{name}-hint")), refused.then(|| format!("{name}-error"))];
    let ids: Vec<String> = ids.into_iter().flatten().collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

impl maud::Render for Input<'_> {
    fn render(&self) -> Markup {
        let name = self.field.name();
        let refusal = of(self.refusals, self.field);
        html! {
            div.field.refused[refusal.is_some()] data-field=(name) {
                label for=(name) {
                    (self.label)
                    @if !self.required { " " span.optional { (t!(self.lang, "optional")) } }
                }
                @if let Some(hint) = &self.hint { p.hint id={ (name) "-hint" } { (hint) } }
                @if let Some(refusal) = refusal { (message(self.lang, refusal)) }
                input id=(name) name=(name) type=(self.kind) value=(self.value) autocomplete=(self.autocomplete)
                    dir="auto" required[self.required] aria-invalid=[refusal.map(|_| "true")]
                    inputmode=[(self.kind == "email").then_some("email")]
                    aria-describedby=[described_by(name, self.hint.is_some(), refusal.is_some())];
            }
        }
    }
}

/// The field for the six digits of a mail.
pub fn code(lang: Lang, typed: &str, refusals: &[Refusal]) -> Markup {
    let input = Input {
        lang,
        field: Field::Code,
        kind: "text",
        label: t!(lang, "field-code"),
        hint: Some(t!(lang, "field-code-hint")),
        autocomplete: "one-time-code",
        value: typed,
        required: true,
        refusals,
    };
    html! { (input) }
}

/// A field of several lines.
pub fn textarea(
    lang: Lang,
    field: Field,
    label: &str,
    hint: &str,
    typed: &str,
    refusals: &[Refusal],
) -> Markup {
    let name = field.name();
    let refusal = of(refusals, field);
    html! {
        div.field.refused[refusal.is_some()] {
            label for=(name) { (label) }
            @if !hint.is_empty() { p.hint id={ (name) "-hint" } { (hint) } }
            @if let Some(refusal) = refusal { (message(lang, refusal)) }
            textarea id=(name) name=(name) rows="4" dir="auto" aria-invalid=[refusal.map(|_| "true")]
                aria-describedby=[described_by(name, !hint.is_empty(), refusal.is_some())] { (typed) }
        }
    }
}

/// An unticked box.
pub fn consent(field: Field, label: &str, hint: &str, ticked: bool) -> Markup {
    let name = field.name();
    html! {
        div.field.consent {
            input id=(name) name=(name) type="checkbox" value="yes" checked[ticked] aria-describedby={ (name) "-hint" };
            label for=(name) { (label) }
            p.hint id={ (name) "-hint" } { (hint) }
        }
    }
}

/// A field that people never see and automata fill.
pub fn honeypot(lang: Lang) -> Markup {
    html! {
        div.elsewhere aria-hidden="true" {
            label for="homepage" { (t!(lang, "honeypot")) }
            input id="homepage" name="homepage" type="text" tabindex="-1" autocomplete="off";
        }
    }
}
