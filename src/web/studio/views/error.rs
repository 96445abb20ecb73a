use maud::{Markup, html};

use super::layout::Frame;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;

/// What came to nothing in the studio: what happened, what to do, and the way back. Who asked is not known here.
pub fn error_page(app: &App, lang: Lang, (title, detail): (&str, &str), reference: Option<&str>) -> Markup {
    let body = html! {
        h1 { (title) }
        p { (detail) }
        @if let Some(reference) = reference { p { (t!(lang, "error-reference", reference = reference)) } }
        p { a href=(paths::STUDIO) { (t!(lang, "studio-back")) } }
    };
    Frame { app, lang, title, path: paths::STUDIO, present: None, is_refused: false }.page(&body)
}
