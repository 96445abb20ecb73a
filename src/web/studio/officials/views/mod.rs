//! The pages of the directory of officials.

pub mod directory;
pub mod entry;
pub mod form;
pub mod imports;
pub mod merge;
pub mod preview;
mod words;

use maud::{Markup, html};

use crate::domain::lang::Lang;
use crate::domain::official::Official;
use crate::i18n::t;
use crate::paths;

/// A name that leads to the entry.
fn name_link(official: &Official) -> Markup {
    html! { a href=(paths::studio_official(official.id)) { bdi { (official.details.full_name()) } } }
}

/// That somebody else was faster, and that nothing was stored.
fn overtaken_notice(lang: Lang) -> Markup {
    html! {
        div.summary role="alert" tabindex="-1" autofocus {
            p { (t!(lang, "officials-overtaken")) }
            p { (t!(lang, "officials-overtaken-do")) }
        }
    }
}
