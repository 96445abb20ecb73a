use maud::{Markup, html};

use super::{hold_words, kind_words, state_words};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::sign_on::{DeclineReason, SignOn, State};
use crate::i18n::{self, t};
use crate::mail::decline_words;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What the list says of one: no name of a person, no address.
pub struct Row {
    pub one: SignOn,
    /// The organisation, or the profession.
    pub title: String,
    pub website: String,
    /// Whether the mail comes from the organisation's own website.
    pub is_own_mail: bool,
    /// Whether the campaign's page names it already.
    pub is_named: bool,
    pub alike: Vec<SignOn>,
}

/// The desk, a tab for each state.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub state: State,
    /// As `State::SEEN`.
    pub counts: [i64; 3],
    pub rows: &'a [Row],
    pub has_more: bool,
    /// What was done just now: how many, how many could not be, and what takes it back.
    pub done: Option<usize>,
    pub blocked: usize,
    pub undo: Option<i64>,
    pub nothing_ticked: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "vetting-title");
        let body = html! {
            (head(self.present, self.campaign, Tab::SignOns))
            @if self.nothing_ticked {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    p { (t!(lang, "vetting-nothing-ticked")) }
                }
            }
            (self.done())
            p { (t!(lang, "vetting-about")) }
            (self.states())
            @if self.rows.is_empty() {
                p.notice { (t!(lang, "vetting-none")) }
            } @else {
                form method="post" action=(paths::studio_sign_ons_part(slug, "decision")) {
                    input type="hidden" name="state" value=(self.state.as_str());
                    (self.table())
                    (deciding(lang, self.state))
                }
            }
            @if let Some(last) = self.rows.last().filter(|_| self.has_more) {
                p { a href={ (paths::studio_sign_ons_in(slug, self.state.as_str())) "&after=" (last.one.id) } { (t!(lang, "vetting-more")) } }
            }
        };
        let path = paths::studio_sign_ons(slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.nothing_ticked, ..frame }.page(&body)
    }

    fn done(&self) -> Markup {
        let lang = self.present.lang;
        let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        html! {
            @if let Some(done) = self.done {
                div.notice role="status" {
                    p { (t!(lang, "vetting-done", count = number(done), shown = i18n::number(lang, number(done)))) }
                    @if self.blocked > 0 {
                        p { (t!(lang, "vetting-blocked", count = number(self.blocked), shown = i18n::number(lang, number(self.blocked)))) }
                    }
                    @if let Some(at) = self.undo.filter(|_| done > 0) {
                        form method="post" action=(paths::studio_sign_ons_part(&self.campaign.slug, "undo")) {
                            input type="hidden" name="at" value=(at);
                            button.plain type="submit" { (t!(lang, "vetting-undo")) }
                        }
                    }
                }
            }
        }
    }

    fn states(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        html! {
            nav.tabs aria-label=(t!(lang, "vetting-title")) {
                ul {
                    @for (state, count) in State::SEEN.into_iter().zip(self.counts) {
                        li {
                            a href=(paths::studio_sign_ons_in(slug, state.as_str())) aria-current=[(state == self.state).then_some("true")] {
                                (state_words(lang, state)) " (" (i18n::number(lang, count)) ")"
                            }
                        }
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(t!(lang, "vetting-title")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "vetting-tick")) }
                            th scope="col" { (t!(lang, "vetting-who")) }
                            th scope="col" { (t!(lang, "vetting-kind")) }
                            th scope="col" { (t!(lang, "vetting-came")) }
                            th scope="col" { (t!(lang, "vetting-signs")) }
                        }
                    }
                    tbody { @for row in self.rows { (self.row(row)) } }
                }
            }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        let (lang, one) = (self.present.lang, &row.one);
        let name = format!("sign-on-{}", one.id);
        let country =
            self.app.tools.rules.countries.get(&one.country).map_or("", |country| country.name(lang));
        html! {
            tr {
                td {
                    label.visually-hidden for=(name) { (t!(lang, "vetting-tick")) " " (row.title) }
                    input.box id=(name) name=(name) type="checkbox" value="yes";
                }
                th scope="row" {
                    a href=(paths::studio_sign_on(&self.campaign.slug, one.id)) { bdi { (row.title) } }
                    @if !row.website.is_empty() { br; span.small { bdi { (row.website) } } }
                }
                td { (kind_words(lang, one.kind)) @if !country.is_empty() { br; span.small { (country) } } }
                td { (clock(self.present, one.confirmed_at.unwrap_or(one.created_at))) }
                td { (self.signs(row)) }
            }
        }
    }

    /// What speaks for it and against it.
    fn signs(&self, row: &Row) -> Markup {
        let (lang, one) = (self.present.lang, &row.one);
        html! {
            ul.plain {
                @if row.is_own_mail { li { (t!(lang, "vetting-own-mail")) } }
                @if let Some(words) = hold_words(lang, one) { li.late { (words) } }
                @if row.is_named { li.late { (t!(lang, "vetting-named")) } }
                @for other in &row.alike { li.late { (alike(lang, &self.campaign.slug, other)) } }
                @if let Some(reason) = one.decline_reason { li { (decline_words(lang, reason)) } }
            }
        }
    }
}

/// The way to one that may be the same.
pub fn alike(lang: Lang, slug: &str, other: &SignOn) -> Markup {
    html! {
        a href=(paths::studio_sign_on(slug, other.id)) { (t!(lang, "vetting-alike")) }
        " (" (state_words(lang, other.state)) ")"
    }
}

/// What can be decided about those in a state.
pub fn deciding(lang: Lang, state: State) -> Markup {
    html! {
        div.deciding {
            @if state != State::Vetted {
                button type="submit" name="decision" value="vet" { (t!(lang, "vetting-vet")) }
            }
            @if state != State::Held {
                button.plain type="submit" name="decision" value="undo" { (t!(lang, "vetting-back")) }
            }
            @if state != State::Declined {
                div.field {
                    label for="reason" { (t!(lang, "vetting-reason")) }
                    select #reason name="reason" {
                        @for reason in DeclineReason::ALL {
                            option value=(reason.as_str()) { (decline_words(lang, reason)) }
                        }
                    }
                }
                button.grave type="submit" name="decision" value="decline" { (t!(lang, "vetting-decline")) }
            }
        }
        p.small { (t!(lang, "vetting-told")) }
    }
}
