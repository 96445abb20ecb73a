use maud::{Markup, html};

use super::languages::options;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// What of the form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    NoTitle,
    LongTitle,
    Slug,
    Taken,
    Language,
}

impl Fault {
    const fn field(self) -> &'static str {
        match self {
            Self::NoTitle | Self::LongTitle => "title",
            Self::Slug | Self::Taken => "slug",
            Self::Language => "language",
        }
    }

    pub fn words(self, lang: Lang) -> String {
        match self {
            Self::NoTitle => t!(lang, "make-name-missing"),
            Self::LongTitle => t!(lang, "make-name-long"),
            Self::Slug => t!(lang, "make-slug-wrong"),
            Self::Taken => t!(lang, "make-slug-taken"),
            Self::Language => t!(lang, "make-language-wrong"),
        }
    }
}

/// Where a campaign begins.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub title: &'a str,
    pub slug: &'a str,
    pub language: &'a str,
    pub others: &'a [&'a str],
    pub faults: &'a [Fault],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "make-title");
        let body = html! {
            h1 { (title) }
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (fault.field()) } { (fault.words(lang)) } } } }
                }
            }
            p { (t!(lang, "make-lead")) }
            form.make method="post" action=(paths::STUDIO_NEW_CAMPAIGN) novalidate {
                (self.names())
                (self.languages())
                button type="submit" { (t!(lang, "make-button")) }
            }
        };
        let frame = Frame::of(self.app, self.present, &title, paths::STUDIO_NEW_CAMPAIGN);
        Frame { is_refused: !self.faults.is_empty(), ..frame }.page(&body)
    }

    fn names(&self) -> Markup {
        let lang = self.present.lang;
        let base = format!("{}{}", self.app.tools.settings.http.public_url, paths::campaign(lang, ""));
        html! {
            div.field {
                label for="title" { (t!(lang, "make-name")) }
                p.hint #title-hint { (t!(lang, "make-name-hint")) }
                (self.error("title"))
                input #title name="title" type="text" value=(self.title) required dir="auto" autocomplete="off"
                    aria-describedby="title-hint" aria-invalid=[self.invalid("title")];
            }
            div.field {
                label for="slug" { (t!(lang, "make-slug")) " " span.optional { (t!(lang, "edit-optional")) } }
                p.hint #slug-hint { (t!(lang, "make-slug-hint", base = base)) }
                (self.error("slug"))
                input #slug name="slug" type="text" value=(self.slug) autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-describedby="slug-hint" aria-invalid=[self.invalid("slug")];
            }
        }
    }

    fn languages(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.field {
                label for="language" { (t!(lang, "make-language")) }
                p.hint #language-hint { (t!(lang, "make-language-hint")) }
                (self.error("language"))
                select #language name="language" aria-describedby="language-hint" aria-invalid=[self.invalid("language")] {
                    (options(|_| true, self.language))
                }
            }
            fieldset.row {
                legend { (t!(lang, "make-others")) }
                p.hint { (t!(lang, "make-others-hint")) }
                @for other in Lang::ALL {
                    @let id = format!("also-{other}");
                    div.tick {
                        input id=(id) name=(id) type="checkbox" value="yes" checked[self.others.contains(&other.code())];
                        label for=(id) lang=(other) { (other.own_name()) }
                    }
                }
            }
        }
    }

    fn invalid(&self, field: &str) -> Option<&'static str> {
        self.faults.iter().any(|fault| fault.field() == field).then_some("true")
    }

    fn error(&self, field: &str) -> Markup {
        html! { @for fault in self.faults.iter().filter(|fault| fault.field() == field) { p.error { (fault.words(self.present.lang)) } } }
    }
}
