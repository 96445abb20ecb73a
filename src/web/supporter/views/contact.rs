use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Refusal};
use crate::i18n::t;
use crate::paths;
use crate::web::ui::{self, Head, Input, Voice};

/// What was typed.
#[derive(Default)]
pub struct Typed {
    pub name: String,
    pub email: String,
    pub message: String,
}

/// A message to the organisers.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub typed: &'a Typed,
    pub refusals: &'a [Refusal],
    pub sent: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let title = t!(lang, "contact-title");
        let body = html! {
            (ui::summary(lang, self.refusals))
            h1 { (title) }
            @if self.sent {
                p.notice role="status" { (t!(lang, "contact-sent")) }
                p { a href=(paths::campaign(lang, &campaign.slug)) { (t!(lang, "back-to-campaign")) } }
            } @else {
                p { (t!(lang, "contact-lead", title = Voice::new(lang, &campaign.content.language).text(&campaign.content.title))) }
                (self.form())
            }
        };
        let path = |lang| paths::contact(lang, &campaign.slug);
        let path: &dyn Fn(Lang) -> String = &path;
        let is_refused = !self.refusals.is_empty();
        let head = Head {
            lang,
            title: &title,
            description: None,
            path: Some(path),
            others: None,
            feed: None,
            is_refused,
        };
        ui::page(self.app, &head, &body)
    }

    fn input<'a>(&'a self, field: Field, kind: &'a str, label: String, value: &'a str) -> Input<'a> {
        let autocomplete = kind_of_autocomplete(field);
        Input {
            lang: self.lang,
            field,
            kind,
            label,
            hint: None,
            autocomplete,
            value,
            required: true,
            refusals: self.refusals,
        }
    }

    fn form(&self) -> Markup {
        let (lang, typed) = (self.lang, self.typed);
        html! {
            form method="post" action=(paths::contact(lang, &self.campaign.slug)) novalidate {
                (self.input(Field::Name, "text", t!(lang, "field-name"), &typed.name))
                (self.input(Field::Email, "email", t!(lang, "field-email"), &typed.email))
                (ui::textarea(lang, Field::Message, &t!(lang, "field-message"), "", &typed.message, self.refusals))
                (ui::honeypot(lang))
                p.data { (t!(lang, "contact-data")) }
                button type="submit" { (t!(lang, "contact-button")) }
            }
        }
    }
}

const fn kind_of_autocomplete(field: Field) -> &'static str {
    match field {
        Field::Email => "email",
        _ => "name",
    }
}
