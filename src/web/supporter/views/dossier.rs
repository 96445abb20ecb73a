//! What stands under the form: the text that is signed, and what is known.

use std::collections::HashMap;

use maud::{Markup, html};
use uuid::Uuid;

use crate::domain::content::{Addressee, CaseFile, Content, Document, Text};
use crate::domain::disclosure::Disclosure;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::words::Words;
use crate::i18n::{self, t};
use crate::web::ui::Voice;

/// The full text with its version, and the numbered demands. `below` stands under the number of the version.
pub fn text(voice: Voice<'_>, text: &Text, (version, published): (i32, Moment), below: &Markup) -> Markup {
    let lang = voice.lang;
    html! {
        section.letter aria-labelledby="text-title" {
            h2 #text-title { (t!(lang, "text-title")) }
            p.small { (t!(lang, "text-version", version = version, date = i18n::day(lang, published))) }
            (below)
            div.letter-body { (voice.markdown(&text.body)) }
            @if !text.demands.is_empty() {
                h3 { (t!(lang, "demands-title")) }
                ol.demands { @for demand in &text.demands { li { (voice.say(&demand.text)) } } }
            }
        }
    }
}

/// Who is asked: as the directory has them now where `now` tells, and else as the text has it.
pub fn addressees(voice: Voice<'_>, text: &Text, now: &HashMap<Uuid, Addressee>) -> Markup {
    let lang = voice.lang;
    html! {
        section aria-labelledby="addressees-title" {
            h2 #addressees-title { (t!(lang, "addressees-title")) }
            ul.addressees {
                @for addressee in &text.addressees {
                    @let known = addressee.official.and_then(|id| now.get(&id)).unwrap_or(addressee);
                    @let office = if known.office.tags().next().is_some() { &known.office } else { &addressee.office };
                    li {
                        strong { bdi { (known.name) } } br; (voice.say(office))
                        @if known.name != addressee.name {
                            br; span.small { (t!(lang, "addressees-in-text", name = i18n::isolate(&addressee.name))) }
                        }
                    }
                }
            }
        }
    }
}

/// What each addressee would be handed, from most to least: shown before signing, kept with the signature.
pub fn disclosures(lang: Lang, text: &Text) -> Markup {
    let mut levels: Vec<Disclosure> = text.addressees.iter().map(|addressee| addressee.disclosure).collect();
    levels.sort_unstable_by(|a, b| b.cmp(a));
    levels.dedup();
    html! {
        dl.disclosures {
            @for level in levels {
                div {
                    dt {
                        @for (at, addressee) in text.addressees.iter().filter(|one| one.disclosure == level).enumerate() {
                            @if at > 0 { ", " }
                            bdi { (addressee.name) }
                        }
                    }
                    dd { (disclosure_words(lang, level)) }
                }
            }
        }
    }
}

pub fn disclosure_words(lang: Lang, disclosure: Disclosure) -> String {
    match disclosure {
        Disclosure::Numbers => t!(lang, "disclosure-numbers"),
        Disclosure::Place => t!(lang, "disclosure-place"),
        Disclosure::NamePlace => t!(lang, "disclosure-name-place"),
        Disclosure::Full => t!(lang, "disclosure-full"),
    }
}

pub fn organisations(voice: Voice<'_>, content: &Content) -> Markup {
    let lang = voice.lang;
    html! {
        @if !content.organisations.is_empty() {
            section aria-labelledby="organisations-title" {
                h2 #organisations-title { (t!(lang, "organisations-title")) }
                @if let Some(note) = &content.organisations_note { p { (voice.say(note)) } }
                ul.organisations {
                    @for organisation in &content.organisations {
                        li {
                            bdi lang=(organisation.lang) { (organisation.name) }
                            @if let Some(note) = &organisation.note { " " span.small { (voice.say(note)) } }
                        }
                    }
                }
            }
        }
    }
}

pub fn documents(voice: Voice<'_>, content: &Content) -> Markup {
    let lang = voice.lang;
    html! {
        @if !content.documents.is_empty() {
            section aria-labelledby="documents-title" {
                h2 #documents-title { (t!(lang, "documents-title")) }
                ol.timeline { @for one in &content.documents { li { (document(voice, one)) } } }
            }
        }
    }
}

fn document(voice: Voice<'_>, document: &Document) -> Markup {
    let lang = voice.lang;
    let line = |label: String, words: Option<&Words>| {
        html! { @if let Some(words) = words { div { dt { (label) } dd { (voice.say(words)) } } } }
    };
    html! {
        time datetime=(document.date) { (i18n::date(lang, &document.date)) }
        h3 { (voice.say(&document.title)) }
        p { (voice.say(&document.note)) }
        dl.facts {
            (line(t!(lang, "document-from"), Some(&document.author)))
            (line(t!(lang, "document-to"), document.addressee.as_ref()))
            (line(t!(lang, "document-language"), document.language.as_ref()))
            (line(t!(lang, "document-source"), document.source.as_ref()))
        }
    }
}

pub fn case_files(voice: Voice<'_>, content: &Content) -> Markup {
    let lang = voice.lang;
    html! {
        @if !content.case_files.is_empty() {
            section aria-labelledby="case-files-title" {
                h2 #case-files-title { (t!(lang, "case-files-title")) }
                @for file in &content.case_files { (case_file(voice, file)) }
            }
        }
    }
}

fn case_file(voice: Voice<'_>, file: &CaseFile) -> Markup {
    let lang = voice.lang;
    html! {
        article.case-file {
            h3 { bdi { (file.name) } }
            @if let Some(also) = &file.also { p { (t!(lang, "case-also", name = also.as_str())) } }
            dl.facts {
                @for field in &file.fields { div { dt { (voice.say(&field.label)) } dd { (voice.say(&field.value)) } } }
            }
            p.small { (voice.say(&file.as_of)) }
            @if !file.questions.is_empty() {
                h4 { (t!(lang, "case-questions")) }
                ul { @for question in &file.questions { li { (voice.say(&question.text)) } } }
            }
        }
    }
}

pub fn key_dates(voice: Voice<'_>, content: &Content) -> Markup {
    let lang = voice.lang;
    html! {
        @if !content.key_dates.is_empty() {
            section aria-labelledby="key-dates-title" {
                h2 #key-dates-title { (t!(lang, "key-dates-title")) }
                dl.key-dates {
                    @for one in &content.key_dates {
                        div {
                            dt { time datetime=(one.date) { (i18n::date(lang, &one.date)) } }
                            dd { (voice.say(&one.title)) }
                        }
                    }
                }
            }
        }
    }
}
