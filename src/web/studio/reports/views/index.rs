use maud::{Markup, html};

use super::{schedule_words, state_words, to_words};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::report::{MOST_REPORTS, Report, State};
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// The reports of a campaign.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub all: &'a [Report],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let title = t!(lang, "reports-title");
        let standing = self.all.iter().filter(|one| one.state != State::Ended).count();
        let body = html! {
            (head(self.present, self.campaign, Tab::Reports))
            h2 { (title) }
            p { (t!(lang, "reports-about")) }
            @if self.all.is_empty() { p.notice { (t!(lang, "reports-none")) } } @else { (self.table()) }
            @if self.present.may_on(self.campaign, Act::MakeDeliveries) {
                @if standing < MOST_REPORTS {
                    p { a href=(paths::studio_new_report(slug)) { (t!(lang, "report-new")) } }
                } @else {
                    p.notice { (t!(lang, "report-too-many", most = i64::try_from(MOST_REPORTS).unwrap_or(i64::MAX))) }
                }
            }
        };
        Frame::of(self.app, self.present, &title, &paths::studio_reports(slug)).page(&body)
    }

    fn table(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        html! {
            div.wide role="region" aria-label=(t!(lang, "reports-title")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "report-column")) }
                            th scope="col" { (t!(lang, "report-to")) }
                            th scope="col" { (t!(lang, "report-when")) }
                            th scope="col" { (t!(lang, "report-state")) }
                        }
                    }
                    tbody {
                        @for one in self.all {
                            tr {
                                th scope="row" { a href=(paths::studio_report(slug, one.number)) { (t!(lang, "report-number", number = one.number)) } }
                                td { bdi { (to_words(lang, self.campaign, one)) } }
                                td { (schedule_words(lang, one.terms.schedule)) }
                                td { (state_words(lang, one.state)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
