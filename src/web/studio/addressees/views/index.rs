use maud::{Markup, html};

use super::silence;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::content::Addressee;
use crate::domain::date::PartialDate;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// How it stands with an addressee.
pub struct Line<'a> {
    pub addressee: &'a Addressee,
    /// The last day on which something was handed over.
    pub handed_over: Option<PartialDate>,
    pub replies: usize,
    pub silent_since: Option<PartialDate>,
    /// The day on which the team comes back to them.
    pub due: Option<PartialDate>,
}

/// Whom a campaign asks, and how it stands with each.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub lines: &'a [Line<'a>],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let (title, path) = (t!(lang, "record-title"), paths::studio_addressees(slug));
        let body = html! {
            (head(self.present, self.campaign, Tab::Addressees))
            h2 { (title) }
            p { (t!(lang, "record-about")) }
            @if self.lines.is_empty() { p.notice { (t!(lang, "delivery-no-addressees")) } } @else { (self.table()) }
            @if self.campaign.is_public() { p { a href=(paths::replies(lang, slug)) { (t!(lang, "record-public")) } } }
        };
        Frame::of(self.app, self.present, &title, &path).page(&body)
    }

    fn table(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let [handed, replies, silent, due] = [
            t!(lang, "record-handed"),
            t!(lang, "record-replies"),
            t!(lang, "record-silence"),
            t!(lang, "record-due"),
        ];
        let day = |day: Option<PartialDate>| day.map_or_else(|| "–".to_owned(), |day| i18n::date(lang, &day));
        html! {
            div.wide.stacked role="region" aria-label=(t!(lang, "record-title")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "delivery-to")) }
                            th scope="col" { (handed) }
                            th.figure scope="col" { (replies) }
                            th scope="col" { (silent) }
                            th scope="col" { (due) }
                        }
                    }
                    tbody {
                        @for line in self.lines {
                            tr {
                                th scope="row" { a href=(paths::studio_addressee(slug, &line.addressee.key)) { bdi { (line.addressee.name) } } }
                                td data-head=(handed) { (day(line.handed_over)) }
                                td.figure data-head=(replies) { (i18n::number(lang, i64::try_from(line.replies).unwrap_or(i64::MAX))) }
                                td data-head=(silent) { (silence(lang, line.silent_since, line.handed_over.is_some())) }
                                td data-head=(due) { (day(line.due)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
