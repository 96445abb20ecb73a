pub mod draft;
pub mod list;
pub mod preview;
pub mod sending;

use maud::{Markup, html};

use crate::domain::bulletin::Bulletin;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;

/// What it is called among those who write it.
fn name(lang: Lang, bulletin: &Bulletin) -> String {
    match bulletin.draft.name(lang.code()) {
        "" => t!(lang, "bulletin-untitled", number = bulletin.number),
        title => title.to_owned(),
    }
}

/// Where one of the pages of an update leads: writing, looking, sending.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Write,
    Look,
    Send,
}

/// The three steps of an update, and at which one is.
fn steps(lang: Lang, slug: &str, bulletin: &Bulletin, here: Step) -> Markup {
    let part = |part| paths::studio_update_part(slug, bulletin.number, part);
    let step = |step: Step, path: String, words: String| {
        html! { li { a href=(path) aria-current=[(step == here).then_some("step")] { (words) } } }
    };
    html! {
        p.small { a href=(paths::studio_updates(slug)) { (t!(lang, "bulletin-back")) } }
        h2 dir="auto" { (name(lang, bulletin)) }
        nav.tabs aria-label=(t!(lang, "bulletin-steps")) {
            ul {
                (step(Step::Write, paths::studio_update(slug, bulletin.number), t!(lang, "bulletin-write")))
                (step(Step::Look, part("preview"), t!(lang, "bulletin-look")))
                (step(Step::Send, part("sending"), t!(lang, "bulletin-send")))
            }
        }
    }
}
