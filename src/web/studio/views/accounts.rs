use maud::{Markup, html};

use super::layout::Frame;
use super::{moment, role_words};
use crate::app::App;
use crate::domain::account::{Account, Profile};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;

/// Who works for an organisation.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub rows: &'a [(Account, Profile)],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "accounts-title");
        let body = html! {
            h1 { (title) }
            p { (t!(lang, "accounts-about")) }
            div.wide role="region" aria-label=(title) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "field-email")) }
                            th scope="col" { (t!(lang, "accounts-role")) }
                            th scope="col" { (t!(lang, "accounts-since")) }
                            th scope="col" { (t!(lang, "studio-status")) }
                            th scope="col" { (t!(lang, "studio-act")) }
                        }
                    }
                    tbody { @for (account, profile) in self.rows { (self.row(account, profile)) } }
                }
            }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO_ACCOUNTS).page(&body)
    }

    fn row(&self, account: &Account, profile: &Profile) -> Markup {
        let lang = self.present.lang;
        let (act, button) = match account.disabled_at {
            None => ("disable", t!(lang, "accounts-disable")),
            Some(_) => ("enable", t!(lang, "accounts-enable")),
        };
        html! {
            tr {
                th scope="row" { bdi { (profile.email) } }
                td { (role_words(lang, account.role)) }
                td { (moment(lang, account.created_at)) }
                td {
                    @match account.disabled_at {
                        None => (t!(lang, "accounts-open")),
                        Some(at) => { (t!(lang, "accounts-disabled")) " " (moment(lang, at)) },
                    }
                }
                td {
                    @if account.id == self.present.member.account.id {
                        (t!(lang, "accounts-own"))
                    } @else {
                        form method="post" action=(paths::studio_account(account.id, act)) {
                            button.link type="submit" { (button) span.visually-hidden { " " (profile.email) } }
                        }
                    }
                }
            }
        }
    }
}
