use maud::{Markup, html};

use super::dossier::disclosure_words;
use crate::domain::delivery::proof::{Proof, Told};
use crate::domain::lang::Lang;
use crate::domain::zone::Zone;
use crate::i18n::{self, t};
use crate::web::ui::Voice;

/// In which deliveries I am, to whom, at what disclosure, and what became of each. Nothing is said before the first one.
pub fn section(voice: Voice<'_>, zone: &Zone, proofs: &[Proof]) -> Markup {
    let lang = voice.lang;
    html! {
        @if !proofs.is_empty() {
            section aria-labelledby="proof-title" {
                h2 #proof-title { (t!(lang, "proof-of-delivery")) }
                @for one in proofs {
                    section.card {
                        h3 { bdi { (one.to.name) } }
                        p.small { (voice.say(&one.to.office)) }
                        dl.facts {
                            div {
                                dt { (t!(lang, "proof-handed-over")) }
                                dd { @match one.handed_over { Some(at) => (i18n::day_in(lang, zone, at)), None => (t!(lang, "proof-not-yet")) } }
                            }
                            div {
                                dt { (t!(lang, "proof-acknowledged")) }
                                dd { @match one.acknowledged { Some(at) => (i18n::day_in(lang, zone, at)), None => (t!(lang, "proof-not-yet")) } }
                            }
                            @if let Some(place) = one.place { div { dt { (t!(lang, "proof-number")) } dd { (i18n::number(lang, place)) } } }
                            @if let Some(told) = one.told {
                                div {
                                    dt { @if one.handed_over.is_some() { (t!(lang, "proof-told")) } @else { (t!(lang, "proof-will-be-told")) } }
                                    dd { (told_words(lang, told)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn told_words(lang: Lang, told: Told) -> String {
    match told {
        Told::Level(disclosure) => disclosure_words(lang, disclosure),
        Told::Nothing => t!(lang, "proof-told-nothing"),
        Told::AsUnderTheLetter => t!(lang, "proof-told-as-shown"),
    }
}
