use maud::{Markup, html};

use super::labels;
use super::page::Page;
use crate::domain::campaign::Status;
use crate::domain::moment::{DAY, Moment};
use crate::domain::tempo::Tempo;
use crate::i18n::{self, t};
use crate::web::studio::views::editor::local;

/// The next milestone, and the way to it.
pub fn next(page: &Page<'_>) -> Markup {
    let (lang, next) = (page.present.lang, page.standing.next_milestone);
    html! {
        p {
            (t!(lang, "watch-next")) " " strong data-figure="next_milestone" { (i18n::number(lang, next)) } " "
            progress max=(next) value=(page.standing.counted) aria-label=(t!(lang, "watch-next")) {}
        }
    }
}

/// When it will be reached: a guess, with what it rests on.
pub fn reached(page: &Page<'_>) -> Markup {
    html! {
        p.small { (words(page)) }
        @if page.campaign.content.milestones.last().is_some_and(|last| *last <= page.standing.counted) {
            p.small { (t!(page.present.lang, "watch-own-reached")) }
        }
    }
}

fn words(page: &Page<'_>) -> String {
    let lang = page.present.lang;
    match page.campaign.status(page.figures.now) {
        Status::Open => {}
        _ => return t!(lang, "watch-not-open"),
    }
    let pace = Tempo::of(&page.figures.story.confirmed, page.figures.now);
    let counted = i18n::number(lang, pace.counted);
    if pace.counted <= 0 {
        return t!(lang, "watch-no-pace");
    }
    if !pace.is_enough() {
        return t!(lang, "watch-little-pace", counted = counted);
    }
    match pace.reaches(page.standing.next_milestone - page.standing.counted, page.figures.now) {
        None => t!(lang, "watch-far", counted = counted, hours = pace.hours),
        Some(at) => t!(lang, "watch-reached", when = when(page, at), counted = counted, hours = pace.hours),
    }
}

/// By the hour what is near, by the day what is not: a guess is no more exact than that.
fn when(page: &Page<'_>, at: Moment) -> String {
    let lang = page.present.lang;
    let (day, time) = local(lang, &page.figures.zone, at);
    if at < page.figures.now + DAY * 2 { labels::hour(lang, &day, &time) } else { day }
}
