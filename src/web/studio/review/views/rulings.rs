use maud::{Markup, html};
use uuid::Uuid;

use super::words::{ground_words, judgement_words, phase_words};
use super::{Part, top};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::ruling::Ruling;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

/// A ruling, and by whom.
pub struct Row {
    pub ruling: Ruling,
    pub by: String,
}

/// All that was ruled.
pub struct List<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub rows: &'a [Row],
    pub next: Option<Uuid>,
}

impl List<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let title = t!(lang, "review-rulings");
        let body = html! {
            (top(self.present, self.campaign, Part::Rulings))
            h2 { (title) }
            @if self.rows.is_empty() { p.notice { (t!(lang, "rulings-empty")) } }
            @else {
                div.wide role="region" aria-label=(title) tabindex="0" {
                    table {
                        thead { tr {
                            th scope="col" { (t!(lang, "ruling-at")) }
                            th scope="col" { (t!(lang, "review-judgement")) }
                            th.figure scope="col" { (t!(lang, "ruling-many")) }
                            th scope="col" { (t!(lang, "review-ground")) }
                            th scope="col" { (t!(lang, "ruling-phase")) }
                            th scope="col" { (t!(lang, "ruling-by")) }
                        } }
                        tbody {
                            @for Row { ruling, by } in self.rows {
                                tr {
                                    th scope="row" { a href=(paths::studio_ruling(slug, ruling.id)) { (clock(self.present, ruling.at)) } }
                                    td { (judgement_words(lang, ruling.judgement)) }
                                    td.figure { (i18n::number(lang, ruling.done)) }
                                    td { (ground_words(lang, ruling.ground)) }
                                    td { (phase_words(lang, ruling.phase)) }
                                    td { bdi { (by) } }
                                }
                            }
                        }
                    }
                }
            }
            @if let Some(next) = self.next {
                p { a href={ (paths::studio_rulings(slug)) "?before=" (next) } rel="next" { (t!(lang, "review-older")) } }
            }
        };
        Frame::of(self.app, self.present, &title, &paths::studio_rulings(slug)).page(&body)
    }
}
