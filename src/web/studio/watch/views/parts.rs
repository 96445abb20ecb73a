use maud::{Markup, html};

use super::chart::bar;
use super::labels;
use super::page::Page;
use crate::domain::tally::Dimension;
use crate::i18n::{self, t};
use crate::paths;

/// How many parts a page shows; the table to take away has all of them.
const SHOWN: usize = 12;

/// A part, how many are counted in it, and how many the other campaign has.
type Row<'a> = (&'a str, i64, Option<i64>);

/// What a campaign's count is made of, each with a bar beside its figure.
pub fn all(page: &Page<'_>) -> Markup {
    let lang = page.present.lang;
    html! {
        p.small { (t!(lang, "watch-parts-about")) }
        div.multiples {
            @for dimension in Dimension::OF_WHOM {
                @let rows = labels::rows(page.figures, dimension);
                section {
                    h3 { (labels::dimension(lang, dimension)) }
                    @if dimension == Dimension::Riding { (loaded(page)) }
                    @if rows.is_empty() {
                        p.small { (t!(lang, "watch-none")) }
                    } @else if is_told(dimension, &rows) {
                        (table(page, dimension, &rows))
                        (below(page, dimension, &rows))
                    }
                }
            }
        }
    }
}

/// Of ridings nothing is told where nobody could be placed in one.
fn is_told(dimension: Dimension, rows: &[Row<'_>]) -> bool {
    dimension != Dimension::Riding || rows.iter().any(|(part, ..)| !part.is_empty())
}

/// By which table people are placed in ridings, or how one comes to be loaded.
fn loaded(page: &Page<'_>) -> Markup {
    let (lang, ridings) = (page.present.lang, page.app.tools.atlas.ridings());
    html! {
        p.small {
            @if ridings.is_empty() {
                (t!(lang, "watch-no-ridings")) " " code { "postulo ridings load" } " " (t!(lang, "watch-no-ridings-more"))
            } @else {
                (t!(lang, "watch-ridings", table = ridings.name.as_str()))
            }
        }
    }
}

fn table(page: &Page<'_>, dimension: Dimension, rows: &[Row<'_>]) -> Markup {
    let lang = page.present.lang;
    let most = rows.iter().map(|(_, n, _)| *n).max().unwrap_or_default();
    let whole: i64 = rows.iter().map(|(_, n, _)| *n).sum();
    let title = labels::dimension(lang, dimension);
    let has_other = page.figures.other.is_some();
    html! {
        div.wide role="region" aria-label=(title) tabindex="0" {
            table.shares {
                caption.visually-hidden { (t!(lang, "watch-part-caption", part = title.as_str())) }
                thead {
                    tr {
                        th scope="col" { (title) }
                        th.figure scope="col" { (t!(lang, "studio-counted")) }
                        th.figure scope="col" { (t!(lang, "watch-share")) }
                        @if has_other { th.figure scope="col" { (labels::beside(lang, page.figures)) } }
                    }
                }
                tbody {
                    @for (part, n, other) in rows.iter().take(SHOWN) {
                        tr {
                            th scope="row" { bdi { (labels::part(page.app, lang, dimension, part)) } (bar(*n, most)) }
                            td.figure { (i18n::number(lang, *n)) }
                            td.figure { (labels::percent(lang, *n, whole)) }
                            @if let Some(other) = other { td.figure { (i18n::number(lang, *other)) } }
                        }
                    }
                }
            }
        }
    }
}

/// What is not shown, and where it is.
fn below(page: &Page<'_>, dimension: Dimension, rows: &[Row<'_>]) -> Markup {
    let lang = page.present.lang;
    let more = rows.len().saturating_sub(SHOWN);
    let counted: i64 = rows.iter().skip(SHOWN).map(|(_, n, _)| *n).sum();
    html! {
        p.small {
            @if more > 0 { (t!(lang, "watch-more", n = more, counted = i18n::number(lang, counted))) " " }
            a href=(paths::studio_figures_csv(&page.campaign.slug, &page.figures.shown.query(dimension.as_str()))) {
                (t!(lang, "watch-csv", table = labels::dimension(lang, dimension)))
            }
        }
    }
}
