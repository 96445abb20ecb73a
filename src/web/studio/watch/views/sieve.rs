use maud::{Markup, html};

use super::labels;
use super::page::Page;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::views::tabs::name;
use crate::web::studio::watch::asked::{Beside, Period, Refused};

/// Which time is shown, and with what it is compared.
pub fn sieve(page: &Page<'_>) -> Markup {
    let (lang, here) = (page.present.lang, page.asked.period());
    let beside = &page.figures.beside;
    let mut others = page.app.hub.campaigns_and_drafts();
    others.retain(|other| other.organisation == page.campaign.organisation && other.id != page.campaign.id);
    let is_with = |slug: &str| matches!(beside, Beside::Campaign(other) if other.slug == slug);
    // Days that are not looked at would be taken for those that are.
    let typed = |day| if here == Period::Own { day } else { "" };
    html! {
        form.sieve method="get" action=(paths::studio_campaign(&page.campaign.slug)) {
            // What the form shows, so that days are taken for meant where nothing else was chosen.
            input type="hidden" name="was" value=(here.as_str());
            div.field {
                label for="period" { (t!(lang, "watch-period")) }
                select #period name="period" {
                    @for period in Period::ALL {
                        option value=(period.as_str()) selected[period == here] { (labels::period(lang, period)) }
                    }
                }
            }
            (day(page, "from", typed(&page.asked.from), &t!(lang, "watch-from"), Refused::Days))
            (day(page, "to", typed(&page.asked.to), &t!(lang, "watch-to"), Refused::Days))
            div.field {
                label for="with" { (t!(lang, "watch-with")) }
                select #with name="with" {
                    option value="" { (t!(lang, "watch-with-nothing")) }
                    option value="before" selected[matches!(beside, Beside::Before)] { (t!(lang, "watch-with-earlier")) }
                    @for other in &others {
                        option value=(other.slug) selected[is_with(&other.slug)] { (name(lang, other)) }
                    }
                }
            }
            (day(page, "since", &page.asked.since, &t!(lang, "watch-with-since"), Refused::Since))
            button type="submit" { (t!(lang, "watch-show")) }
        }
        p.small #since-about { (t!(lang, "watch-with-about")) }
    }
}

fn day(page: &Page<'_>, name: &str, value: &str, words: &str, refused: Refused) -> Markup {
    let is_refused = page.figures.refused == Some(refused);
    let about = match (is_refused, refused) {
        (true, _) => Some("days-refused"),
        (false, Refused::Since) => Some("since-about"),
        (false, Refused::Days) => None,
    };
    html! {
        div.field {
            label for=(name) { (words) }
            input #(name) type="date" name=(name) value=(value) aria-invalid=[is_refused.then_some("true")]
                aria-describedby=[about];
        }
    }
}
