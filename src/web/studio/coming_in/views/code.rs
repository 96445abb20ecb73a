use maud::{Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::views::form::{Faults, code, summary};
use crate::web::studio::views::layout::Frame;

/// Where the second step of a login is taken.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    /// The code itself, in the demo.
    pub shown: Option<&'a str>,
    pub is_refused: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "code-title");
        let faults: Faults =
            self.is_refused.then(|| ("code", t!(lang, "code-refused"))).into_iter().collect();
        let body = html! {
            h1 { (title) }
            (summary(lang, &faults))
            p { (t!(lang, "code-about")) }
            @if self.app.demo { p.notice { (demo(lang, self.shown)) } }
            form.narrow method="post" action=(paths::STUDIO_LOGIN_CODE) {
                (code(lang, &faults))
                button type="submit" { (t!(lang, "login-button")) }
            }
            p.small { (t!(lang, "code-help")) }
        };
        let (app, path, is_refused) = (self.app, paths::STUDIO_LOGIN_CODE, self.is_refused);
        Frame { app, lang, title: &title, path, present: None, is_refused }.page(&body)
    }
}

/// The code that an app would show, to whoever tries the demo.
pub fn demo(lang: Lang, shown: Option<&str>) -> Markup {
    html! {
        @match shown {
            Some(code) => { (t!(lang, "code-demo")) " " strong.code { (code) } },
            None => (t!(lang, "code-demo-wait")),
        }
    }
}
