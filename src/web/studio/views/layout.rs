use maud::{DOCTYPE, Markup, html};

use super::role_words;
use crate::app::App;
use crate::domain::account::{Verdict, may};
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::web::assets;
use crate::web::studio::member::Present;

/// What stands around a page of the studio.
pub struct Frame<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub title: &'a str,
    /// Where the page is.
    pub path: &'a str,
    /// Nobody, on the login.
    pub present: Option<&'a Present>,
    pub is_refused: bool,
}

impl<'a> Frame<'a> {
    /// Around a page of somebody who is logged in.
    pub const fn of(app: &'a App, present: &'a Present, title: &'a str, path: &'a str) -> Self {
        Self { app, lang: present.lang, title, path, present: Some(present), is_refused: false }
    }

    pub fn page(&self, body: &Markup) -> Markup {
        let lang = self.lang;
        html! {
            (DOCTYPE)
            html lang=(lang) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title {
                        @if self.is_refused { (t!(lang, "title-error")) " " }
                        (self.title) " – " (t!(lang, "studio-title"))
                    }
                    meta name="robots" content="noindex";
                    meta name="color-scheme" content="light dark";
                    link rel="stylesheet" href=(assets::url("studio.css"));
                    link rel="icon" href=(assets::url("icon.svg")) type="image/svg+xml";
                    @if self.present.is_some() { script defer src=(assets::url("studio.js")) {} }
                }
                body {
                    a.skip href="#main" { (t!(lang, "skip-to-content")) }
                    header.bar {
                        a.brand href=(paths::STUDIO) { (t!(lang, "studio-title")) }
                        (self.languages())
                        @if let Some(present) = self.present {
                            // One of the two is shown: on a phone what opens, else what stands in a row.
                            details.folded {
                                summary { (t!(lang, "studio-menu")) }
                                (self.navigation(present))
                                (self.who(present))
                            }
                            div.unfolded { (self.navigation(present)) (self.who(present)) }
                        }
                    }
                    main #main tabindex="-1" { (body) }
                }
            }
        }
    }

    fn navigation(&self, present: &Present) -> Markup {
        let lang = self.lang;
        let account = &present.member.account;
        let may = |act| may(account, act, account.organisation) == Verdict::Yes;
        let link = |path: &str, words: String| {
            html! { li { a href=(path) aria-current=[self.standing(path)] { (words) } } }
        };
        html! {
            nav aria-label=(t!(lang, "studio-nav")) {
                ul {
                    (link(paths::STUDIO, t!(lang, "nav-campaigns")))
                    @if may(Act::ReadMessages) { (link(paths::STUDIO_MESSAGES, t!(lang, "inbox-title"))) }
                    @if may(Act::ServePeople) { (link(paths::STUDIO_PEOPLE, t!(lang, "people-title"))) }
                    @if may(Act::KeepIncidents) { (link(paths::STUDIO_INCIDENTS, t!(lang, "incidents-title"))) }
                    @if may(Act::ManageOrganisation) { (link(paths::STUDIO_RETENTION, t!(lang, "retention-title"))) }
                    @if may(Act::SetLimits) { (link(paths::STUDIO_LIMITS, t!(lang, "limits-title"))) }
                    @if may(Act::KeepDirectory) { (link(paths::STUDIO_OFFICIALS, t!(lang, "officials-title"))) }
                    @if may(Act::ManageAccounts) { (link(paths::STUDIO_ACCOUNTS, t!(lang, "accounts-title"))) }
                    @if may(Act::ReadAudit) { (link(paths::STUDIO_AUDIT, t!(lang, "audit-title"))) }
                    @if may(Act::ManageOrganisation) { (link(paths::STUDIO_ORGANISATION, t!(lang, "organisation-title"))) }
                    (link(paths::STUDIO_REMINDERS, t!(lang, "reminders-title")))
                    (link(paths::STUDIO_SESSIONS, t!(lang, "sessions-title")))
                }
            }
        }
    }

    /// Whether this link of the navigation leads here, or to what the page belongs to.
    fn standing(&self, path: &str) -> Option<&'static str> {
        let is_below = |path: &str| self.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        let is_part = match path {
            paths::STUDIO => is_below("/studio/campaigns"),
            paths::STUDIO_SESSIONS => {
                matches!(self.path, paths::STUDIO_PASSWORD | paths::STUDIO_FACTOR | paths::STUDIO_KEYS)
            }
            path => is_below(path),
        };
        if path == self.path { Some("page") } else { is_part.then_some("true") }
    }

    fn languages(&self) -> Markup {
        html! {
            form.languages method="post" action=(paths::STUDIO_LANGUAGE) {
                input type="hidden" name="from" value=(self.path);
                @for lang in Lang::ALL.into_iter().filter(|lang| *lang != self.lang) {
                    button.link type="submit" name="lang" value=(lang) lang=(lang) { (lang.own_name()) }
                }
            }
        }
    }

    /// Who is logged in, for whom, and the way out.
    fn who(&self, present: &Present) -> Markup {
        let (lang, member) = (self.lang, &present.member);
        let operator = &self.app.tools.settings.operator.name;
        let organisation =
            if member.organisation.name.is_empty() { operator } else { &member.organisation.name };
        html! {
            div.who {
                p { bdi { (member.profile.email) } " · " (role_words(lang, member.account.role)) " · " bdi { (organisation) } }
                form method="post" action=(paths::STUDIO_LOGOUT) {
                    button.link type="submit" { (t!(lang, "logout-button")) }
                }
            }
        }
    }
}
