use maud::{Markup, html};

use crate::app::App;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::{Faults, Field, new_password, summary};
use crate::web::studio::views::layout::Frame;

/// Where somebody chooses another password.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub faults: &'a Faults,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, faults) = (self.present.lang, self.faults);
        let title = t!(lang, "password-title");
        let known = Field {
            name: "present",
            label: t!(lang, "password-present"),
            kind: "password",
            autocomplete: "current-password",
            hint: None,
            typed: "",
        };
        let body = html! {
            h1 { (title) }
            (summary(lang, faults))
            p { (t!(lang, "password-about")) }
            form.narrow method="post" action=(paths::STUDIO_PASSWORD) {
                (known.markup(faults))
                (new_password(lang, faults))
                button type="submit" { (t!(lang, "reset-button")) }
            }
        };
        let is_refused = !faults.is_empty();
        Frame { is_refused, ..Frame::of(self.app, self.present, &title, paths::STUDIO_PASSWORD) }.page(&body)
    }
}
