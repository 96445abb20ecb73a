use maud::{Markup, html};

use super::chart::Chart;
use super::sieve::sieve;
use super::{labels, parts};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::moment::Moment;
use crate::domain::stretch::Stretch;
use crate::domain::tempo::Tempo;
use crate::domain::zone::Zone;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::assets;
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::local;
use crate::web::studio::views::home::status_words;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{self, Tab, head};
use crate::web::studio::watch::asked::{Asked, Beside};
use crate::web::studio::watch::figures::{Standing, Story};

/// A campaign and what happens to it.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub standing: Standing,
    pub story: &'a Story,
    pub zone: &'a Zone,
    pub now: Moment,
    pub asked: &'a Asked,
    pub stretch: &'a Stretch,
    pub beside: &'a Beside,
    /// The other campaign, if that is what is compared with.
    pub other: Option<&'a Story>,
    pub is_refused: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let body = html! {
            (head(self.present, self.campaign, Tab::Figures))
            @if self.is_refused {
                div.summary role="alert" tabindex="-1" {
                    p { (t!(lang, "problem-summary")) }
                    p #days-refused { a href="#from" { (t!(lang, "watch-days-refused")) } }
                }
            }
            div data-watch=(paths::studio_figures(slug)) {
                (self.standing())
                (self.milestone())
                p.small {
                    span role="status" data-state data-live=(t!(lang, "watch-live")) data-lost=(t!(lang, "watch-lost"))
                        data-over=(t!(lang, "watch-over")) { (self.as_of()) }
                    " · " a href=(paths::studio_wall(slug)) { (t!(lang, "watch-wall")) }
                }
            }
            h2 { (t!(lang, "watch-time")) }
            (sieve(self))
            (self.time())
            (parts::all(self))
            script defer src=(assets::url("watch.js")) {}
        };
        Frame::of(self.app, self.present, tabs::name(lang, self.campaign), &paths::studio_campaign(slug))
            .page(&body)
    }

    fn as_of(&self) -> String {
        let (day, time) = local(self.present.lang, self.zone, self.now);
        t!(self.present.lang, "watch-as-of", day = day, time = time)
    }

    fn standing(&self) -> Markup {
        let (lang, gauge) = (self.present.lang, &self.standing.gauge);
        let status = self.campaign.status(self.now);
        let figures = [
            ("counted", t!(lang, "studio-counted"), self.standing.counted),
            ("day", t!(lang, "watch-day"), gauge.day),
            ("pending", t!(lang, "studio-pending"), gauge.pending),
            ("bounced", t!(lang, "watch-bounced"), gauge.bounced),
            ("queued", t!(lang, "watch-queued"), gauge.queued),
        ];
        html! {
            dl.gauges {
                div { dt { (t!(lang, "studio-status")) } dd { (status_words(lang, status)) } }
                @for (name, words, n) in figures {
                    div { dt { (words) } dd data-figure=(name) { (i18n::number(lang, n)) } }
                }
            }
        }
    }

    /// The next milestone, and when it will be reached: a guess, with what it rests on.
    fn milestone(&self) -> Markup {
        let (lang, next) = (self.present.lang, self.standing.next_milestone);
        let shown = i18n::number(lang, next);
        let pace = Tempo::of(&self.story.confirmed, self.now)
            .filter(|_| self.campaign.status(self.now) == Status::Open);
        let reached = pace.map(|pace| (pace, pace.reaches(next - self.standing.counted, self.now)));
        html! {
            p {
                (t!(lang, "watch-next")) " " strong data-figure="next_milestone" { (shown) } " "
                progress max=(next) value=(self.standing.counted) aria-label=(t!(lang, "watch-next")) {}
            }
            p.small {
                @match reached {
                    Some((pace, Some(at))) => {
                        @let (day, time) = local(lang, self.zone, at);
                        (t!(lang, "watch-reached", day = day, time = time, counted = i18n::number(lang, pace.counted), hours = pace.hours))
                    }
                    Some((pace, None)) => {
                        (t!(lang, "watch-far", counted = i18n::number(lang, pace.counted), hours = pace.hours))
                    }
                    None => { (t!(lang, "watch-no-pace")) }
                }
            }
        }
    }

    fn time(&self) -> Markup {
        let lang = self.present.lang;
        let title = labels::title(lang, self.stretch, self.asked);
        let confirmed = self.stretch.counts(&self.story.confirmed);
        let signed = self.stretch.counts(&self.story.signed);
        let beside = labels::counts_beside(self.beside, self.stretch, self.zone, self.story, self.other);
        let names = labels::starts(lang, self.zone, self.stretch);
        let [whole, forms] = [&confirmed, &signed].map(|counts| counts.iter().sum::<i64>());
        let spoken = t!(lang, "watch-spoken", title = title.as_str(), n = i18n::number(lang, whole));
        let chart =
            Chart { lang, spoken: &spoken, counts: &confirmed, beside: beside.as_deref(), labels: &names };
        let csv = paths::studio_figures_csv(&self.campaign.slug, &self.asked.query("time"));
        html! {
            figure.chart {
                figcaption { (title) }
                (self.sums(whole, forms, beside.as_deref()))
                @if whole == 0 && beside.iter().flatten().all(|n| *n == 0) {
                    p.notice { (t!(lang, "watch-none-in-time")) }
                } @else {
                    (chart.markup())
                }
                details {
                    summary { (t!(lang, "watch-table")) }
                    (self.table(&names, &confirmed, &signed, beside.as_deref()))
                }
                p.small {
                    a href=(csv) { (t!(lang, "watch-csv", table = title.as_str())) }
                    " · " (t!(lang, "watch-zone", zone = self.present.member.organisation.time_zone.as_str()))
                }
            }
        }
    }

    /// The sums of the period, and what they say.
    fn sums(&self, confirmed: i64, signed: i64, beside: Option<&[i64]>) -> Markup {
        let lang = self.present.lang;
        html! {
            dl.gauges {
                div { dt { (t!(lang, "watch-confirmed")) } dd { (i18n::number(lang, confirmed)) } }
                div { dt { (t!(lang, "watch-signed")) } dd { (i18n::number(lang, signed)) } }
                div {
                    dt { (t!(lang, "watch-rate")) }
                    // The forms are counted every few minutes: until then there may be fewer than confirmations.
                    dd { @if signed > 0 { (labels::percent(lang, confirmed.min(signed), signed)) } @else { "–" } }
                }
                @if let Some(beside) = beside {
                    div.compared { dt { (labels::beside(lang, self.beside)) } dd { (i18n::number(lang, beside.iter().sum())) } }
                }
            }
            p.small { (t!(lang, "watch-rate-about")) }
        }
    }

    fn table(&self, names: &[String], confirmed: &[i64], signed: &[i64], beside: Option<&[i64]>) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(t!(lang, "watch-table")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "watch-when")) }
                            th.figure scope="col" { (t!(lang, "watch-confirmed")) }
                            th.figure scope="col" { (t!(lang, "watch-signed")) }
                            @if beside.is_some() { th.figure scope="col" { (labels::beside(lang, self.beside)) } }
                        }
                    }
                    tbody {
                        @for (at, name) in names.iter().enumerate() {
                            tr {
                                th scope="row" { (name) }
                                td.figure { (i18n::number(lang, confirmed[at])) }
                                td.figure { (i18n::number(lang, signed[at])) }
                                @if let Some(n) = beside.and_then(|beside| beside.get(at)) {
                                    td.figure { (i18n::number(lang, *n)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
