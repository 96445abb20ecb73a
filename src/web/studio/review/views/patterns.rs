use maud::{Markup, html};
use uuid::Uuid;

use super::words::country_words;
use super::{Part, top};
use crate::actions::review::patterns::LOOKED_AT;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::condition::Condition;
use crate::domain::lang::Lang;
use crate::domain::patterns::{Patterns, Row};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

/// What stands out among the newest signatures.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub patterns: &'a Patterns,
    /// Those before this one were looked at, not the newest.
    pub before: Option<Uuid>,
    /// Where it goes on with older ones.
    pub older: Option<Uuid>,
}

fn number(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
}

/// In the greatest unit that says it.
fn delay_words(lang: Lang, (from, until): (i64, i64)) -> String {
    match (from, until) {
        (from, until) if until == from + 1 => {
            t!(lang, "patterns-second", count = from, shown = i18n::number(lang, from))
        }
        (3600.., _) => t!(lang, "patterns-hours"),
        (60.., until) => {
            let (from, until): (i64, i64) = (from / 60, until / 60);
            t!(lang, "patterns-span", from = from, until = until)
        }
        _ => t!(lang, "review-seconds", from = from, until = until),
    }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, found) = (self.present.lang, self.patterns);
        let title = t!(lang, "patterns-title");
        let most = i64::try_from(LOOKED_AT).unwrap_or(i64::MAX);
        let tables = [
            (t!(lang, "patterns-networks"), t!(lang, "patterns-networks-why"), &found.networks),
            (t!(lang, "patterns-domains"), t!(lang, "patterns-domains-why"), &found.domains),
            (t!(lang, "patterns-minutes"), t!(lang, "patterns-minutes-why"), &found.minutes),
            (t!(lang, "patterns-delays"), t!(lang, "patterns-delays-why"), &found.delays),
            (t!(lang, "patterns-seconds"), t!(lang, "patterns-seconds-why"), &found.seconds),
            (t!(lang, "patterns-names"), t!(lang, "patterns-names-why"), &found.names),
            (t!(lang, "patterns-places"), t!(lang, "patterns-places-why"), &found.places),
        ];
        let path = paths::studio_patterns(&self.campaign.slug);
        let body = html! {
            (top(self.present, self.campaign, Part::Patterns))
            h2 { (title) }
            p {
                (t!(lang, "patterns-looked", count = number(found.looked_at), looked = i18n::number(lang, number(found.looked_at)), most = i18n::number(lang, most)))
                @if let Some((first, last)) = found.period { " " (t!(lang, "patterns-first")) " " (clock(self.present, first)) ", " (t!(lang, "patterns-last")) " " (clock(self.present, last)) "." }
            }
            p { (t!(lang, "patterns-about")) }
            @for (title, why, rows) in &tables { (self.table(title, why, rows)) }
            p {
                @if self.before.is_some() { a href=(path) { (t!(lang, "patterns-newest")) } " " }
                @if let Some(older) = self.older { a href={ (path) "?before=" (older) } { (t!(lang, "patterns-older")) } }
            }
        };
        Frame::of(self.app, self.present, &title, &path).page(&body)
    }

    fn table(&self, title: &str, why: &str, rows: &[Row]) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (title) }
            p.small { (why) }
            @if rows.is_empty() { p { (t!(lang, "patterns-none")) } }
            @else {
                div.wide role="region" aria-label=(title) tabindex="0" {
                    table {
                        thead { tr {
                            th scope="col" { (t!(lang, "patterns-shared")) }
                            th.figure scope="col" { (t!(lang, "review-signatures")) }
                            th.figure scope="col" { (t!(lang, "patterns-share")) }
                        } }
                        tbody { @for row in rows { (self.row(row)) } }
                    }
                }
            }
        }
    }

    /// What they share.
    fn shared(&self, condition: &Condition) -> Markup {
        let lang = self.present.lang;
        let parts = condition.parts();
        let part =
            |name: &str| parts.iter().find(|(part, _)| *part == name).map_or("", |(_, text)| text.as_str());
        html! {
            @if let Some(from) = condition.from { (clock(self.present, from)) }
            @if let Some(delay) = condition.delay { (delay_words(lang, delay)) }
            @if condition.network.is_some() { code { (part("network").get(..8).unwrap_or_default()) } }
            @if condition.name.is_some() { code { (part("name")) } }
            (part("domain"))
            @if let Some(country) = &condition.country { (country_words(self.app, lang, country)) }
            @if let Some(read) = condition.lang { ", " (read.own_name()) }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        let lang = self.present.lang;
        let share = number(row.many * 100 / self.patterns.looked_at.max(1));
        html! {
            tr {
                th scope="row" {
                    a href=(paths::studio_review_where(&self.campaign.slug, &row.condition.query())) { (self.shared(&row.condition)) }
                }
                td.figure { (i18n::number(lang, number(row.many))) }
                td.figure { (t!(lang, "patterns-percent", share = share)) }
            }
        }
    }
}
