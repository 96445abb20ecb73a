//! What stands under the form: the text that is signed, and what is known.

use maud::{Markup, html};

use crate::domain::content::{CaseFile, Content, Document, Text};
use crate::domain::disclosure::Disclosure;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};
use crate::web::ui::markdown;

/// The full text with its version, and the numbered demands.
pub fn text(lang: Lang, text: &Text, version: i32, published: Moment) -> Markup {
    html! {
        section.letter aria-labelledby="text-title" {
            h2 #text-title { (t!(lang, "text-title")) }
            p.small { (t!(lang, "text-version", version = version, date = i18n::day(lang, published))) }
            div.letter-body { (markdown(text.body.get(lang))) }
            @if !text.demands.is_empty() {
                h3 { (t!(lang, "demands-title")) }
                ol.demands { @for demand in &text.demands { li { (demand.text.get(lang)) } } }
            }
        }
    }
}

/// Who is asked, and what each would be handed.
pub fn addressees(lang: Lang, text: &Text) -> Markup {
    html! {
        section aria-labelledby="addressees-title" {
            h2 #addressees-title { (t!(lang, "addressees-title")) }
            ul.addressees {
                @for addressee in &text.addressees {
                    li { strong { bdi { (addressee.name) } } br; (addressee.office.get(lang)) }
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

fn disclosure_words(lang: Lang, disclosure: Disclosure) -> String {
    match disclosure {
        Disclosure::Numbers => t!(lang, "disclosure-numbers"),
        Disclosure::Place => t!(lang, "disclosure-place"),
        Disclosure::NamePlace => t!(lang, "disclosure-name-place"),
        Disclosure::Full => t!(lang, "disclosure-full"),
    }
}

pub fn organisations(lang: Lang, content: &Content) -> Markup {
    html! {
        @if !content.organisations.is_empty() {
            section aria-labelledby="organisations-title" {
                h2 #organisations-title { (t!(lang, "organisations-title")) }
                @if let Some(note) = &content.organisations_note { p { (note.get(lang)) } }
                ul.organisations {
                    @for organisation in &content.organisations {
                        li {
                            bdi lang=(organisation.lang) { (organisation.name) }
                            @if let Some(note) = &organisation.note { " " span.small { (note.get(lang)) } }
                        }
                    }
                }
            }
        }
    }
}

pub fn documents(lang: Lang, content: &Content) -> Markup {
    html! {
        @if !content.documents.is_empty() {
            section aria-labelledby="documents-title" {
                h2 #documents-title { (t!(lang, "documents-title")) }
                ol.timeline { @for one in &content.documents { li { (document(lang, one)) } } }
            }
        }
    }
}

fn document(lang: Lang, document: &Document) -> Markup {
    let line = |label: String, words: Option<&crate::domain::words::Words>| {
        html! { @if let Some(words) = words { div { dt { (label) } dd { (words.get(lang)) } } } }
    };
    html! {
        time datetime=(document.date) { (i18n::date(lang, &document.date)) }
        h3 { (document.title.get(lang)) }
        p { (document.note.get(lang)) }
        dl.facts {
            (line(t!(lang, "document-from"), Some(&document.author)))
            (line(t!(lang, "document-to"), document.addressee.as_ref()))
            (line(t!(lang, "document-language"), document.language.as_ref()))
            (line(t!(lang, "document-source"), document.source.as_ref()))
        }
    }
}

pub fn case_files(lang: Lang, content: &Content) -> Markup {
    html! {
        @if !content.case_files.is_empty() {
            section aria-labelledby="case-files-title" {
                h2 #case-files-title { (t!(lang, "case-files-title")) }
                @for file in &content.case_files { (case_file(lang, file)) }
            }
        }
    }
}

fn case_file(lang: Lang, file: &CaseFile) -> Markup {
    html! {
        article.case-file {
            h3 { bdi { (file.name) } }
            @if let Some(also) = &file.also { p { (t!(lang, "case-also", name = also.as_str())) } }
            dl.facts {
                @for field in &file.fields { div { dt { (field.label.get(lang)) } dd { (field.value.get(lang)) } } }
            }
            p.small { (file.as_of.get(lang)) }
            @if !file.questions.is_empty() {
                h4 { (t!(lang, "case-questions")) }
                ul { @for question in &file.questions { li { (question.text.get(lang)) } } }
            }
        }
    }
}

pub fn key_dates(lang: Lang, content: &Content) -> Markup {
    html! {
        @if !content.key_dates.is_empty() {
            section aria-labelledby="key-dates-title" {
                h2 #key-dates-title { (t!(lang, "key-dates-title")) }
                dl.key-dates {
                    @for one in &content.key_dates {
                        div {
                            dt { time datetime=(one.date) { (i18n::date(lang, &one.date)) } }
                            dd { (one.title.get(lang)) }
                        }
                    }
                }
            }
        }
    }
}
