use maud::{Markup, html};

use super::words::condition_words;
use super::{Part, top};
use crate::actions::review::patterns::LOOKED_AT;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::patterns::{Patterns, Row};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// What stands out among the newest signatures.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub patterns: &'a Patterns,
}

fn number(many: usize) -> i64 {
    i64::try_from(many).unwrap_or(i64::MAX)
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
        let body = html! {
            (top(self.present, self.campaign, Part::Patterns))
            h2 { (title) }
            p {
                (t!(lang, "patterns-about", looked = i18n::number(lang, number(found.looked_at)), most = i18n::number(lang, most)))
            }
            @for (title, why, rows) in &tables { (self.table(title, why, rows)) }
        };
        let path = paths::studio_patterns(&self.campaign.slug);
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
                            th scope="col" { (title) }
                            th.figure scope="col" { (t!(lang, "review-signatures")) }
                            th.figure scope="col" { (t!(lang, "patterns-share")) }
                        } }
                        tbody { @for row in rows { (self.row(row)) } }
                    }
                }
            }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        let lang = self.present.lang;
        let words = condition_words(self.app, lang, &row.condition);
        let words: Vec<String> = words.into_iter().map(|(part, text)| format!("{part} {text}")).collect();
        let share = number(row.many * 100 / self.patterns.looked_at.max(1));
        html! {
            tr {
                th scope="row" {
                    a href=(paths::studio_review_where(&self.campaign.slug, &row.condition.query())) { (words.join(", ")) }
                }
                td.figure { (i18n::number(lang, number(row.many))) }
                td.figure { (t!(lang, "patterns-percent", share = share)) }
            }
        }
    }
}
