use maud::{Markup, html};

use super::labels;
use super::page::Page;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::views::tabs::name;
use crate::web::studio::watch::asked::{Beside, Period};

/// Which time is shown, and with what it is compared.
pub fn sieve(page: &Page<'_>) -> Markup {
    let (lang, here) = (page.present.lang, page.asked.period());
    let mut others = page.app.hub.campaigns_and_drafts();
    others.retain(|other| other.organisation == page.campaign.organisation && other.id != page.campaign.id);
    let is_with = |slug: &str| matches!(page.beside, Beside::Campaign(other) if other.slug == slug);
    html! {
        form.sieve method="get" action=(paths::studio_campaign(&page.campaign.slug)) {
            div.field {
                label for="period" { (t!(lang, "watch-period")) }
                select #period name="period" {
                    @for period in Period::ALL {
                        option value=(period.as_str()) selected[period == here] { (labels::period(lang, period)) }
                    }
                }
            }
            (day(page, "from", &page.asked.from, &t!(lang, "watch-from")))
            (day(page, "to", &page.asked.to, &t!(lang, "watch-to")))
            div.field {
                label for="with" { (t!(lang, "watch-with")) }
                select #with name="with" {
                    option value="" { (t!(lang, "watch-with-nothing")) }
                    option value="before" selected[matches!(page.beside, Beside::Before)] { (t!(lang, "watch-with-before")) }
                    @for other in &others {
                        option value=(other.slug) selected[is_with(&other.slug)] { (name(lang, other)) }
                    }
                }
            }
            button type="submit" { (t!(lang, "watch-show")) }
        }
    }
}

fn day(page: &Page<'_>, name: &str, value: &str, words: &str) -> Markup {
    html! {
        div.field {
            label for=(name) { (words) }
            input #(name) type="date" name=(name) value=(value) aria-invalid=[page.is_refused.then_some("true")]
                aria-describedby=[page.is_refused.then_some("days-refused")];
        }
    }
}
