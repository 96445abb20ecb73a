//! The markup of making a campaign.

mod conflict;
mod fields;
pub mod labels;
pub mod languages;
pub mod make;
mod official;
pub mod overview;
pub mod publication;
pub mod section;
pub mod texts;

use maud::{Markup, html};

use crate::domain::draft::Section;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::zone::Zone;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::views::tabs::folding;

pub use conflict::Conflict;

/// The day and the minute that the clocks of an organisation show.
pub fn local(lang: Lang, zone: &Zone, moment: Moment) -> (String, String) {
    let (day, time, _) = zone.shown(moment);
    let day = crate::domain::date::PartialDate::parse(&day).map(|date| i18n::date(lang, &date));
    (day.unwrap_or_default(), time)
}

/// The parts of the editor; `here` is none of them on the overview.
fn parts(lang: Lang, slug: &str, here: Option<Section>) -> Markup {
    let link = |path: String, words: String, is_here: bool| {
        html! { li { a href=(path) aria-current=[is_here.then_some("page")] { (words) } } }
    };
    let nav = html! {
        nav.parts aria-label=(t!(lang, "edit-parts")) {
            ul {
                (link(paths::studio_edit(slug), t!(lang, "edit-overview"), here.is_none()))
                @for section in Section::ALL {
                    (link(paths::studio_section(slug, section), labels::section(lang, section), here == Some(section)))
                }
            }
        }
    };
    let name = here.map_or_else(|| t!(lang, "edit-overview"), |section| labels::section(lang, section));
    folding(&t!(lang, "edit-parts"), &name, &nav)
}
