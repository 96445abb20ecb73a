use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::jurisdiction::Jurisdiction;
use crate::domain::sheet_log::{Frozen, Sum};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// How far the petition to a parliament is.
pub struct Row {
    pub jurisdiction: &'static Jurisdiction,
    pub is_begun: bool,
    pub newest: Option<Frozen>,
    /// Of the newest version.
    pub sum: Option<Sum>,
    pub sheets: u64,
}

pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub rows: &'a [Row],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "os-title");
        let body = html! {
            (head(self.present, self.campaign, Tab::OfficialSheets))
            h2 { (title) }
            p { (t!(lang, "os-about")) }
            p { (t!(lang, "os-apart")) }
            div.wide role="region" aria-label=(title) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "os-parliament")) }
                            th scope="col" { (t!(lang, "os-standing")) }
                            th.figure scope="col" { (t!(lang, "os-sheets")) }
                            th.figure scope="col" { (t!(lang, "os-valid")) }
                        }
                    }
                    tbody { @for row in self.rows { (self.row(row)) } }
                }
            }
        };
        let title = format!("{title} – {}", self.campaign.content.title.get(lang));
        Frame::of(self.app, self.present, &title, &paths::studio_official_sheets(slug)).page(&body)
    }

    fn row(&self, row: &Row) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let least = i64::from(row.jurisdiction.signatures.least);
        let number = |n| i18n::number(lang, n);
        html! {
            tr {
                th scope="row" { a href=(paths::studio_petition(slug, &row.jurisdiction.key)) { (row.jurisdiction.name.get(lang)) } }
                td {
                    @match &row.newest {
                        Some(frozen) => (t!(lang, "os-version", version = frozen.version, day = i18n::day(lang, frozen.at))),
                        None if row.is_begun => (t!(lang, "os-begun")),
                        None => (t!(lang, "os-not-begun")),
                    }
                }
                td.figure { (number(i64::try_from(row.sheets).unwrap_or(i64::MAX))) }
                td.figure {
                    @if let Some(sum) = row.sum { (t!(lang, "os-valid-of", valid = number(i64::from(sum.valid)), least = number(least))) }
                    @else { "–" }
                }
            }
        }
    }
}
