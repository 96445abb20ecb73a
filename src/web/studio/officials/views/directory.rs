use maud::{Markup, html};
use url::form_urlencoded::Serializer;

use super::{name_link, words};
use crate::app::App;
use crate::domain::official::{Official, Part, province_words};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::officials::directory::Asked;
use crate::web::studio::views::layout::Frame;

/// Who is in the directory, as far as they are sought.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub asked: &'a Asked,
    pub parties: &'a [String],
    pub provinces: &'a [String],
    pub found: u64,
    pub rows: &'a [Official],
    pub more: bool,
    /// Whether nobody at all is in the directory.
    pub is_empty: bool,
    pub today: &'a str,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "officials-title");
        let found = i64::try_from(self.found).unwrap_or(i64::MAX);
        let body = html! {
            h1 { (title) }
            p { (t!(lang, "officials-about")) }
            ul.ways {
                li { a href=(paths::STUDIO_NEW_OFFICIAL) { (t!(lang, "officials-new")) } }
                li { a href=(paths::STUDIO_IMPORTS) { (t!(lang, "imports-title")) } }
                li { a href=(paths::STUDIO_ALIKE_OFFICIALS) { (t!(lang, "duplicates-title")) } }
                li { a href=(paths::STUDIO_OFFICIALS_SHEET) { (t!(lang, "officials-sheet")) } }
            }
            (self.filter())
            @if self.rows.is_empty() {
                p.notice {
                    @if self.is_empty { (t!(lang, "officials-empty")) } @else { (t!(lang, "officials-none-found")) }
                }
            } @else {
                p { (t!(lang, "officials-found", n = found, shown = i18n::number(lang, found))) }
                (self.table(&title))
                @if let Some(last) = self.rows.last().filter(|_| self.more) {
                    p { a rel="next" href=(self.next(last)) { (t!(lang, "officials-next")) } }
                }
            }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO_OFFICIALS).page(&body)
    }

    fn next(&self, last: &Official) -> String {
        let asked = self.asked;
        let id = last.id.to_string();
        let pairs = [
            ("name", &asked.name),
            ("party", &asked.party),
            ("province", &asked.province),
            ("riding", &asked.riding),
            ("show", &asked.show),
            ("after", &id),
        ];
        let filled = pairs.into_iter().filter(|(_, text)| !text.is_empty());
        let query = Serializer::new(String::new()).extend_pairs(filled).finish();
        format!("{}?{query}", paths::STUDIO_OFFICIALS)
    }

    fn filter(&self) -> Markup {
        let (lang, asked) = (self.present.lang, self.asked);
        let choices = [
            ("party", t!(lang, "official-party"), &asked.party, self.parties),
            ("province", t!(lang, "official-province"), &asked.province, self.provinces),
        ];
        html! {
            form.sieve method="get" action=(paths::STUDIO_OFFICIALS) role="search" {
                div.field {
                    label for="name" { (t!(lang, "field-name")) }
                    input #name name="name" type="search" autocomplete="off" dir="auto" value=(asked.name);
                }
                div.field {
                    label for="riding" { (t!(lang, "official-riding")) }
                    input #riding name="riding" type="search" autocomplete="off" dir="auto" value=(asked.riding);
                }
                @for (name, label, chosen, all) in choices {
                    div.field {
                        label for=(name) { (label) }
                        select id=(name) name=(name) {
                            option value="" { (t!(lang, "officials-any")) }
                            @for one in all {
                                option value=(one) selected[one == chosen] {
                                    @if name == "province" { (province_words(lang, one)) } @else { (one) }
                                }
                            }
                        }
                    }
                }
                div.field {
                    label for="show" { (t!(lang, "official-office")) }
                    select #show name="show" {
                        option value="" { (t!(lang, "officials-in-office")) }
                        option value="all" selected[asked.show == "all"] { (t!(lang, "officials-everybody")) }
                    }
                }
                button type="submit" { (t!(lang, "officials-search")) }
            }
        }
    }

    fn table(&self, title: &str) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(title) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "field-name")) }
                            th scope="col" { (t!(lang, "official-office")) }
                            th scope="col" { (t!(lang, "official-party")) }
                            th scope="col" { (t!(lang, "official-riding")) }
                            th scope="col" { (t!(lang, "official-province")) }
                        }
                    }
                    tbody { @for official in self.rows { (self.row(official)) } }
                }
            }
        }
    }

    fn row(&self, official: &Official) -> Markup {
        let (lang, details) = (self.present.lang, &official.details);
        html! {
            tr {
                th scope="row" { (name_link(official)) }
                td {
                    bdi { (details.office(lang)) }
                    @if !details.is_in_office(self.today) {
                        " " span.small { (t!(lang, "official-until-day", day = details.get(Part::Until))) }
                    }
                }
                td { (words::text(lang, details, Part::Party)) }
                td { (words::text(lang, details, Part::Riding)) }
                td { (words::text(lang, details, Part::Province)) }
            }
        }
    }
}
