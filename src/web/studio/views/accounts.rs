use maud::{Markup, html};

use super::form::{Faults, summary};
use super::layout::Frame;
use super::{clock, invitations, role_words};
use crate::app::App;
use crate::domain::account::{Account, Profile};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;

/// Somebody who works for an organisation.
pub struct Row {
    pub account: Account,
    pub profile: Profile,
    /// They have a second factor.
    pub is_enrolled: bool,
}

/// Who works for an organisation, and who is invited to.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub rows: &'a [Row],
    pub invited: &'a [invitations::Row],
    /// Into the form that invites.
    pub typed: &'a str,
    pub faults: &'a Faults,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, faults) = (self.present.lang, self.faults);
        let title = t!(lang, "accounts-title");
        let body = html! {
            h1 { (title) }
            (summary(lang, faults))
            p { (t!(lang, "accounts-about")) }
            div.wide role="region" aria-label=(title) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "field-email")) }
                            th scope="col" { (t!(lang, "accounts-role")) }
                            th scope="col" { (t!(lang, "accounts-since")) }
                            th scope="col" { (t!(lang, "factor-title")) }
                            th scope="col" { (t!(lang, "studio-status")) }
                            th scope="col" { (t!(lang, "studio-act")) }
                        }
                    }
                    tbody { @for row in self.rows { (self.row(row)) } }
                }
            }
            (invitations::section(self.present, self.invited, (self.typed, faults)))
        };
        let is_refused = !faults.is_empty();
        Frame { is_refused, ..Frame::of(self.app, self.present, &title, paths::STUDIO_ACCOUNTS) }.page(&body)
    }

    fn row(&self, row: &Row) -> Markup {
        let lang = self.present.lang;
        let Row { account, profile, is_enrolled } = row;
        let is_own = account.id == self.present.member.account.id;
        html! {
            tr {
                th scope="row" {
                    @if !profile.name.is_empty() { bdi { (profile.name) } br; }
                    bdi { (profile.email) }
                }
                td { @if is_own { (role_words(lang, account.role)) } @else { (self.role(row)) } }
                td { (clock(self.present, account.created_at)) }
                td {
                    @if *is_enrolled { (t!(lang, "accounts-factor")) } @else { (t!(lang, "accounts-no-factor")) }
                }
                td {
                    @match account.disabled_at {
                        None => (t!(lang, "accounts-open")),
                        Some(at) => { (t!(lang, "accounts-disabled")) " " (clock(self.present, at)) },
                    }
                }
                td { @if is_own { (t!(lang, "accounts-own")) } @else { (self.acts(row)) } }
            }
        }
    }

    /// The role of somebody else, to be changed.
    fn role(&self, Row { account, profile, .. }: &Row) -> Markup {
        let lang = self.present.lang;
        html! {
            form.inline method="post" action=(paths::studio_account(account.id, "role")) {
                select name="role" aria-label={ (t!(lang, "accounts-role")) " " (profile.email) } {
                    (invitations::roles(lang, Some(account.role)))
                }
                button.link type="submit" {
                    (t!(lang, "accounts-change-role")) span.visually-hidden { " " (profile.email) }
                }
            }
        }
    }

    fn acts(&self, Row { account, profile, is_enrolled }: &Row) -> Markup {
        let lang = self.present.lang;
        let shut = match account.disabled_at {
            None => ("disable", t!(lang, "accounts-disable")),
            Some(_) => ("enable", t!(lang, "accounts-enable")),
        };
        let reset = is_enrolled.then(|| ("reset-factor", t!(lang, "accounts-reset-factor")));
        html! {
            @for (act, words) in [Some(shut), reset].into_iter().flatten() {
                form method="post" action=(paths::studio_account(account.id, act)) {
                    button.link type="submit" { (words) span.visually-hidden { " " (profile.email) } }
                }
            }
        }
    }
}
