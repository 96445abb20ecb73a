//! The markup of the sheets that are typed in.

pub mod held;
pub mod index;
pub mod row;
pub mod sheet;

use maud::{Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::ledger::row::{Because, Row, State, Typed};
use crate::domain::refusal::{Field, Refusal};
use crate::i18n::t;
use crate::web::ui::refusal_words;

pub fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::Stands => t!(lang, "rows-stands"),
        State::Doubtful => t!(lang, "rows-doubtful"),
        State::Repeat => t!(lang, "rows-repeat"),
        State::Struck => t!(lang, "rows-struck"),
    }
}

fn because_words(lang: Lang, because: Because) -> String {
    match because {
        Because::Unreadable => t!(lang, "rows-because-unreadable"),
        Because::NoPlace => t!(lang, "rows-because-no-place"),
        Because::Typist => t!(lang, "rows-because-typist"),
        Because::Online => t!(lang, "rows-because-online"),
        Because::Paper => t!(lang, "rows-because-paper"),
        Because::Alike => t!(lang, "rows-because-alike"),
        Because::Judged => t!(lang, "rows-because-judged"),
        Because::Erased => t!(lang, "rows-because-erased"),
    }
}

/// Whether a row counts, and why not.
fn standing(lang: Lang, row: &Row) -> Markup {
    html! {
        @if row.state == State::Stands { (state_words(lang, row.state)) } @else { strong { (state_words(lang, row.state)) } }
        @if let Some(because) = row.because { div.small { (because_words(lang, because)) } }
    }
}

const fn id(field: Field) -> &'static str {
    match field {
        Field::PostalCode => "postal_code",
        Field::City => "city",
        Field::Country => "country",
        _ => "name",
    }
}

fn told(lang: Lang, refusals: &[Refusal]) -> Vec<(&'static str, String)> {
    refusals.iter().map(|refusal| (id(refusal.field), refusal_words(lang, refusal))).collect()
}

/// The fields of a row in the order in which a sheet has them.
struct Form<'a> {
    app: &'a App,
    lang: Lang,
    typed: &'a Typed,
    refusals: &'a [Refusal],
    /// Whether the first field is where one goes on typing.
    begins: bool,
}

impl Form<'_> {
    fn fields(&self) -> Markup {
        let (lang, typed) = (self.lang, self.typed);
        html! {
            (self.line("name", &t!(lang, "field-name"), &typed.name))
            (self.line("postal_code", &t!(lang, "fact-postal-code"), &typed.postal_code))
            (self.line("city", &t!(lang, "fact-city"), &typed.city))
            div.field {
                label for="country" { (t!(lang, "fact-country")) }
                select #country name="country" aria-invalid=[self.invalid("country")] {
                    @for (code, country) in self.app.tools.rules.countries.sorted(lang) {
                        option value=(code) selected[code == typed.country] { (country.name(lang)) }
                    }
                }
            }
            div.field { label.tick { input type="checkbox" name="doubtful" value="yes" checked[typed.is_doubted]; " " (t!(lang, "rows-doubt")) } }
        }
    }

    fn invalid(&self, name: &str) -> Option<&'static str> {
        self.refusals.iter().any(|refusal| id(refusal.field) == name).then_some("true")
    }

    fn line(&self, name: &'static str, label: &str, value: &str) -> Markup {
        let begins = self.begins && name == "name";
        html! {
            div.field {
                label for=(name) { (label) }
                input id=(name) name=(name) type="text" autocomplete="off" spellcheck="false" dir="auto" value=(value)
                    autofocus[begins] aria-invalid=[self.invalid(name)];
            }
        }
    }
}
