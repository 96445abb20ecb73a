use maud::{Markup, html};
use uuid::Uuid;

use crate::actions::people::correct::{Fault, Typed};
use crate::app::App;
use crate::domain::inquiry::Inquiry;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

const fn field(fault: Fault) -> &'static str {
    match fault {
        Fault::Name | Fault::NameTaken => "name",
        Fault::Country => "country",
        Fault::PostalCode => "postal_code",
        Fault::City => "city",
        Fault::Region => "region",
        Fault::Comment => "comment",
    }
}

fn fault_words(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Name => t!(lang, "correction-name-refused"),
        Fault::NameTaken => t!(lang, "correction-name-taken"),
        Fault::Country => t!(lang, "correction-country-refused"),
        Fault::PostalCode => t!(lang, "correction-postal-refused"),
        Fault::City => t!(lang, "correction-city-refused"),
        Fault::Region => t!(lang, "correction-region-refused"),
        Fault::Comment => t!(lang, "correction-comment-refused"),
    }
}

/// Where one signature is corrected.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub inquiry: &'a Inquiry,
    pub row: Uuid,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let heading = t!(lang, "correction-title");
        let body = html! {
            p.small { a href=(paths::studio_inquiry(self.inquiry.id)) { (t!(lang, "inquiry-number", number = self.inquiry.number)) } }
            h1 { (heading) }
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (field(*fault)) } { (fault_words(lang, *fault)) } } } }
                }
            }
            p { (t!(lang, "correction-about")) }
            (self.form())
        };
        let path = paths::studio_correction(self.inquiry.id, self.row);
        let frame = Frame::of(self.app, self.present, &heading, &path);
        Frame { is_refused: !self.faults.is_empty(), ..frame }.page(&body)
    }

    fn form(&self) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed);
        html! {
            form.narrow method="post" action=(paths::studio_correction(self.inquiry.id, self.row)) {
                (self.input("name", &t!(lang, "field-name"), &typed.name))
                div.field {
                    label for="country" { (t!(lang, "fact-country")) }
                    select #country name="country" aria-invalid=[self.invalid("country")] {
                        @for (code, country) in self.app.tools.rules.countries.sorted(lang) {
                            option value=(code) selected[code == typed.country] { (country.name(lang)) }
                        }
                    }
                }
                (self.input("postal_code", &t!(lang, "fact-postal-code"), &typed.postal_code))
                (self.input("city", &t!(lang, "fact-city"), &typed.city))
                (self.input("region", &t!(lang, "fact-region-typed"), &typed.region))
                div.field {
                    label for="comment" { (t!(lang, "fact-comment")) }
                    textarea #comment name="comment" rows="4" dir="auto" aria-invalid=[self.invalid("comment")] { (typed.comment) }
                }
                button type="submit" { (t!(lang, "correction-button")) }
            }
        }
    }

    fn input(&self, name: &str, label: &str, value: &str) -> Markup {
        html! {
            div.field {
                label for=(name) { (label) }
                input id=(name) name=(name) autocomplete="off" dir="auto" value=(value) aria-invalid=[self.invalid(name)];
            }
        }
    }

    fn invalid(&self, name: &str) -> Option<&'static str> {
        self.faults.iter().any(|fault| field(*fault) == name).then_some("true")
    }
}
