//! How many are in a delivery, from where, and what is left out of it.

use std::collections::BTreeMap;

use maud::{Markup, html};

use crate::actions::deliveries::Preview;
use crate::app::App;
use crate::domain::delivery::Delivery;
use crate::domain::delivery::census::OTHER;
use crate::domain::delivery::manifest::Counts;
use crate::domain::lang::Lang;
use crate::domain::tally::Dimension;
use crate::i18n::{self, t};
use crate::web::studio::watch::labels;

/// So many parts of a dimension are shown; the package has all.
const PARTS: usize = 15;

/// Why some are left out, in words.
fn reason(lang: Lang, key: &str) -> String {
    match key {
        "held" => t!(lang, "delivery-out-held"),
        "unconfirmed" => t!(lang, "delivery-out-unconfirmed"),
        "withdrawn" => t!(lang, "delivery-out-withdrawn"),
        "disowned" => t!(lang, "delivery-out-disowned"),
        "invalidated" => t!(lang, "delivery-out-invalidated"),
        "withheld" => t!(lang, "delivery-out-withheld"),
        other => other.to_owned(),
    }
}

/// A line of the figures.
fn line(lang: Lang, words: &str, many: i64) -> Markup {
    html! { dt { (words) } dd { (i18n::number(lang, many)) } }
}

/// What there would be, were it frozen now.
pub fn of_preview(app: &App, lang: Lang, one: &Delivery, preview: &Preview) -> Markup {
    html! {
        dl.figures {
            (online(lang, &preview.counts))
            @if preview.organisations > 0 { (line(lang, &t!(lang, "delivery-organisations"), preview.organisations)) }
            @if preview.professionals > 0 { (line(lang, &t!(lang, "delivery-professionals"), preview.professionals)) }
            (paper(lang, &preview.counts))
            @if preview.rows > 0 { (line(lang, &t!(lang, "delivery-rows"), preview.rows)) }
            (own_riding(lang, one, preview.own_riding))
        }
        (parts(app, lang, &preview.counts))
        (left_out(lang, &preview.counts))
    }
}

/// What there is, since it is frozen.
pub fn of_frozen(app: &App, lang: Lang, one: &Delivery) -> Markup {
    let riding = one.counts.parts.get("riding").and_then(|ridings| ridings.get(&one.to.riding));
    html! {
        dl.figures {
            (line(lang, &t!(lang, "delivery-lines"), one.lines))
            (online(lang, &one.counts))
            (paper(lang, &one.counts))
            (own_riding(lang, one, riding.copied().unwrap_or(0)))
        }
        (parts(app, lang, &one.counts))
        (left_out(lang, &one.counts))
    }
}

fn online(lang: Lang, counts: &Counts) -> Markup {
    html! {
        (line(lang, &t!(lang, "delivery-online"), counts.online))
        (line(lang, &t!(lang, "delivery-since"), counts.since_previous))
    }
}

fn paper(lang: Lang, counts: &Counts) -> Markup {
    html! {
        @if counts.paper > 0 { (line(lang, &t!(lang, "delivery-paper-signatures"), counts.paper)) }
        @if counts.postcards > 0 { (line(lang, &t!(lang, "delivery-postcards"), counts.postcards)) }
    }
}

fn own_riding(lang: Lang, one: &Delivery, many: i64) -> Markup {
    html! { @if !one.to.riding.is_empty() { (line(lang, &t!(lang, "delivery-own-riding"), many)) } }
}

fn parts(app: &App, lang: Lang, counts: &Counts) -> Markup {
    let shown = [
        ("region", Dimension::Region, t!(lang, "watch-by-region")),
        ("riding", Dimension::Riding, t!(lang, "watch-by-riding")),
    ];
    html! {
        @for (key, dimension, title) in shown {
            @if let Some(parts) = counts.parts.get(key).filter(|parts| !parts.is_empty()) {
                details {
                    summary { (title) }
                    (table(app, lang, (dimension, &title), parts))
                }
            }
        }
    }
}

fn table(
    app: &App,
    lang: Lang,
    (dimension, title): (Dimension, &str),
    parts: &BTreeMap<String, i64>,
) -> Markup {
    let mut all: Vec<(&String, i64)> = parts.iter().map(|(part, many)| (part, *many)).collect();
    all.sort_by_key(|(part, many)| (std::cmp::Reverse(*many), *part));
    let others = all.split_off(all.len().min(PARTS));
    let name = |part: &str| match part {
        OTHER => t!(lang, "delivery-small-parts"),
        part => labels::part(app, lang, dimension, part),
    };
    html! {
        div.wide role="region" aria-label=(title) tabindex="0" {
            table {
                tbody {
                    @for (part, many) in all {
                        tr { th scope="row" { bdi { (name(part)) } } td.figure { (i18n::number(lang, many)) } }
                    }
                    @if !others.is_empty() {
                        @let many = others.iter().map(|(_, many)| many).sum();
                        tr { th scope="row" { (t!(lang, "delivery-other-parts")) } td.figure { (i18n::number(lang, many)) } }
                    }
                }
            }
        }
    }
}

fn left_out(lang: Lang, counts: &Counts) -> Markup {
    let total: i64 = counts.left_out.values().sum();
    html! {
        @if total > 0 {
            h4 { (t!(lang, "delivery-left-out")) }
            dl.figures { @for (key, many) in &counts.left_out { (line(lang, &reason(lang, key), *many)) } }
        }
    }
}
