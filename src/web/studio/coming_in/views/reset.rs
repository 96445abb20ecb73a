use maud::{Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::password::{LONGEST, SHORTEST};
use crate::i18n::t;
use crate::paths;
use crate::web::studio::views::form::{Faults, Field, new_password, summary};
use crate::web::studio::views::layout::Frame;

/// Where somebody asks for a link.
pub struct Asking<'a> {
    pub app: &'a App,
    pub lang: Lang,
    /// As it was typed.
    pub email: &'a str,
    pub is_refused: bool,
}

impl Asking<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "reset-title");
        let faults: Faults =
            self.is_refused.then(|| ("email", t!(lang, "set-up-email-refused"))).into_iter().collect();
        let label = t!(lang, "field-email");
        let email = Field {
            name: "email",
            label,
            kind: "email",
            autocomplete: "username",
            hint: None,
            typed: self.email,
        };
        let body = html! {
            h1 { (title) }
            (summary(lang, &faults))
            p { (t!(lang, "reset-about")) }
            form.narrow method="post" action=(paths::STUDIO_RESET) {
                (email.markup(&faults))
                button type="submit" { (t!(lang, "reset-ask")) }
            }
            p { a href=(paths::STUDIO_LOGIN) { (t!(lang, "reset-back")) } }
        };
        let (app, path, is_refused) = (self.app, paths::STUDIO_RESET, self.is_refused);
        Frame { app, lang, title: &title, path, present: None, is_refused }.page(&body)
    }
}

/// What everybody is told who asked.
pub struct Sent<'a> {
    pub app: &'a App,
    pub lang: Lang,
}

impl Sent<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "reset-sent");
        let body = html! {
            h1 { (title) }
            p { (t!(lang, "reset-sent-about")) }
            p { a href=(paths::STUDIO_LOGIN) { (t!(lang, "reset-back")) } }
        };
        let path = paths::STUDIO_RESET;
        Frame { app: self.app, lang, title: &title, path, present: None, is_refused: false }.page(&body)
    }
}

/// Where the link leads.
pub struct Choosing<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub token: &'a str,
    pub is_refused: bool,
}

impl Choosing<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "reset-choose");
        let rule = t!(lang, "password-rule", shortest = SHORTEST, longest = LONGEST);
        let faults: Faults = self.is_refused.then_some(("password", rule)).into_iter().collect();
        let path = paths::studio_reset(self.token);
        let body = html! {
            h1 { (title) }
            (summary(lang, &faults))
            p { (t!(lang, "reset-choose-about")) }
            form.narrow method="post" action=(path) {
                (new_password(lang, &faults))
                button type="submit" { (t!(lang, "reset-button")) }
            }
        };
        let (app, path, is_refused) = (self.app, path.as_str(), self.is_refused);
        Frame { app, lang, title: &title, path, present: None, is_refused }.page(&body)
    }
}
