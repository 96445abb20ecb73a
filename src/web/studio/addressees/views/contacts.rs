use maud::{Markup, html};

use super::show::{Page, Trouble};
use crate::domain::contact::{Fault, Form, Means};
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::views::form::Faults;

pub fn means_words(lang: Lang, means: Means) -> String {
    match means {
        Means::Meeting => t!(lang, "means-meeting"),
        Means::Call => t!(lang, "means-call"),
        Means::Letter => t!(lang, "means-letter"),
        Means::Email => t!(lang, "means-email"),
        Means::Other => t!(lang, "means-other"),
    }
}

/// The field and the words of what was not taken.
pub fn words(lang: Lang, fault: Fault) -> (&'static str, String) {
    match fault {
        Fault::Means => ("means-meeting", t!(lang, "office-contact-means-refused")),
        Fault::Day => ("contact-day", t!(lang, "reply-day-refused")),
        Fault::Ahead => ("contact-day", t!(lang, "reply-day-ahead")),
        Fault::With => ("with", t!(lang, "office-contact-with-refused")),
        Fault::Note => ("note", t!(lang, "office-contact-note-refused")),
        Fault::Empty => ("with", t!(lang, "office-contact-empty")),
    }
}

/// Who was met, called and written to, and the form that adds one.
pub fn section(page: &Page<'_>, faults: &Faults) -> Markup {
    let lang = page.present.lang;
    html! {
        h3 #contacts { (t!(lang, "contacts-title")) }
        p.small { (t!(lang, "contacts-about")) }
        @if page.contacts.is_empty() { p.notice { (t!(lang, "contacts-none")) } }
        @for (one, said) in page.contacts {
            section.held {
                p {
                    strong { (means_words(lang, one.means)) } " – " (i18n::date(lang, &one.day))
                    @if !said.with.is_empty() { br; bdi { (said.with) } }
                }
                @if !said.note.is_empty() { p.wrapped dir="auto" { (said.note) } }
                @if let Some(name) = one.account.and_then(|account| page.names.get(&account)) {
                    p.small { (t!(lang, "step-written")) " " bdi { (name) } }
                }
                form.inline method="post" action=(paths::studio_contact_delete(&page.campaign.slug, one.id)) {
                    button.link type="submit" { (t!(lang, "office-contact-delete")) }
                }
            }
        }
        (form(page, faults))
    }
}

fn form(page: &Page<'_>, faults: &Faults) -> Markup {
    let lang = page.present.lang;
    let fresh = Form { day: page.today.to_owned(), ..Form::default() };
    let typed = if let Some(Trouble::Contact(typed, _)) = page.trouble { typed } else { &fresh };
    let wrong = |name: &str| faults.iter().any(|(field, _)| *field == name).then_some("true");
    html! {
        h4 { (t!(lang, "office-contact-new")) }
        form.narrow method="post" action=(page.part("contacts")) {
            fieldset {
                legend { (t!(lang, "office-contact-means")) }
                @for means in Means::ALL {
                    label.choice {
                        input id={ "means-" (means.as_str()) } type="radio" name="means" value=(means.as_str())
                            checked[typed.means == means.as_str()];
                        " " (means_words(lang, means))
                    }
                }
            }
            div.field {
                label for="contact-day" { (t!(lang, "print-day")) }
                input #contact-day name="day" type="date" autocomplete="off" required max=(page.today) value=(typed.day)
                    aria-invalid=[wrong("contact-day")];
            }
            div.field {
                label for="with" { (t!(lang, "office-contact-with")) }
                p.small #with-hint { (t!(lang, "office-contact-with-hint")) }
                input #with name="with" type="text" autocomplete="off" maxlength="200" dir="auto" value=(typed.with)
                    aria-describedby="with-hint" aria-invalid=[wrong("with")];
            }
            div.field {
                label for="note" { (t!(lang, "office-contact-note")) }
                textarea #note name="note" rows="4" maxlength="5000" dir="auto" aria-invalid=[wrong("note")] { (typed.note) }
            }
            button type="submit" { (t!(lang, "office-contact-button")) }
        }
    }
}
