use maud::{Markup, html};

use super::{Step, name, steps};
use crate::app::App;
use crate::domain::bulletin::Bulletin;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::mailing::{Mailing, State};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// To how many it would go, or how far it has gone and how many have unsubscribed since.
pub enum Reach {
    Would(i64),
    Begun(Mailing, i64),
}

pub fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::Running => t!(lang, "mailing-running"),
        State::Paused => t!(lang, "mailing-paused"),
        State::Cancelled => t!(lang, "mailing-cancelled"),
        State::Done => t!(lang, "mailing-done"),
    }
}

/// Where an update is sent, and how far it has gone.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub bulletin: &'a Bulletin,
    /// What stands at the foot of every mail.
    pub address: &'a str,
    pub reach: &'a Reach,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let path = self.path("sending");
        let body = html! {
            (head(self.present, self.campaign, Tab::Updates))
            (steps(lang, slug, self.bulletin, Step::Send))
            @match self.reach {
                Reach::Begun(mailing, unsubscribed) => (self.progress(mailing, *unsubscribed)),
                Reach::Would(count) => (self.before(*count)),
            }
        };
        Frame::of(self.app, self.present, &name(lang, self.bulletin), &path).page(&body)
    }

    fn path(&self, part: &str) -> String {
        paths::studio_update_part(&self.campaign.slug, self.bulletin.number, part)
    }

    fn before(&self, count: i64) -> Markup {
        let lang = self.present.lang;
        html! {
            p.lead { (t!(lang, "mailing-would", count = count, number = i18n::number(lang, count))) }
            p { (t!(lang, "mailing-about")) }
            @if self.bulletin.version == 0 {
                p.notice { (t!(lang, "mailing-not-published")) " " a href=(self.path("preview")) { (t!(lang, "bulletin-look")) } }
            } @else if self.address.is_empty() {
                div.summary role="alert" {
                    p { (t!(lang, "mailing-no-address")) }
                    p { (t!(lang, "mailing-no-address-do")) }
                }
            } @else {
                h3 { (t!(lang, "mailing-foot")) }
                pre.wrapped { (self.address) }
                form method="post" action=(self.path("sending")) {
                    p { (t!(lang, "mailing-for-good")) }
                    button type="submit" { (t!(lang, "mailing-button", count = count, number = i18n::number(lang, count))) }
                }
            }
        }
    }

    fn progress(&self, mailing: &Mailing, unsubscribed: i64) -> Markup {
        let lang = self.present.lang;
        let figure = |words: String, n: i64| html! { dt { (words) } dd { (i18n::number(lang, n)) } };
        let ended = mailing.sent + mailing.failed + mailing.skipped;
        let whole = (ended + mailing.left()).max(1);
        html! {
            p.lead role="status" { (state_words(lang, mailing.state)) }
            p {
                progress max=(whole) value=(ended) aria-label=(t!(lang, "mailing-progress")) { (ended) "/" (whole) }
            }
            dl.figures {
                dt { (t!(lang, "mailing-started")) }
                dd { (clock(self.present, mailing.started_at)) }
                @if let Some(at) = mailing.ended_at {
                    dt { (t!(lang, "mailing-ended")) }
                    dd { (clock(self.present, at)) }
                }
                (figure(t!(lang, "mailing-sent"), mailing.sent))
                (figure(t!(lang, "mailing-left"), mailing.left()))
                (figure(t!(lang, "mailing-skipped"), mailing.skipped))
                (figure(t!(lang, "mailing-failed"), mailing.failed))
                (figure(t!(lang, "mailing-unsubscribed"), unsubscribed))
            }
            @if mailing.state.goes_on() { (self.controls(mailing)) }
        }
    }

    fn controls(&self, mailing: &Mailing) -> Markup {
        let lang = self.present.lang;
        let press = |part: &str, class: &str, words: String| {
            html! {
                form method="post" action=(self.path(part)) { button class=(class) type="submit" { (words) } }
            }
        };
        html! {
            p { a href=(self.path("sending")) { (t!(lang, "mailing-look-again")) } }
            @if mailing.state == State::Running {
                p { (t!(lang, "mailing-pause-about")) }
                (press("pause", "plain", t!(lang, "mailing-pause")))
            } @else {
                (press("resume", "", t!(lang, "mailing-resume")))
            }
            p { (t!(lang, "mailing-cancel-about", count = mailing.left(), number = i18n::number(lang, mailing.left()))) }
            (press("cancel", "grave", t!(lang, "mailing-cancel")))
        }
    }
}
