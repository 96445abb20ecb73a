use std::sync::Arc;

use maud::{Markup, html};

use super::layout::Frame;
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;

/// A campaign and how it stands.
pub struct Row {
    pub campaign: Arc<Campaign>,
    pub status: Status,
    pub counted: i64,
    pub pending: i64,
}

/// The campaigns of an organisation.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub rows: &'a [Row],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "nav-campaigns");
        let body = html! {
            h1 { (title) }
            @if self.rows.is_empty() {
                p.notice { (t!(lang, "studio-empty")) }
            } @else {
                div.wide role="region" aria-label=(title) tabindex="0" { (self.table()) }
                p.small { (t!(lang, "studio-figures-about")) }
            }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO).page(&body)
    }

    fn table(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            table {
                thead {
                    tr {
                        th scope="col" { (t!(lang, "studio-campaign")) }
                        th scope="col" { (t!(lang, "studio-status")) }
                        th.figure scope="col" { (t!(lang, "studio-counted")) }
                        th.figure scope="col" { (t!(lang, "studio-pending")) }
                    }
                }
                tbody {
                    @for row in self.rows {
                        tr {
                            th scope="row" {
                                a href=(paths::studio_campaign(&row.campaign.slug)) { (row.campaign.content.title.get(lang)) }
                            }
                            td { (status_words(lang, row.status)) }
                            td.figure { (i18n::number(lang, row.counted)) }
                            td.figure { (i18n::number(lang, row.pending)) }
                        }
                    }
                }
            }
        }
    }
}

pub fn status_words(lang: Lang, status: Status) -> String {
    match status {
        Status::Draft => t!(lang, "studio-draft"),
        Status::Upcoming => t!(lang, "studio-upcoming"),
        Status::Open => t!(lang, "studio-open"),
        Status::Paused => t!(lang, "studio-paused"),
        Status::Closed => t!(lang, "studio-closed"),
        Status::Removed => t!(lang, "studio-removed"),
    }
}
