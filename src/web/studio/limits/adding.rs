use maud::{Markup, html};

use super::DAYS;
use super::views::{Page, kind_words};
use crate::domain::caution::Caution;
use crate::domain::lang::Lang;
use crate::domain::listing::Kind;
use crate::i18n::t;
use crate::paths;

/// What is to be listed, as it was typed.
#[derive(Default)]
pub struct Typed {
    pub kind: String,
    pub entries: String,
    pub days: String,
    pub note: String,
    /// What they were asked about once more and answered yes to.
    pub sure: String,
}

/// What the box stands for that is ticked: those that were asked about, so that it answers for no others.
pub fn answer(asked: &[(String, Caution)]) -> String {
    let values: Vec<&str> = asked.iter().map(|(value, _)| value.as_str()).collect();
    values.join(" ")
}

fn caution_words(lang: Lang, value: &str, caution: Caution) -> String {
    match caution {
        Caution::Wide => t!(lang, "limits-caution-wide", value = value),
        Caution::PublicMail => t!(lang, "limits-caution-public", value = value),
        Caution::OwnDomain => t!(lang, "limits-caution-own", value = value),
    }
}

impl Page<'_> {
    /// What would be shut out, at the head of the page.
    pub(super) fn asking(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.summary role="alert" tabindex="-1" autofocus {
                p { (t!(lang, "limits-ask")) }
                ul {
                    @for (value, caution) in self.cautions { li { (caution_words(lang, value, *caution)) } }
                }
                p { a href="#sure" { (t!(lang, "limits-ask-do")) } }
            }
        }
    }

    pub(super) fn adding(&self) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed);
        html! {
            h2 { (t!(lang, "limits-add")) }
            form.narrow method="post" action=(paths::STUDIO_LISTS) {
                div.field {
                    label for="kind" { (t!(lang, "limits-kind")) }
                    select #kind name="kind" required aria-invalid=[self.invalid("kind")] {
                        option value="" { (t!(lang, "review-choose")) }
                        @for kind in Kind::ALL {
                            option value=(kind.as_str()) selected[typed.kind == kind.as_str()] { (kind_words(lang, kind)) }
                        }
                    }
                }
                div.field {
                    label for="entries" { (t!(lang, "limits-entries")) }
                    p.small #entries-hint { (t!(lang, "limits-entries-hint")) }
                    textarea #entries name="entries" rows="6" required spellcheck="false" aria-describedby="entries-hint"
                        aria-invalid=[self.invalid("entries")] { (typed.entries) }
                }
                div.field {
                    label for="days" { (t!(lang, "limits-until")) }
                    select #days name="days" aria-invalid=[self.invalid("days")] {
                        @for days in DAYS {
                            @let value = days.to_string();
                            option value=(value) selected[typed.days == value || (typed.days.is_empty() && days == 7)] {
                                @if days == 0 { (t!(lang, "limits-until-removed")) } @else { (t!(lang, "limits-days", count = days)) }
                            }
                        }
                    }
                }
                div.field {
                    label for="note" { (t!(lang, "review-note")) }
                    p.small #note-hint { (t!(lang, "review-note-hint")) }
                    input #note name="note" type="text" autocomplete="off" dir="auto" value=(typed.note) aria-describedby="note-hint"
                        aria-invalid=[self.invalid("note")];
                }
                @if !self.cautions.is_empty() {
                    div.choice {
                        input #sure name="sure" type="checkbox" value=(answer(self.cautions));
                        label for="sure" { (t!(lang, "limits-sure")) }
                    }
                }
                button type="submit" { (t!(lang, "limits-add-button")) }
            }
        }
    }
}
