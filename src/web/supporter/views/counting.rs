use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::date::PartialDate;
use crate::domain::judgement::{Ground, Judgement};
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::{self, Head};

/// So many were held, released or struck out in a month, for one reason.
pub struct Figure {
    pub year: i32,
    pub month: u8,
    pub judgement: Judgement,
    pub ground: Ground,
    pub many: i64,
}

/// What was decided about the signatures of a campaign.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub figures: &'a [Figure],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "counting-title");
        let body = html! {
            article.prose {
                h1 { (title) }
                p { a href=(paths::campaign(lang, &self.campaign.slug)) { (t!(lang, "back-to-campaign")) } }
                p { (t!(lang, "counting-decided-about")) }
                @if self.figures.is_empty() { p { (t!(lang, "counting-decided-none")) } }
                @else { (self.table()) }
                p { a href=(paths::counting(lang)) { (t!(lang, "counting-rules")) } }
            }
        };
        let path = |lang| paths::campaign_counting(lang, &self.campaign.slug);
        let head = Head {
            lang,
            title: &title,
            description: None,
            path: Some(&path),
            others: None,
            feed: None,
            is_refused: false,
        };
        ui::page(self.app, &head, &body)
    }

    fn table(&self) -> Markup {
        let lang = self.lang;
        html! {
            div.wide tabindex="0" role="region" aria-label=(t!(lang, "counting-decided")) {
                table {
                    thead { tr {
                        th scope="col" { (t!(lang, "counting-month")) }
                        th scope="col" { (t!(lang, "counting-what")) }
                        th scope="col" { (t!(lang, "counting-why")) }
                        th scope="col" { (t!(lang, "counting-many")) }
                    } }
                    tbody {
                        @for figure in self.figures {
                            @let month = PartialDate { year: figure.year, month: Some(figure.month), day: None };
                            tr {
                                th scope="row" { (i18n::date(lang, &month)) }
                                td { (judged(lang, figure.judgement)) }
                                td { (why(lang, figure.ground)) }
                                td { (i18n::number(lang, figure.many)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn judged(lang: Lang, judgement: Judgement) -> String {
    match judgement {
        Judgement::Hold => t!(lang, "counting-held"),
        Judgement::Release => t!(lang, "counting-released"),
        Judgement::Invalidate => t!(lang, "counting-struck-out"),
    }
}

fn why(lang: Lang, ground: Ground) -> String {
    match ground {
        Ground::Pattern => t!(lang, "ground-pattern"),
        Ground::Report => t!(lang, "ground-report"),
        Ground::Automated => t!(lang, "ground-automated"),
        Ground::Impersonation => t!(lang, "ground-impersonation"),
        Ground::Repeated => t!(lang, "ground-repeated"),
        Ground::Invented => t!(lang, "ground-invented"),
        Ground::Trial => t!(lang, "ground-trial"),
        Ground::Sound => t!(lang, "ground-sound"),
        Ground::Other => t!(lang, "ground-other"),
    }
}
