use maud::{Markup, html};

use super::layout::Frame;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;

/// Where one logs in. A refusal is worded alike whatever was wrong.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    /// As it was typed.
    pub email: &'a str,
    pub is_refused: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "login-title");
        let refused = self.is_refused;
        let body = html! {
            h1 { (title) }
            @if refused {
                div.summary role="alert" tabindex="-1" autofocus {
                    p #login-error { (t!(lang, "login-refused")) }
                    p { (t!(lang, "login-refused-do")) }
                }
            }
            form.narrow method="post" action=(paths::STUDIO_LOGIN) {
                div.field {
                    label for="email" { (t!(lang, "field-email")) }
                    input #email name="email" type="email" autocomplete="username" inputmode="email" required
                        value=(self.email) aria-describedby=[refused.then_some("login-error")];
                }
                div.field {
                    label for="password" { (t!(lang, "login-password")) }
                    input #password name="password" type="password" autocomplete="current-password" required
                        aria-describedby=[refused.then_some("login-error")];
                }
                button type="submit" { (t!(lang, "login-button")) }
            }
            p { a href=(paths::STUDIO_RESET) { (t!(lang, "login-forgotten")) } }
            p.small { (t!(lang, "login-help")) }
        };
        let frame = Frame {
            app: self.app,
            lang,
            title: &title,
            path: paths::STUDIO_LOGIN,
            present: None,
            is_refused: refused,
        };
        frame.page(&body)
    }
}
