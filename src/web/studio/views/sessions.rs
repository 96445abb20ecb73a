use maud::{Markup, html};

use super::clock;
use super::layout::Frame;
use crate::app::App;
use crate::domain::role::Act;
use crate::domain::session::Session;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;

/// Where somebody is logged in.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub sessions: &'a [Session],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "sessions-title");
        let body = html! {
            h1 { (title) }
            p { (t!(lang, "sessions-about")) }
            p {
                a href=(paths::STUDIO_PASSWORD) { (t!(lang, "password-title")) } " · "
                a href=(paths::STUDIO_FACTOR) { (t!(lang, "factor-title")) }
                @if self.present.member.account.role.may(Act::MakeDeliveries) {
                    " · " a href=(paths::STUDIO_KEYS) { (t!(lang, "keys-title")) }
                }
            }
            div.wide role="region" aria-label=(title) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "sessions-device")) }
                            th scope="col" { (t!(lang, "sessions-began")) }
                            th scope="col" { (t!(lang, "sessions-seen")) }
                            th scope="col" { (t!(lang, "studio-act")) }
                        }
                    }
                    tbody { @for session in self.sessions { (self.row(session)) } }
                }
            }
            @if self.sessions.len() > 1 {
                form method="post" action=(paths::STUDIO_OTHER_SESSIONS) {
                    button.grave type="submit" { (t!(lang, "sessions-end-others")) }
                }
            }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO_SESSIONS).page(&body)
    }

    fn row(&self, session: &Session) -> Markup {
        let lang = self.present.lang;
        let device = if session.device.is_empty() {
            t!(lang, "sessions-unknown-device")
        } else {
            session.device.clone()
        };
        html! {
            tr {
                th scope="row" { (device) }
                td { (clock(self.present, session.created_at)) }
                td { (clock(self.present, session.seen_at)) }
                td {
                    @if session.id == self.present.member.session.id {
                        (t!(lang, "sessions-this"))
                    } @else {
                        form method="post" action=(paths::studio_end_session(session.id)) {
                            button.link type="submit" {
                                (t!(lang, "sessions-end")) span.visually-hidden { " " (device) }
                            }
                        }
                    }
                }
            }
        }
    }
}
