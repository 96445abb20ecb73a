use maud::{Markup, html};

use crate::app::App;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::coming_in::demo;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::{Faults, code};
use crate::web::studio::views::layout::Frame;

/// Where somebody who is logged in proves again who they are.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    /// Where they go on to.
    pub then: &'a str,
    /// They have a second factor, which is asked for as well.
    pub is_enrolled: bool,
    /// Its code, in the demo.
    pub shown: Option<&'a str>,
    pub is_refused: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let (title, refused) = (t!(lang, "proof-title"), self.is_refused);
        let body = html! {
            h1 { (title) }
            @if refused {
                div.summary role="alert" tabindex="-1" autofocus { p #proof-error { (t!(lang, "proof-refused")) } }
            }
            p { (t!(lang, "proof-about")) }
            form.narrow method="post" action=(paths::STUDIO_PROOF) {
                input type="hidden" name="then" value=(self.then);
                div.field {
                    label for="password" { (t!(lang, "login-password")) }
                    input #password name="password" type="password" autocomplete="current-password" required
                        aria-describedby=[refused.then_some("proof-error")];
                }
                @if self.is_enrolled {
                    @if self.app.demo { p.notice { (demo(lang, self.shown)) } }
                    (code(lang, &Faults::new()))
                }
                button type="submit" { (t!(lang, "proof-button")) }
            }
        };
        let path = paths::studio_proof(self.then);
        Frame { is_refused: refused, ..Frame::of(self.app, self.present, &title, &path) }.page(&body)
    }
}
