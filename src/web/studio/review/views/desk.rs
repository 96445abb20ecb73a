use std::collections::HashMap;

use maud::{Markup, html};

use super::table::table;
use super::words::{REASONS, part_words, reason_words, state_words};
use super::{Part, top};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::condition::{Condition, shown};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::signature::State;
use crate::i18n::{self, t};
use crate::paths;
use crate::storage::reviews::{self, LOOKED_THROUGH};
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// The signatures that meet a condition.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub condition: &'a Condition,
    /// The filter as it was typed.
    pub typed: &'a HashMap<String, String>,
    /// The part of it that could not be read.
    pub fault: Option<&'static str>,
    pub found: &'a reviews::Page,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let title = t!(lang, "review-title");
        let body = html! {
            (top(self.present, self.campaign, Part::Signatures))
            @if let Some(part) = self.fault {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    p { a href={ "#" (part) } { (t!(lang, "review-fault-filter", part = part_words(lang, part))) } }
                }
            }
            (self.filter())
            @if self.found.rows.is_empty() {
                p.notice { (self.nothing()) }
            } @else {
                (table(self.app, self.present, slug, &self.found.rows, &title))
                p { a href=(format!("{}?{}", paths::studio_new_ruling(slug), self.condition.query())) { (t!(lang, "review-judge-all")) } }
            }
            @if let Some(next) = self.found.next {
                p { a href=(paths::studio_review_where(slug, &format!("{}&before={next}", self.query()))) rel="next" { (t!(lang, "review-older")) } }
            }
        };
        let path = self.path();
        let frame =
            Frame { is_refused: self.fault.is_some(), ..Frame::of(self.app, self.present, &title, &path) };
        frame.page(&body)
    }

    /// The condition in an address, also where it says nothing: an address without any means what is held.
    fn query(&self) -> String {
        let query = self.condition.query();
        if query.is_empty() { "state=".to_owned() } else { query }
    }

    fn path(&self) -> String {
        paths::studio_review_where(&self.campaign.slug, &self.query())
    }

    fn nothing(&self) -> String {
        let lang = self.present.lang;
        if self.found.next.is_some() {
            let many = i64::try_from(LOOKED_THROUGH).unwrap_or(i64::MAX);
            return t!(lang, "review-looked-through", count = i18n::number(lang, many));
        }
        let held = Condition { state: Some(State::Held), ..Condition::default() };
        if *self.condition == held { t!(lang, "review-nothing-held") } else { t!(lang, "review-nothing") }
    }

    fn typed(&self, part: &str) -> String {
        if self.fault.is_some() {
            return self.typed.get(part).cloned().unwrap_or_default();
        }
        let time = |at: Option<Moment>| at.map(|at| shown(at, &self.present.zone())).unwrap_or_default();
        match part {
            "from" => return time(self.condition.from),
            "until" => return time(self.condition.until),
            _ => {}
        }
        let parts = self.condition.parts();
        parts.into_iter().find(|(name, _)| *name == part).map_or_else(String::new, |(_, text)| text)
    }

    fn filter(&self) -> Markup {
        let lang = self.present.lang;
        let countries = &self.app.tools.rules.countries;
        let states = State::ALL.map(|state| (state.as_str().to_owned(), state_words(lang, state)));
        let reasons = REASONS.map(|reason| (reason.to_owned(), reason_words(lang, reason)));
        let langs = Lang::ALL.map(|lang| (lang.code().to_owned(), lang.own_name().to_owned()));
        let countries: Vec<_> = countries
            .sorted(lang)
            .map(|(code, country)| (code.to_owned(), country.name(lang).to_owned()))
            .collect();
        html! {
            details.sieving open {
            summary { (t!(lang, "review-sieve")) }
            form.conditions method="get" action=(paths::studio_review(&self.campaign.slug)) {
                (self.select("state", &states))
                (self.select("reason", &reasons))
                (self.select("country", &countries))
                (self.input("region", "text", "CA-ON"))
                (self.select("lang", &langs))
                (self.input("domain", "text", ""))
                (self.input("from", "datetime-local", ""))
                (self.input("until", "datetime-local", ""))
                (self.input("delay", "text", "0-10"))
                @for part in ["network", "name"] {
                    @let typed = self.typed(part);
                    @if !typed.is_empty() { (self.input(part, "text", "")) }
                }
                div.field { button type="submit" { (t!(lang, "review-filter")) } }
            }
            p.small { (t!(lang, "review-filter-hint", zone = self.present.member.organisation.time_zone.as_str())) }
            }
        }
    }

    fn select(&self, part: &str, choices: &[(String, String)]) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed(part));
        html! {
            div.field {
                label for=(part) { (part_words(lang, part)) }
                select id=(part) name=(part) {
                    option value="" { (t!(lang, "review-any")) }
                    @for (value, words) in choices { option value=(value) selected[*value == typed] { (words) } }
                }
            }
        }
    }

    fn input(&self, part: &str, kind: &str, example: &str) -> Markup {
        let invalid = (self.fault == Some(part)).then_some("true");
        html! {
            div.field {
                label for=(part) { (part_words(self.present.lang, part)) }
                input id=(part) name=(part) type=(kind) value=(self.typed(part)) autocomplete="off" aria-invalid=[invalid]
                    placeholder=[(!example.is_empty()).then_some(example)];
            }
        }
    }
}
