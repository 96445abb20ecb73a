use maud::{Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::role::Role;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::views::form::{Faults, Field, new_password, summary};
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::role_words;

/// Where somebody who is invited makes their account.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub token: &'a str,
    pub organisation: &'a str,
    pub role: Role,
    pub email: &'a str,
    /// As it was typed.
    pub name: &'a str,
    pub faults: &'a Faults,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, faults) = (self.lang, self.faults);
        let title = t!(lang, "invitation-title");
        let organisation = i18n::isolate(self.organisation);
        let path = paths::studio_invitation(self.token);
        let name = Field {
            name: "name",
            label: t!(lang, "invitation-name"),
            kind: "text",
            autocomplete: "name",
            hint: None,
            typed: self.name,
        };
        let body = html! {
            h1 { (title) }
            (summary(lang, faults))
            p { (t!(lang, "invitation-about", organisation = organisation, role = role_words(lang, self.role))) }
            @if self.role.sees_people() { p { (t!(lang, "invitation-factor")) } }
            form.narrow method="post" action=(path) {
                // For whatever keeps the reader's passwords.
                div.field {
                    label for="email" { (t!(lang, "field-email")) }
                    input #email type="email" autocomplete="username" readonly value=(self.email);
                }
                (name.markup(faults))
                (new_password(lang, faults))
                button type="submit" { (t!(lang, "set-up-button")) }
            }
        };
        let (app, path, is_refused) = (self.app, path.as_str(), !faults.is_empty());
        Frame { app, lang, title: &title, path, present: None, is_refused }.page(&body)
    }
}
