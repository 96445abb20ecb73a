use std::time::Duration;

use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::signature::MAX_MAILS;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::{self, Head, Input};

/// A mail that takes longer is spoken of.
const NOTICEABLE: Duration = Duration::from_secs(90);

/// What was typed and refused.
#[derive(Clone, Copy, Default)]
pub struct Typed<'a> {
    pub code: &'a str,
    pub email: &'a str,
    pub refusal: Option<Refusal>,
}

/// "Check your email": the code, another mail, another address.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    /// What the page waits for; without it there is nothing to type a code for.
    pub token: Option<&'a str>,
    pub sent_again: bool,
    pub typed: Typed<'a>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let title = t!(lang, "waiting-title");
        let refusals: Vec<Refusal> = self.typed.refusal.into_iter().collect();
        let body = html! {
            (ui::summary(lang, &refusals))
            h1 { (title) }
            @if self.sent_again { p.notice role="status" { (t!(lang, "waiting-sent-again")) } }
            p.lead { (t!(lang, "waiting-lead")) }
            p { (t!(lang, "waiting-not-yet")) }
            @if let Some(words) = self.delay() { p.notice { (words) } }
            @match self.token {
                Some(token) => { (self.code(token, &refusals)) (self.nothing_came(token, &refusals)) },
                None => p { a href=(paths::campaign(lang, &campaign.slug)) { (t!(lang, "back-to-campaign")) } },
            }
        };
        let others = |lang| match self.token {
            Some(token) => paths::check_email(lang, &campaign.slug, token),
            None => paths::code(lang, &campaign.slug),
        };
        let others: &dyn Fn(Lang) -> String = &others;
        let head = Head {
            lang,
            title: &title,
            description: None,
            path: None,
            others: Some(others),
            feed: None,
            is_refused: !refusals.is_empty(),
        };
        ui::page(self.app, &head, &body)
    }

    /// What to expect of mail that is slow today.
    fn delay(&self) -> Option<String> {
        let post = &self.app.post;
        if !post.is_on() {
            return Some(t!(self.lang, "waiting-stopped"));
        }
        let minutes = i64::try_from(post.lag().as_secs().div_ceil(60)).unwrap_or(i64::MAX);
        let shown = i18n::number(self.lang, minutes);
        (post.lag() >= NOTICEABLE).then(|| t!(self.lang, "waiting-slow", minutes = minutes, shown = shown))
    }

    fn code(&self, token: &str, refusals: &[Refusal]) -> Markup {
        let (lang, slug) = (self.lang, &self.campaign.slug);
        html! {
            form.code method="post" action=(paths::code(lang, slug)) novalidate {
                input type="hidden" name="waiting" value=(token);
                (ui::code(lang, self.typed.code, refusals))
                button type="submit" { (t!(lang, "code-button")) }
            }
        }
    }

    fn nothing_came(&self, token: &str, refusals: &[Refusal]) -> Markup {
        let (lang, slug) = (self.lang, &self.campaign.slug);
        let input = Input {
            lang,
            field: Field::Email,
            kind: "email",
            label: t!(lang, "field-other-email"),
            hint: Some(t!(lang, "field-other-email-hint")),
            autocomplete: "email",
            value: self.typed.email,
            required: true,
            refusals,
        };
        html! {
            section aria-labelledby="nothing-title" {
                h2 #nothing-title { (t!(lang, "waiting-nothing")) }
                p { (t!(lang, "waiting-nothing-do", count = i64::from(MAX_MAILS), daily = self.app.tools.settings.limits.mails_per_recipient)) }
                form method="post" action=(paths::resend(lang, slug)) {
                    input type="hidden" name="waiting" value=(token);
                    button.plain type="submit" { (t!(lang, "resend-button")) }
                }
                form method="post" action=(paths::change_address(lang, slug)) novalidate {
                    input type="hidden" name="waiting" value=(token);
                    (input)
                    button.plain type="submit" { (t!(lang, "change-address-button")) }
                }
            }
        }
    }
}
