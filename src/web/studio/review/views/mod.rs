//! The markup of the review desk.

pub mod desk;
pub mod new_ruling;
pub mod patterns;
pub mod ruling;
pub mod rulings;
pub mod search;
pub mod signature;
mod table;
mod words;

use maud::{Markup, html};

use self::words::{fault_words, ground_words, judgement_words};
use super::form::{Fault, Typed};
use crate::domain::campaign::Campaign;
use crate::domain::judgement::{Ground, Judgement};
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::tabs::{Tab, head};

/// The parts of the review desk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Signatures,
    Search,
    Patterns,
    Rulings,
}

/// The campaign, its parts, and the parts of the desk.
fn top(present: &Present, campaign: &Campaign, here: Part) -> Markup {
    let (lang, slug) = (present.lang, &*campaign.slug);
    let parts = [
        (Part::Signatures, paths::studio_review(slug), t!(lang, "review-signatures")),
        (Part::Search, paths::studio_review_search(slug), t!(lang, "review-search")),
        (Part::Patterns, paths::studio_patterns(slug), t!(lang, "patterns-title")),
        (Part::Rulings, paths::studio_rulings(slug), t!(lang, "review-rulings")),
    ];
    html! {
        (head(present, campaign, Tab::Review))
        nav.parts aria-label=(t!(lang, "tab-review")) {
            ul {
                @for (part, path, words) in parts {
                    li { a href=(path) aria-current=[(part == here).then_some("page")] { (words) } }
                }
            }
        }
    }
}

/// What was not taken, at the top.
fn summary(lang: Lang, faults: &[Fault]) -> Markup {
    html! {
        @if !faults.is_empty() {
            div.summary role="alert" tabindex="-1" autofocus {
                p { (t!(lang, "problem-summary")) }
                ul {
                    @for fault in faults {
                        li {
                            @match fault.field() {
                                Some(field) => a href={ "#" (field) } { (fault_words(lang, *fault)) },
                                None => (fault_words(lang, *fault)),
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Fault {
    const fn field(self) -> Option<&'static str> {
        match self {
            Self::Judgement => Some("judgement"),
            Self::Ground => Some("ground"),
            Self::Note => Some("note"),
            Self::Overtaken => None,
        }
    }
}

/// What to do, why, and a note. `choices` are what can be done, each with what is said of it.
fn judgement_fields(lang: Lang, choices: &[(Judgement, String)], typed: &Typed, faults: &[Fault]) -> Markup {
    let invalid = |fault: Fault| faults.contains(&fault).then_some("true");
    let first = choices.first().map(|(judgement, _)| *judgement);
    html! {
        fieldset.judgements {
            legend { (t!(lang, "review-judgement")) }
            @for (judgement, about) in choices {
                @let id = if first == Some(*judgement) { "judgement" } else { judgement.as_str() };
                div.choice {
                    input id=(id) name="judgement" type="radio" value=(judgement.as_str()) required
                        checked[typed.judgement == judgement.as_str()];
                    label for=(id) { (judgement_words(lang, *judgement)) @if !about.is_empty() { " " span.small { (about) } } }
                }
            }
        }
        div.field {
            label for="ground" { (t!(lang, "review-ground")) }
            p.small #ground-hint { (t!(lang, "review-ground-hint")) }
            select #ground name="ground" required aria-describedby="ground-hint" aria-invalid=[invalid(Fault::Ground)] {
                option value="" { (t!(lang, "review-choose")) }
                @for ground in Ground::ALL {
                    option value=(ground.as_str()) selected[typed.ground == ground.as_str()] { (ground_words(lang, ground)) }
                }
            }
        }
        div.field {
            label for="note" { (t!(lang, "review-note")) }
            p.small #note-hint { (t!(lang, "review-note-hint")) }
            textarea #note name="note" rows="2" dir="auto" aria-describedby="note-hint" aria-invalid=[invalid(Fault::Note)] { (typed.note) }
        }
    }
}
