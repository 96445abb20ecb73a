use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::refusal::Refusal;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::{self, Head, Voice};

/// One button, which posts. Whoever only looks, counts nothing.
pub fn button(app: &App, lang: Lang, campaign: &Campaign, token: &str) -> Markup {
    let title = t!(lang, "confirm-title");
    let body = html! {
        h1 { (title) }
        p.lead { (t!(lang, "confirm-lead")) }
        (quoted(lang, campaign))
        form method="post" action=(paths::confirm(lang, token)) {
            button type="submit" { (t!(lang, "confirm-button")) }
        }
    };
    let others = |lang| paths::confirm(lang, token);
    let others: &dyn Fn(Lang) -> String = &others;
    ui::page(app, &Head { others: Some(others), ..Head::private(lang, &title) }, &body)
}

/// What was typed into the page of a link that needs its code too, and why it was refused.
#[derive(Clone, Copy, Default)]
pub struct Typed<'a> {
    pub code: &'a str,
    pub refusal: Option<Refusal>,
}

/// The same where the button is not enough: whoever signed under pressure without a proof of work types the code.
pub struct Code<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    /// Of the link.
    pub token: &'a str,
    /// Of the page where another mail can be had.
    pub waiting: &'a str,
    pub typed: Typed<'a>,
}

impl Code<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let title = t!(lang, "confirm-code-title");
        let refusals: Vec<Refusal> = self.typed.refusal.into_iter().collect();
        let body = html! {
            (ui::summary(lang, &refusals))
            h1 { (title) }
            p.lead { (t!(lang, "confirm-code-lead")) }
            (quoted(lang, campaign))
            (self.form(&refusals))
            p.small { (t!(lang, "confirm-code-why")) }
            p { a href=(paths::check_email(lang, &campaign.slug, self.waiting)) { (t!(lang, "confirm-code-again")) } }
        };
        let others = |lang| paths::confirm(lang, self.token);
        let others: &dyn Fn(Lang) -> String = &others;
        let is_refused = !refusals.is_empty();
        let head = Head { others: Some(others), is_refused, ..Head::private(lang, &title) };
        ui::page(self.app, &head, &body)
    }

    fn form(&self, refusals: &[Refusal]) -> Markup {
        let lang = self.lang;
        html! {
            form.code method="post" action=(paths::confirm(lang, self.token)) novalidate {
                (ui::code(lang, self.typed.code, refusals))
                button type="submit" { (t!(lang, "confirm-button")) }
            }
        }
    }
}

/// Thanks, the place in the count, and what one can do next.
pub struct Thanks<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub name: &'a str,
    pub place: i64,
    pub confirmed_at: Moment,
    pub mine: &'a str,
    /// Of the link that leads here.
    pub token: &'a str,
    /// Whether a card can be written too.
    pub writes_cards: bool,
}

impl Thanks<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "thanks-title");
        let place = i18n::number(lang, self.place);
        let body = html! {
            div.thanks {
                p.postmark aria-hidden="true" {
                    span { (t!(lang, "postmark-confirmed")) }
                    span { (i18n::day(lang, self.confirmed_at)) }
                }
                h1 { (title) }
                p.lead { bdi { (self.name) } (t!(lang, "thanks-lead")) }
                p.place { (t!(lang, "thanks-place", shown = place)) }
            }
            (self.share())
            section aria-labelledby="next-title" {
                h2 #next-title { (t!(lang, "next-title")) }
                ul {
                    @if self.writes_cards {
                        li { a href=(paths::mine_postcard(lang, self.mine)) { (t!(lang, "card-write")) } }
                    }
                    li { a href=(paths::mine(lang, self.mine)) { (t!(lang, "next-mine")) } }
                    li { a href=(paths::campaign(lang, &self.campaign.slug)) { (t!(lang, "next-watch")) } }
                }
            }
        };
        let others = |lang| paths::confirm(lang, self.token);
        let others: &dyn Fn(Lang) -> String = &others;
        ui::page(self.app, &Head { others: Some(others), ..Head::private(lang, &title) }, &body)
    }

    /// Plain links: nothing is told to anybody until one is followed.
    fn share(&self) -> Markup {
        let lang = self.lang;
        let url = format!(
            "{}{}",
            self.app.tools.settings.http.public_url,
            paths::campaign(lang, &self.campaign.slug)
        );
        let content = &self.campaign.content;
        let title = Voice::new(lang, &content.language).text(&content.title);
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let both = encoded(&format!("{title} {url}"));
        html! {
            section aria-labelledby="share-title" {
                h2 #share-title { (t!(lang, "share-title")) }
                p { (t!(lang, "share-lead")) }
                p.share-url { a href=(url) { (url) } }
                ul.share {
                    li { a href={ "mailto:?subject=" (encoded(title)) "&body=" (both) } { (t!(lang, "share-email")) } }
                    li { a href={ "sms:?&body=" (both) } { (t!(lang, "share-sms")) } }
                    li { a href={ "https://wa.me/?text=" (both) } rel="noopener" { "WhatsApp" } }
                    li { a href={ "https://t.me/share/url?url=" (encoded(&url)) "&text=" (encoded(title)) } rel="noopener" { "Telegram" } }
                }
            }
        }
    }
}

/// What is being confirmed.
fn quoted(lang: Lang, campaign: &Campaign) -> Markup {
    let content = &campaign.content;
    let voice = Voice::new(lang, &content.language);
    html! { blockquote { p.asked { (voice.say(&content.asked)) } p { (voice.say(&content.ask)) } } }
}
