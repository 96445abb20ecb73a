use maud::{Markup, html};

use super::{day, words};
use crate::actions::people::open::{Fault, Typed};
use crate::app::App;
use crate::domain::inquiry::{Asked, Checked, Inquiry};
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

const fn field(fault: Fault) -> &'static str {
    match fault {
        Fault::Email => "email",
        Fault::Name => "name",
        Fault::Asked => "asked",
        Fault::Checked => "checked",
        Fault::Note => "note",
    }
}

fn fault_words(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Email => t!(lang, "inquiry-email-refused"),
        Fault::Name => t!(lang, "inquiry-name-refused"),
        Fault::Asked => t!(lang, "inquiry-asked-refused"),
        Fault::Checked => t!(lang, "inquiry-checked-refused"),
        Fault::Note => t!(lang, "inquiry-note-refused"),
    }
}

/// The cases of an organisation with their dates, and the form that opens one.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub open: &'a [Inquiry],
    pub done: &'a [Inquiry],
    pub has_more: bool,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "people-title");
        let body = html! {
            h1 { (title) }
            (self.summary())
            p { (t!(lang, "people-about")) }
            h2 { (t!(lang, "people-open")) }
            @if self.open.is_empty() { p.notice { (t!(lang, "people-none-open")) } } @else { (self.open_table()) }
            h2 #new { (t!(lang, "people-new")) }
            (self.form())
            @if !self.done.is_empty() {
                h2 { (t!(lang, "people-done")) }
                (self.done_table())
            }
            (self.consents())
        };
        let frame = Frame::of(self.app, self.present, &title, paths::STUDIO_PEOPLE);
        Frame { is_refused: !self.faults.is_empty(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (field(*fault)) } { (fault_words(lang, *fault)) } } } }
                }
            }
        }
    }

    /// A button for each campaign of the organisation.
    fn consents(&self) -> Markup {
        let (lang, here) = (self.present.lang, self.present.member.organisation.id);
        let mut campaigns = self.app.hub.campaigns();
        campaigns.retain(|campaign| campaign.organisation == here);
        html! {
            @if !campaigns.is_empty() {
                h2 { (t!(lang, "consents-title")) }
                p { (t!(lang, "consents-about")) }
                ul.plain {
                    @for campaign in campaigns {
                        li {
                            form.inline method="post" action=(paths::studio_consents(&campaign.slug)) {
                                span { (campaign.content.title.get(lang)) }
                                button.link type="submit" {
                                    (t!(lang, "consents-button")) span.visually-hidden { " " (campaign.content.title.get(lang)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn open_table(&self) -> Markup {
        let (lang, now) = (self.present.lang, self.app.tools.clock.now());
        html! {
            div.wide role="region" aria-label=(t!(lang, "people-open")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "inquiry-title")) }
                            th scope="col" { (t!(lang, "inquiry-opened")) }
                            th scope="col" { (t!(lang, "inquiry-due")) }
                            th scope="col" { (t!(lang, "inquiry-asked")) }
                            th scope="col" { (t!(lang, "inquiry-checked")) }
                        }
                    }
                    tbody {
                        @for inquiry in self.open {
                            tr {
                                th scope="row" {
                                    a href=(paths::studio_inquiry(inquiry.id)) { (t!(lang, "inquiry-number", number = inquiry.number)) }
                                }
                                td { (day(lang, inquiry.opened_at)) }
                                td {
                                    (day(lang, inquiry.due_at))
                                    @if inquiry.is_late(now) { " " strong.late { (t!(lang, "inquiry-late")) } }
                                }
                                td { (words::asked(lang, inquiry.asked)) }
                                td { (words::checked(lang, inquiry.checked)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn done_table(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(t!(lang, "people-done")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "inquiry-title")) }
                            th scope="col" { (t!(lang, "inquiry-opened")) }
                            th scope="col" { (t!(lang, "inquiry-done")) }
                            th scope="col" { (t!(lang, "inquiry-outcome")) }
                        }
                    }
                    tbody {
                        @for inquiry in self.done {
                            tr {
                                th scope="row" {
                                    a href=(paths::studio_inquiry(inquiry.id)) { (t!(lang, "inquiry-number", number = inquiry.number)) }
                                }
                                td { (day(lang, inquiry.opened_at)) }
                                @if let Some((at, outcome)) = inquiry.done {
                                    td { (day(lang, at)) }
                                    td { (words::outcome(lang, outcome)) }
                                }
                            }
                        }
                    }
                }
            }
            @if let Some(last) = self.done.last().filter(|_| self.has_more) {
                p { a href=(paths::studio_people_before(last.number)) { (t!(lang, "people-older")) } }
            }
        }
    }

    fn form(&self) -> Markup {
        let lang = self.present.lang;
        let asked = Asked::ALL.iter().map(|one| (one.as_str(), words::asked(lang, *one))).collect::<Vec<_>>();
        let checked =
            Checked::ALL.iter().map(|one| (one.as_str(), words::checked(lang, *one))).collect::<Vec<_>>();
        html! {
            form.narrow method="post" action=(paths::STUDIO_PEOPLE) {
                div.field {
                    label for="email" { (t!(lang, "field-email")) }
                    p.small #email-hint { (t!(lang, "inquiry-email-hint")) }
                    input #email name="email" type="email" inputmode="email" autocomplete="off" required
                        value=(self.typed.email) aria-describedby="email-hint" aria-invalid=[self.invalid(Fault::Email)];
                }
                div.field {
                    label for="name" { (t!(lang, "field-name")) " " span.small { (t!(lang, "optional")) } }
                    p.small #name-hint { (t!(lang, "inquiry-name-hint")) }
                    input #name name="name" autocomplete="off" dir="auto" value=(self.typed.name)
                        aria-describedby="name-hint" aria-invalid=[self.invalid(Fault::Name)];
                }
                (self.choice(Fault::Asked, &t!(lang, "inquiry-asked"), &self.typed.asked, &asked))
                (self.choice(Fault::Checked, &t!(lang, "inquiry-checked"), &self.typed.checked, &checked))
                p.small { (t!(lang, "inquiry-checked-hint")) }
                div.field {
                    label for="note" { (t!(lang, "inquiry-note")) " " span.small { (t!(lang, "optional")) } }
                    textarea #note name="note" rows="3" dir="auto" aria-invalid=[self.invalid(Fault::Note)] { (self.typed.note) }
                }
                button type="submit" { (t!(lang, "inquiry-open-button")) }
            }
        }
    }

    fn choice(&self, fault: Fault, label: &str, typed: &str, choices: &[(&str, String)]) -> Markup {
        let name = field(fault);
        html! {
            div.field {
                label for=(name) { (label) }
                select id=(name) name=(name) required aria-invalid=[self.invalid(fault)] {
                    option value="" { (t!(self.present.lang, "inquiry-choose")) }
                    @for (value, words) in choices {
                        option value=(value) selected[*value == typed] { (words) }
                    }
                }
            }
        }
    }

    fn invalid(&self, fault: Fault) -> Option<&'static str> {
        self.faults.contains(&fault).then_some("true")
    }
}
