use maud::{Markup, html};

use super::words::{country_words, reason_words, state_words};
use crate::app::App;
use crate::domain::digest::hexadecimal;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::storage::reviews::Seen;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;

/// Where a signature comes from, as far as it is told.
pub fn place(app: &App, lang: Lang, seen: &Seen) -> String {
    let country = country_words(app, lang, &seen.country);
    if seen.region == seen.country { country } else { format!("{country}, {}", seen.region) }
}

/// Signatures without anything personal, each with the way to it.
pub fn table(app: &App, present: &Present, slug: &str, rows: &[Seen], title: &str) -> Markup {
    let lang = present.lang;
    html! {
        div.wide role="region" aria-label=(title) tabindex="0" {
            table {
                thead {
                    tr {
                        th scope="col" { (t!(lang, "review-signed")) }
                        th scope="col" { (t!(lang, "review-state")) }
                        th scope="col" { (t!(lang, "review-reason")) }
                        th scope="col" { (t!(lang, "review-place")) }
                        th scope="col" { (t!(lang, "review-language")) }
                        th scope="col" { (t!(lang, "review-network")) }
                    }
                }
                tbody { @for seen in rows { (row(app, present, slug, seen)) } }
            }
        }
    }
}

fn row(app: &App, present: &Present, slug: &str, seen: &Seen) -> Markup {
    let lang = present.lang;
    html! {
        tr {
            th scope="row" { a href=(paths::studio_signature(slug, seen.id)) { (clock(present, seen.created_at)) } }
            td { (state_words(lang, seen.state)) }
            td { (reason_words(lang, seen.reason.as_deref().unwrap_or_default())) }
            td { (place(app, lang, seen)) }
            td { (seen.lang) }
            td {
                @if let Some(network) = seen.network {
                    @let whole = hexadecimal(&network);
                    a href=(paths::studio_review_where(slug, &format!("network={whole}"))) { code { (whole[..8]) } }
                }
            }
        }
    }
}
