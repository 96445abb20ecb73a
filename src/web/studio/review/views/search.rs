use maud::{Markup, html};

use super::table::table;
use super::{Part, top};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;
use crate::storage::reviews::Seen;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// Whom somebody looks for, as it was typed.
#[derive(Default)]
pub struct Typed {
    pub email: String,
    pub name: String,
    pub country: String,
    pub postal_code: String,
    pub city: String,
    /// The address of a machine.
    pub network: String,
}

/// What of it was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Email,
    Name,
    Country,
    PostalCode,
    Network,
    TooLittle,
}

impl Fault {
    const fn field(self) -> &'static str {
        match self {
            Self::Email | Self::TooLittle => "email",
            Self::Name => "name",
            Self::Country => "country",
            Self::PostalCode => "postal_code",
            Self::Network => "network",
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::Email => t!(lang, "search-fault-email"),
            Self::Name => t!(lang, "search-fault-name"),
            Self::Country => t!(lang, "search-fault-country"),
            Self::PostalCode => t!(lang, "search-fault-postal"),
            Self::Network => t!(lang, "search-fault-network"),
            Self::TooLittle => t!(lang, "search-fault-too-little"),
        }
    }
}

/// Who was found.
pub struct Found {
    pub rows: Vec<Seen>,
    pub many: usize,
    /// Whether there are more than are shown.
    pub more: bool,
}

pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
    pub found: Option<&'a Found>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let title = t!(lang, "search-title");
        let body = html! {
            (top(self.present, self.campaign, Part::Search))
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (fault.field()) } { (fault.words(lang)) } } } }
                }
            }
            h2 { (title) }
            @if let Some(found) = self.found {
                @let many = i64::try_from(found.many).unwrap_or(i64::MAX);
                p.notice role="status" { (t!(lang, "search-found", count = many, shown = i18n::number(lang, many))) }
                @if !found.rows.is_empty() { (table(self.app, self.present, slug, &found.rows, &title)) }
                @if found.more { p { (t!(lang, "search-more")) } }
            }
            p { (t!(lang, "search-about")) }
            form.narrow method="post" action=(paths::studio_review_search(slug)) {
                (self.input("email", "email", &t!(lang, "field-email"), &self.typed.email))
                (self.input("name", "text", &t!(lang, "field-name"), &self.typed.name))
                div.field {
                    label for="country" { (t!(lang, "field-country")) }
                    select #country name="country" {
                        option value="" { (t!(lang, "review-any")) }
                        @for (code, country) in self.app.tools.rules.countries.sorted(lang) {
                            option value=(code) selected[code == self.typed.country] { (country.name(lang)) }
                        }
                    }
                }
                (self.input("postal_code", "text", &t!(lang, "field-postal"), &self.typed.postal_code))
                (self.input("city", "text", &t!(lang, "field-city"), &self.typed.city))
                button type="submit" { (t!(lang, "search-button")) }
            }
            h2 { (t!(lang, "search-network-title")) }
            p { (t!(lang, "search-network-about")) }
            form.narrow method="post" action=(paths::studio_review_search_network(slug)) {
                (self.input("network", "text", &t!(lang, "search-network"), &self.typed.network))
                button type="submit" { (t!(lang, "search-button")) }
            }
        };
        let path = paths::studio_review_search(slug);
        let frame =
            Frame { is_refused: !self.faults.is_empty(), ..Frame::of(self.app, self.present, &title, &path) };
        frame.page(&body)
    }

    fn input(&self, name: &str, kind: &str, label: &str, typed: &str) -> Markup {
        let invalid = self.faults.iter().any(|fault| fault.field() == name).then_some("true");
        html! {
            div.field {
                label for=(name) { (label) }
                input id=(name) name=(name) type=(kind) value=(typed) autocomplete="off" dir="auto" aria-invalid=[invalid];
            }
        }
    }
}
