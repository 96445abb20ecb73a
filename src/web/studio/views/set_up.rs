use maud::{Markup, html};

use super::layout::Frame;
use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::password::{LONGEST, SHORTEST};
use crate::i18n::t;
use crate::paths;

/// What of the form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Organisation,
    Email,
    Password,
}

impl Fault {
    const fn field(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Email => "email",
            Self::Password => "password",
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::Organisation => t!(lang, "set-up-organisation-refused"),
            Self::Email => t!(lang, "set-up-email-refused"),
            Self::Password => t!(lang, "password-rule", shortest = SHORTEST, longest = LONGEST),
        }
    }
}

/// Where the first account is made.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub token: &'a str,
    pub organisation: &'a str,
    pub email: &'a str,
    pub faults: &'a [Fault],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "set-up-title");
        let rule = t!(lang, "password-rule", shortest = SHORTEST, longest = LONGEST);
        let body = html! {
            h1 { (title) }
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (fault.field()) } { (fault.words(lang)) } } } }
                }
            }
            p { (t!(lang, "set-up-about")) }
            form.narrow method="post" action=(paths::studio_set_up(self.token)) {
                div.field {
                    label for="organisation" { (t!(lang, "set-up-organisation")) }
                    input #organisation name="organisation" autocomplete="organization" required dir="auto"
                        value=(self.organisation) aria-invalid=[self.invalid(Fault::Organisation)];
                }
                div.field {
                    label for="email" { (t!(lang, "field-email")) }
                    input #email name="email" type="email" autocomplete="username" inputmode="email" required
                        value=(self.email) aria-invalid=[self.invalid(Fault::Email)];
                }
                div.field {
                    label for="password" { (t!(lang, "login-password")) }
                    p.small #password-hint { (rule) }
                    input #password name="password" type="password" autocomplete="new-password" required
                        aria-describedby="password-hint" aria-invalid=[self.invalid(Fault::Password)];
                }
                button type="submit" { (t!(lang, "set-up-button")) }
            }
        };
        let frame = Frame {
            app: self.app,
            lang,
            title: &title,
            path: paths::STUDIO_LOGIN,
            present: None,
            is_refused: !self.faults.is_empty(),
        };
        frame.page(&body)
    }

    fn invalid(&self, fault: Fault) -> Option<&'static str> {
        self.faults.contains(&fault).then_some("true")
    }
}
