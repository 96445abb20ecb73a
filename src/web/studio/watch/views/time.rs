use maud::{Markup, html};

use super::chart::Chart;
use super::labels;
use super::page::Page;
use crate::i18n::{self, t};
use crate::paths;

/// What was confirmed in the time that is looked at: its sums, its chart, its table.
pub fn chart(page: &Page<'_>) -> Markup {
    let (lang, figures) = (page.present.lang, page.figures);
    let title = labels::title(lang, &figures.stretch, &figures.shown);
    let confirmed = figures.stretch.counts(&figures.story.confirmed);
    let signed = figures.stretch.counts(&figures.story.signed);
    let beside = figures.compared.as_ref().map(|compared| compared.confirmed.as_slice());
    let names = labels::starts(lang, &figures.zone, &figures.stretch);
    let [whole, forms] = [&confirmed, &signed].map(|counts| counts.iter().sum::<i64>());
    let spoken = t!(lang, "watch-spoken", title = title.as_str(), n = i18n::number(lang, whole));
    let chart = Chart { lang, spoken: &spoken, counts: &confirmed, beside, labels: &names };
    let csv = paths::studio_figures_csv(&page.campaign.slug, &page.figures.shown.query("time"));
    html! {
        figure.chart {
            figcaption { (title) }
            (sums(page, whole, forms))
            @if whole == 0 && beside.iter().copied().flatten().all(|n| *n == 0) {
                p.notice { (t!(lang, "watch-none-in-time")) }
            } @else {
                (chart.markup())
            }
            details {
                summary { (t!(lang, "watch-table")) }
                (table(page, &title, [&confirmed, &signed], &names))
            }
            p.small {
                a href=(csv) { (t!(lang, "watch-csv", table = title.as_str())) }
                " · " (t!(lang, "watch-zone", zone = page.present.member.organisation.time_zone.as_str()))
            }
        }
    }
}

/// The sums of the period and of what stands beside it, and what they say.
fn sums(page: &Page<'_>, confirmed: i64, signed: i64) -> Markup {
    let lang = page.present.lang;
    let rate = |confirmed: i64, signed: i64| {
        // The forms are counted every few minutes: until then there may be fewer than confirmations.
        if signed > 0 { labels::percent(lang, confirmed.min(signed), signed) } else { "–".to_owned() }
    };
    html! {
        dl.gauges {
            div { dt { (t!(lang, "watch-confirmed")) } dd { (i18n::number(lang, confirmed)) } }
            div { dt { (t!(lang, "watch-signed")) } dd { (i18n::number(lang, signed)) } }
            div { dt { (t!(lang, "watch-rate")) } dd { (rate(confirmed, signed)) } }
        }
        @if let Some(compared) = &page.figures.compared {
            @let [others, forms] = [&compared.confirmed, &compared.signed].map(|counts| counts.iter().sum::<i64>());
            dl.gauges {
                div.compared {
                    dt { (t!(lang, "watch-confirmed-beside", beside = labels::beside(lang, page.figures))) }
                    dd { (i18n::number(lang, others)) }
                }
                div { dt { (t!(lang, "watch-signed")) } dd { (i18n::number(lang, forms)) } }
                div { dt { (t!(lang, "watch-rate")) } dd { (rate(others, forms)) } }
                div { dt { (t!(lang, "watch-change")) } dd { (change(page, confirmed, others)) } }
            }
        }
        p.small { (t!(lang, "watch-rate-about")) }
    }
}

/// By how much more or less was confirmed than there.
fn change(page: &Page<'_>, here: i64, there: i64) -> String {
    let lang = page.present.lang;
    let by = i18n::number(lang, (here - there).abs());
    match here.cmp(&there) {
        std::cmp::Ordering::Equal => t!(lang, "watch-as-many"),
        std::cmp::Ordering::Greater => t!(lang, "watch-more-than", n = by),
        std::cmp::Ordering::Less => t!(lang, "watch-fewer-than", n = by),
    }
}

fn table(page: &Page<'_>, title: &str, [confirmed, signed]: [&[i64]; 2], names: &[String]) -> Markup {
    let (lang, figures) = (page.present.lang, page.figures);
    let beside = figures.compared.as_ref();
    let others = beside.map(|compared| labels::starts(lang, &figures.zone, &compared.stretch));
    // The same times need no column of their own.
    let others = others.filter(|others| others != names);
    html! {
        div.wide role="region" aria-label=(t!(lang, "watch-table")) tabindex="0" {
            table {
                caption.visually-hidden { (title) }
                thead {
                    tr {
                        th scope="col" { (t!(lang, "watch-when")) }
                        th.figure scope="col" { (t!(lang, "watch-confirmed")) }
                        th.figure scope="col" { (t!(lang, "watch-signed")) }
                        @if others.is_some() { th scope="col" { (t!(lang, "watch-when-beside")) } }
                        @if beside.is_some() { th.figure scope="col" { (labels::beside(lang, figures)) } }
                    }
                }
                tbody {
                    @for (at, name) in names.iter().enumerate() {
                        tr {
                            th scope="row" { (name) }
                            td.figure { (i18n::number(lang, confirmed[at])) }
                            td.figure { (i18n::number(lang, signed[at])) }
                            @if let Some(others) = &others { td { (others[at]) } }
                            @if let Some(compared) = beside { td.figure { (i18n::number(lang, compared.confirmed[at])) } }
                        }
                    }
                }
            }
        }
    }
}
