//! The markup of petitions to parliaments.

pub mod course;
pub mod findings;
pub mod index;
pub mod log;
pub mod printing;
pub mod sheet;
pub mod table;
pub mod text;

use maud::{Markup, html};

use crate::domain::jurisdiction::{Jurisdiction, Part};
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::views::tabs::folding;

/// What a part of the text is called.
pub fn part(lang: Lang, part: Part) -> String {
    match part {
        Part::Name => t!(lang, "os-name"),
        Part::Petitioners => t!(lang, "os-petitioners"),
        Part::Subject => t!(lang, "os-subject"),
        Part::Grievance => t!(lang, "os-grievance"),
        Part::Prayer => t!(lang, "os-prayer"),
    }
}

/// The field of a part in a language.
pub fn field(part: Part, tag: &Tag) -> String {
    format!("{}.{tag}", part.as_str())
}

/// What a field is called, by its name.
fn words_of_place(lang: Lang, name: &str) -> String {
    let (of, tag) = name.split_once('.').unwrap_or((name, ""));
    match (of, Part::ALL.into_iter().find(|part| part.as_str() == of)) {
        (_, Some(of)) => format!("{} ({tag})", part(lang, of)),
        ("repeats", None) => t!(lang, "os-repeats"),
        _ => t!(lang, "os-addressee"),
    }
}

/// The pages of one petition; `here` is the end of the address of the one that is shown.
pub fn parts(lang: Lang, slug: &str, jurisdiction: &Jurisdiction, here: &str) -> Markup {
    let pages =
        [("", t!(lang, "os-text")), ("printing", t!(lang, "os-printing")), ("log", t!(lang, "os-log"))];
    let path = |part: &str| match part {
        "" => paths::studio_petition(slug, &jurisdiction.key),
        part => paths::studio_petition_part(slug, &jurisdiction.key, part),
    };
    let nav = html! {
        nav.parts aria-label=(jurisdiction.name.get(lang)) {
            ul {
                @for (part, words) in &pages {
                    li { a href=(path(part)) aria-current=[(*part == here).then_some("page")] { (words) } }
                }
            }
        }
    };
    let name = pages.iter().find(|(part, _)| *part == here).map_or("", |(_, words)| words);
    folding(jurisdiction.name.get(lang), name, &nav)
}
