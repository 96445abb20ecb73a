use maud::{Markup, html};

use super::chart::bar;
use super::labels;
use super::page::Page;
use crate::domain::tally::Dimension;
use crate::i18n::{self, t};
use crate::paths;

/// How many parts a page shows; the table to take away has all of them.
const SHOWN: usize = 12;

/// What is shown, in this order.
const DIMENSIONS: [Dimension; 5] =
    [Dimension::Country, Dimension::Region, Dimension::Riding, Dimension::Language, Dimension::Source];

/// What a campaign's count is made of, each with a bar beside its figure.
pub fn all(page: &Page<'_>) -> Markup {
    let lang = page.present.lang;
    // Of ridings nothing is told where nobody could be placed in one.
    let tells = |dimension: &Dimension| {
        let mut parts = page.story.parts(*dimension).iter();
        *dimension != Dimension::Riding || parts.any(|(part, _)| !part.is_empty())
    };
    html! {
        h2 { (t!(lang, "watch-parts")) }
        p.small { (t!(lang, "watch-parts-about")) }
        div.multiples {
            @for dimension in DIMENSIONS.into_iter().filter(tells) {
                section {
                    h3 { (labels::dimension(lang, dimension)) }
                    @if page.story.parts(dimension).is_empty() {
                        p.small { (t!(lang, "watch-none")) }
                    } @else {
                        (table(page, dimension))
                        (below(page, dimension))
                    }
                }
            }
        }
    }
}

fn table(page: &Page<'_>, dimension: Dimension) -> Markup {
    let (lang, rows) = (page.present.lang, page.story.parts(dimension));
    let most = rows.iter().map(|(_, n)| *n).max().unwrap_or_default();
    let whole: i64 = rows.iter().map(|(_, n)| *n).sum();
    let title = labels::dimension(lang, dimension);
    let beside = |part: &str| {
        let found = page.other.map(|other| other.parts(dimension).iter().find(|(other, _)| other == part));
        found.map(|found| found.map_or(0, |(_, n)| *n))
    };
    html! {
        div.wide role="region" aria-label=(title) tabindex="0" {
            table.shares {
                thead {
                    tr {
                        th scope="col" { (title) }
                        th.figure scope="col" { (t!(lang, "studio-counted")) }
                        th.figure scope="col" { (t!(lang, "watch-share")) }
                        @if page.other.is_some() { th.figure scope="col" { (labels::beside(lang, page.beside)) } }
                    }
                }
                tbody {
                    @for (part, n) in rows.iter().take(SHOWN) {
                        tr {
                            th scope="row" { bdi { (labels::part(page.app, lang, dimension, part)) } (bar(*n, most)) }
                            td.figure { (i18n::number(lang, *n)) }
                            td.figure { (labels::percent(lang, *n, whole)) }
                            @if let Some(other) = beside(part) { td.figure { (i18n::number(lang, other)) } }
                        }
                    }
                }
            }
        }
    }
}

/// What is not shown, and where it is.
fn below(page: &Page<'_>, dimension: Dimension) -> Markup {
    let (lang, rows) = (page.present.lang, page.story.parts(dimension));
    let more = rows.len().saturating_sub(SHOWN);
    let counted: i64 = rows.iter().skip(SHOWN).map(|(_, n)| *n).sum();
    html! {
        p.small {
            @if more > 0 { (t!(lang, "watch-more", n = more, counted = i18n::number(lang, counted))) " " }
            a href=(paths::studio_figures_csv(&page.campaign.slug, &page.asked.query(dimension.as_str()))) {
                (t!(lang, "watch-csv", table = labels::dimension(lang, dimension)))
            }
        }
    }
}
