//! The pages of a campaign's pictures and documents.

pub mod papers;
pub mod pictures;

use maud::{Markup, html};

use super::{FileFlaw, Trouble};
use crate::domain::lang::Lang;
use crate::domain::picture::{Flaw, LONGEST, MOST};
use crate::domain::postcard::design::LEAST;
use crate::domain::tag::Tag;
use crate::domain::words::Words;
use crate::i18n::{self, t};

/// A whole number as people read it.
pub(in crate::web::studio) fn figure(lang: Lang, n: usize) -> String {
    i18n::number(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

fn flaw(lang: Lang, flaw: Flaw) -> String {
    match flaw {
        Flaw::Missing => t!(lang, "upload-words-missing"),
        Flaw::TooLong => t!(lang, "upload-words-long", most = figure(lang, LONGEST)),
        Flaw::ControlCharacters => t!(lang, "upload-words-control"),
    }
}

fn file_flaw(lang: Lang, flaw: FileFlaw) -> String {
    match flaw {
        FileFlaw::Missing => t!(lang, "upload-file-missing"),
        FileFlaw::NotAPicture => t!(lang, "upload-not-a-picture"),
        FileFlaw::TooManyPixels => t!(lang, "upload-too-many-pixels"),
        FileFlaw::TooNarrow => t!(lang, "upload-too-narrow"),
        FileFlaw::NotAPdf => t!(lang, "upload-not-a-pdf"),
        FileFlaw::Portrait => t!(lang, "cards-design-portrait"),
        FileFlaw::Coarse(dots) => {
            t!(
                lang,
                "cards-design-refused",
                dots = figure(lang, dots as usize),
                least = figure(lang, LEAST as usize)
            )
        }
    }
}

/// What is wrong, with the way to each field. `at` tells the fields of one form from those of the others.
pub(in crate::web::studio) fn summary(lang: Lang, at: &str, trouble: &Trouble) -> Markup {
    let lines: Vec<(String, String)> = match trouble {
        Trouble::Full => vec![(format!("{at}-file"), t!(lang, "upload-full", most = figure(lang, MOST)))],
        Trouble::File(wrong) => vec![(format!("{at}-file"), file_flaw(lang, *wrong))],
        Trouble::Credit(wrong) => vec![(format!("{at}-credit"), flaw(lang, *wrong))],
        Trouble::Words(wrong) => {
            let line = |(tag, wrong): &(Tag, Flaw)| {
                (format!("{at}-words-{tag}"), format!("{}: {}", tag.own_name(), flaw(lang, *wrong)))
            };
            wrong.iter().map(line).collect()
        }
    };
    html! {
        div.summary role="alert" tabindex="-1" autofocus {
            p { (t!(lang, "problem-summary")) }
            ul { @for (id, words) in lines { li { a href={ "#" (id) } { (words) } } } }
        }
    }
}

/// A line in every language.
pub(in crate::web::studio) fn lines(
    at: &str,
    label: &str,
    words: &[(Tag, String)],
    trouble: Option<&Trouble>,
) -> Markup {
    let is_wrong =
        |tag: &Tag| matches!(trouble, Some(Trouble::Words(wrong)) if wrong.iter().any(|(one, _)| one == tag));
    html! {
        @for (tag, text) in words {
            @let id = format!("{at}-words-{tag}");
            div.field {
                label for=(id) { (label) " (" bdi lang=(tag) { (tag.own_name()) } ")" }
                input id=(id) name={ "words-" (tag) } lang=(tag) dir=(tag.direction()) autocomplete="off" value=(text)
                    aria-invalid=[is_wrong(tag).then_some("true")];
            }
        }
    }
}

/// What is stored in every language, to be changed.
pub(in crate::web::studio) fn stored(tags: Vec<Tag>, words: &Words) -> Vec<(Tag, String)> {
    let written = |tag: &Tag| words.written(tag.as_str()).unwrap_or_default().to_owned();
    tags.into_iter()
        .map(|tag| {
            let text = written(&tag);
            (tag, text)
        })
        .collect()
}
