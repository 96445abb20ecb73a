use maud::{DOCTYPE, Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::assets;

/// What stands around a page's body.
pub struct Head<'a> {
    pub lang: Lang,
    pub title: &'a str,
    pub description: Option<&'a str>,
    /// Where the page stands in each language; a page with a secret in its address says nothing of it.
    pub path: Option<&'a dyn Fn(Lang) -> String>,
    /// Where the same page is in the other languages.
    pub others: Option<&'a dyn Fn(Lang) -> String>,
    /// Where what is new comes as a feed.
    pub feed: Option<&'a str>,
    pub is_refused: bool,
}

impl<'a> Head<'a> {
    /// For a page that search engines and caches have no business with.
    pub fn private(lang: Lang, title: &'a str) -> Self {
        Self { lang, title, description: None, path: None, others: None, feed: None, is_refused: false }
    }
}

/// A whole page.
pub fn page(app: &App, head: &Head<'_>, body: &Markup) -> Markup {
    page_shared(app, head, &html! {}, body)
}

/// The same, with what is said of it besides where it is shared.
pub fn page_shared(app: &App, head: &Head<'_>, shared: &Markup, body: &Markup) -> Markup {
    let lang = head.lang;
    html! {
        (DOCTYPE)
        html lang=(lang) {
            (head_of(app, head, shared))
            body {
                a.skip href="#main" { (t!(lang, "skip-to-content")) }
                header.site {
                    a.brand href=(paths::home(lang)) { "Postulo" }
                    nav aria-label=(t!(lang, "nav-languages")) { (languages(head)) }
                }
                main #main tabindex="-1" { (body) }
                (footer(app, lang))
            }
        }
    }
}

fn head_of(app: &App, head: &Head<'_>, shared: &Markup) -> Markup {
    let lang = head.lang;
    let url = |path: String| format!("{}{path}", app.tools.settings.http.public_url);
    html! {
        head {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title {
                @if head.is_refused { (t!(lang, "title-error")) " " }
                (head.title) " – Postulo"
            }
            @if let Some(description) = head.description { meta name="description" content=(description); }
            @match head.path {
                Some(path) => {
                    link rel="canonical" href=(url(path(lang)));
                    @for other in Lang::ALL { link rel="alternate" hreflang=(other) href=(url(path(other))); }
                    meta property="og:title" content=(head.title);
                    meta property="og:url" content=(url(path(lang)));
                    @if let Some(description) = head.description { meta property="og:description" content=(description); }
                },
                None => meta name="robots" content="noindex";,
            }
            (shared)
            @if let Some(feed) = head.feed { link rel="alternate" type="application/atom+xml" title=(head.title) href=(feed); }
            meta name="color-scheme" content="light dark";
            link rel="stylesheet" href=(assets::url("postulo.css"));
            link rel="icon" href=(assets::url("icon.svg")) type="image/svg+xml";
            script defer src=(assets::url("postulo.js")) {}
        }
    }
}

fn languages(head: &Head<'_>) -> Markup {
    html! {
        @if let Some(others) = head.path.or(head.others) {
            @for lang in Lang::ALL.into_iter().filter(|lang| *lang != head.lang) {
                a href=(others(lang)) lang=(lang) hreflang=(lang) { (lang.own_name()) }
            }
        }
    }
}

fn footer(app: &App, lang: Lang) -> Markup {
    html! {
        footer.site {
            p { (t!(lang, "footer-operator", operator = app.tools.settings.operator.name.as_str())) }
            nav aria-label=(t!(lang, "nav-about")) {
                ul {
                    li { a href=(paths::home(lang)) { (t!(lang, "nav-campaigns")) } }
                    li { a href=(paths::counting(lang)) { (t!(lang, "counting-title")) } }
                    li { a href=(paths::privacy(lang)) { (t!(lang, "privacy-title")) } }
                    li { a href=(paths::accessibility(lang)) { (t!(lang, "accessibility-title")) } }
                    @if app.demo { li { a href=(paths::OUTBOX) { (t!(lang, "outbox-title")) } } }
                }
            }
        }
    }
}

/// A page for what came to nothing: what happened, what to do, and where to go.
pub fn error_page(
    app: &App,
    lang: Lang,
    title: &str,
    detail: &str,
    reference: Option<&str>,
    campaign: Option<&str>,
) -> Markup {
    let body = html! {
        h1 { (title) }
        p { (detail) }
        @if let Some(reference) = reference { p { (t!(lang, "error-reference", reference = reference)) } }
        @if let Some(slug) = campaign {
            p { a href=(paths::campaign(lang, slug)) { (t!(lang, "back-to-campaign")) } }
            p { a href=(paths::contact(lang, slug)) { (t!(lang, "contact-title")) } }
        } @else {
            p { a href=(paths::home(lang)) { (t!(lang, "to-campaigns")) } }
        }
    };
    page(app, &Head::private(lang, title), &body)
}
