//! The pages about postcards.

pub mod designs;
pub mod offer;
pub mod queue;

use maud::{Markup, html};

use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;

/// The two pages of what organisers set.
fn parts(lang: Lang, campaign: &Campaign, is_designs: bool) -> Markup {
    let pages = [
        (false, paths::studio_postcards(&campaign.slug), t!(lang, "cards-settings")),
        (true, paths::studio_designs(&campaign.slug), t!(lang, "cards-designs")),
    ];
    html! {
        nav.tabs aria-label=(t!(lang, "cards-title")) {
            ul {
                @for (here, path, words) in pages {
                    li { a href=(path) aria-current=[(here == is_designs).then_some("page")] { (words) } }
                }
            }
        }
    }
}
