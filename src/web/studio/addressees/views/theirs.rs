//! What a colleague has saved meanwhile, beside what was typed.

use maud::{Markup, html};

use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};

pub fn bare(saved: &str) -> Markup {
    html! { bdi { (saved) } }
}

pub fn shown_day(lang: Lang, day: &str) -> String {
    PartialDate::parse(day).map(|day| i18n::date(lang, &day)).unwrap_or_default()
}

pub fn own_name(tag: &str) -> String {
    Tag::parse(tag).map(|tag| tag.own_name().to_owned()).unwrap_or_default()
}

/// What a colleague has saved in a field, beside what was typed there, where the two differ.
pub fn theirs(lang: Lang, typed: &str, saved: Option<&str>, shown: impl Fn(&str) -> Markup) -> Markup {
    html! {
        @if let Some(saved) = saved.filter(|saved| !saved.lines().eq(typed.trim().lines())) {
            div.held {
                h3 { (t!(lang, "bulletin-theirs")) }
                @if saved.is_empty() { "–" } @else { (shown(saved)) }
            }
        }
    }
}
