use maud::{Markup, html};

use crate::app::App;
use crate::domain::factor::{RecoveryCode, Secret};
use crate::domain::moment::Moment;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::form::{Faults, code, summary};
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::qr::qr;

/// Where somebody who has no second factor gets one.
pub struct Offered<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub secret: &'a Secret,
    /// How the form brings it back.
    pub offer: &'a str,
    pub is_refused: bool,
}

impl Offered<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "factor-title");
        let faults: Faults =
            self.is_refused.then(|| ("code", t!(lang, "factor-refused"))).into_iter().collect();
        let picture = qr(&self.secret.url(&self.present.member.profile.email), &t!(lang, "factor-qr"));
        let body = html! {
            h1 { (title) }
            (summary(lang, &faults))
            @if self.present.member.must_enrol { p.notice { (t!(lang, "factor-required")) } }
            p { (t!(lang, "factor-about")) }
            ol.steps {
                li {
                    p { (t!(lang, "factor-scan")) }
                    @if let Some(picture) = picture { (picture) }
                    p { (t!(lang, "factor-secret")) " " strong.code { (self.secret.written()) } }
                }
                li {
                    p { (t!(lang, "factor-type")) }
                    form.narrow method="post" action=(paths::STUDIO_FACTOR) {
                        input type="hidden" name="offer" value=(self.offer);
                        (code(lang, &faults))
                        button type="submit" { (t!(lang, "factor-button")) }
                    }
                }
            }
        };
        let is_refused = self.is_refused;
        Frame { is_refused, ..Frame::of(self.app, self.present, &title, paths::STUDIO_FACTOR) }.page(&body)
    }
}

/// The second factor of whoever has one.
pub struct Enrolled<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub since: Moment,
    /// Recovery codes that are not used yet.
    pub left: u64,
}

impl Enrolled<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "factor-title");
        let left = i64::try_from(self.left).unwrap_or(0);
        let act = |path: &str, words: String, class: &str| {
            html! {
                form method="post" action=(path) {
                    input type="hidden" name="sure" value="yes";
                    button class=(class) type="submit" { (words) }
                }
            }
        };
        let body = html! {
            h1 { (title) }
            p { (t!(lang, "factor-since")) " " (clock(self.present, self.since)) }
            p { (t!(lang, "factor-left", n = left, shown = i18n::number(lang, left))) }
            h2 { (t!(lang, "factor-renew")) }
            p { (t!(lang, "factor-renew-about")) }
            (act(paths::STUDIO_FACTOR_CODES, t!(lang, "factor-renew"), ""))
            h2 { (t!(lang, "factor-remove")) }
            p {
                @if self.present.member.account.role.sees_people() { (t!(lang, "factor-replace-about")) }
                @else { (t!(lang, "factor-remove-about")) }
            }
            (act(paths::STUDIO_FACTOR_REMOVE, t!(lang, "factor-remove"), "grave"))
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO_FACTOR).page(&body)
    }
}

/// The recovery codes, this once.
pub struct Codes<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub all: &'a [RecoveryCode],
}

impl Codes<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "factor-codes");
        let body = html! {
            h1 { (title) }
            p { (t!(lang, "factor-codes-about")) }
            ul.codes { @for code in self.all { li.code { (code.written()) } } }
            p { a href=(paths::STUDIO) { (t!(lang, "factor-codes-kept")) } }
        };
        Frame::of(self.app, self.present, &title, paths::STUDIO_FACTOR).page(&body)
    }
}
