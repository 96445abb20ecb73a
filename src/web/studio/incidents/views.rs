use maud::{Markup, html};

use crate::app::App;
use crate::domain::incident::{Entry, Fault, Incident, Report, Risk, Typed};
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

const fn field(fault: Fault) -> &'static str {
    match fault {
        Fault::What => "what",
        Fault::Noticed => "noticed",
        Fault::Kinds => "kinds",
        Fault::People => "people",
        Fault::Risk => "risk",
        Fault::Measures => "measures",
        Fault::AuthorityTold => "authority_told",
        Fault::PeopleTold => "people_told",
    }
}

fn fault_words(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::What => t!(lang, "incident-what-refused"),
        Fault::Noticed => t!(lang, "incident-noticed-refused"),
        Fault::Kinds | Fault::Measures => t!(lang, "incident-text-refused"),
        Fault::People => t!(lang, "incident-people-refused"),
        Fault::Risk => t!(lang, "incident-risk-refused"),
        Fault::AuthorityTold | Fault::PeopleTold => t!(lang, "incident-day-refused"),
    }
}

fn risk_words(lang: Lang, risk: Risk) -> String {
    match risk {
        Risk::Open => t!(lang, "risk-open"),
        Risk::Low => t!(lang, "risk-low"),
        Risk::Serious => t!(lang, "risk-serious"),
    }
}

/// The heads of the table to take away.
pub fn columns(lang: Lang) -> Vec<String> {
    vec![
        t!(lang, "incident-title"),
        t!(lang, "incident-entry"),
        t!(lang, "incident-written"),
        t!(lang, "incident-by"),
        t!(lang, "incident-noticed"),
        t!(lang, "incident-what"),
        t!(lang, "incident-kinds"),
        t!(lang, "incident-people"),
        t!(lang, "incident-risk"),
        t!(lang, "incident-measures"),
        t!(lang, "incident-authority-told"),
        t!(lang, "incident-people-told"),
    ]
}

/// One entry as a line of it.
pub fn line(lang: Lang, incident: Incident, entry: &Entry, report: &Report) -> Vec<String> {
    let typed = Typed::of(report);
    vec![
        incident.number.to_string(),
        entry.number.to_string(),
        entry.at.to_string(),
        entry.account.to_string(),
        typed.noticed,
        typed.what,
        typed.kinds,
        typed.people,
        risk_words(lang, report.risk),
        typed.measures,
        typed.authority_told,
        typed.people_told,
    ]
}

/// What is still owed to the authority and to the people.
fn owed(app: &App, lang: Lang, report: &Report) -> Markup {
    let now = app.tools.clock.now();
    html! {
        @if let Some(by) = report.tell_by() {
            p.notice {
                (t!(lang, "incident-tell-authority", day = i18n::day(lang, by)))
                @if by < now { " " strong.late { (t!(lang, "inquiry-late")) } }
            }
        }
        @if report.owes_people() { p.notice { (t!(lang, "incident-tell-people")) } }
    }
}

/// The form of a report, new or as it is known by now.
struct Form<'a> {
    lang: Lang,
    action: &'a str,
    button: String,
    typed: &'a Typed,
    faults: &'a [Fault],
}

impl Form<'_> {
    fn markup(&self) -> Markup {
        let (lang, typed) = (self.lang, self.typed);
        html! {
            form.narrow method="post" action=(self.action) {
                (self.text("what", &t!(lang, "incident-what"), &typed.what))
                (self.input("noticed", "date", &t!(lang, "incident-noticed"), &typed.noticed))
                (self.text("kinds", &t!(lang, "incident-kinds"), &typed.kinds))
                (self.input("people", "text", &t!(lang, "incident-people"), &typed.people))
                div.field {
                    label for="risk" { (t!(lang, "incident-risk")) }
                    select #risk name="risk" aria-invalid=[self.invalid("risk")] {
                        @for risk in Risk::ALL {
                            option value=(risk.as_str()) selected[risk.as_str() == typed.risk] { (risk_words(lang, risk)) }
                        }
                    }
                }
                (self.text("measures", &t!(lang, "incident-measures"), &typed.measures))
                (self.input("authority_told", "date", &t!(lang, "incident-authority-told"), &typed.authority_told))
                (self.input("people_told", "date", &t!(lang, "incident-people-told"), &typed.people_told))
                button type="submit" { (self.button) }
            }
        }
    }

    fn input(&self, name: &str, kind: &str, label: &str, value: &str) -> Markup {
        html! {
            div.field {
                label for=(name) { (label) }
                input id=(name) name=(name) type=(kind) autocomplete="off" value=(value)
                    inputmode=[(name == "people").then_some("numeric")] aria-invalid=[self.invalid(name)];
            }
        }
    }

    fn text(&self, name: &str, label: &str, value: &str) -> Markup {
        html! {
            div.field {
                label for=(name) { (label) }
                textarea id=(name) name=(name) rows="4" dir="auto" aria-invalid=[self.invalid(name)] { (value) }
            }
        }
    }

    fn invalid(&self, name: &str) -> Option<&'static str> {
        self.faults.iter().any(|fault| field(*fault) == name).then_some("true")
    }

    fn summary(&self) -> Markup {
        let lang = self.lang;
        html! {
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (field(*fault)) } { (fault_words(lang, *fault)) } } } }
                }
            }
        }
    }
}

/// The register, and the form that adds to it.
pub struct Index<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    /// Each with what is known of it by now.
    pub rows: &'a [(Incident, Report)],
    pub has_more: bool,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
}

impl Index<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "incidents-title");
        let button = t!(lang, "incident-report-button");
        let form =
            Form { lang, action: paths::STUDIO_INCIDENTS, button, typed: self.typed, faults: self.faults };
        let body = html! {
            h1 { (title) }
            (form.summary())
            p { (t!(lang, "incidents-about")) }
            p { (t!(lang, "incidents-duty")) }
            @if self.rows.is_empty() { p.notice { (t!(lang, "incidents-none")) } } @else {
                (self.table())
                p { a href=(paths::STUDIO_INCIDENTS_FILE) { (t!(lang, "incidents-file")) } }
            }
            h2 { (t!(lang, "incident-new")) }
            (form.markup())
        };
        let frame = Frame::of(self.app, self.present, &title, paths::STUDIO_INCIDENTS);
        Frame { is_refused: !self.faults.is_empty(), ..frame }.page(&body)
    }

    fn table(&self) -> Markup {
        let (lang, now) = (self.present.lang, self.app.tools.clock.now());
        html! {
            div.wide role="region" aria-label=(t!(lang, "incidents-title")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "incident-title")) }
                            th scope="col" { (t!(lang, "incident-noticed")) }
                            th.figure scope="col" { (t!(lang, "incident-people")) }
                            th scope="col" { (t!(lang, "incident-risk")) }
                            th scope="col" { (t!(lang, "incident-owed")) }
                        }
                    }
                    tbody {
                        @for (incident, report) in self.rows {
                            tr {
                                th scope="row" { a href=(paths::studio_incident(incident.id)) { (t!(lang, "incident-number", number = incident.number)) } }
                                td { (i18n::date(lang, &report.noticed)) }
                                td.figure { @match report.people { Some(people) => (i18n::number(lang, i64::from(people))), None => "?" } }
                                td { (risk_words(lang, report.risk)) }
                                td {
                                    @if let Some(by) = report.tell_by() {
                                        (t!(lang, "incident-authority-by", day = i18n::day(lang, by)))
                                        @if by < now { " " strong.late { (t!(lang, "inquiry-late")) } }
                                    }
                                    @if report.owes_people() { " " (t!(lang, "incident-people-owed")) }
                                }
                            }
                        }
                    }
                }
            }
            @if let Some((last, _)) = self.rows.last().filter(|_| self.has_more) {
                p { a href=(paths::studio_incidents_before(last.number)) { (t!(lang, "people-older")) } }
            }
        }
    }
}

/// An incident with all that was written of it.
pub struct Show<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub incident: Incident,
    pub entries: &'a [(Entry, Report)],
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
}

impl Show<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let title = t!(lang, "incident-number", number = self.incident.number);
        let path = paths::studio_incident(self.incident.id);
        let button = t!(lang, "incident-add-button");
        let form = Form { lang, action: &path, button, typed: self.typed, faults: self.faults };
        let body = html! {
            p.small { a href=(paths::STUDIO_INCIDENTS) { (t!(lang, "incidents-title")) } }
            h1 { (title) }
            (form.summary())
            @if let Some((_, report)) = self.entries.last() { (owed(self.app, lang, report)) }
            @for (entry, report) in self.entries.iter().rev() { (self.entry(entry, report)) }
            h2 { (t!(lang, "incident-add")) }
            p { (t!(lang, "incident-add-about")) }
            (form.markup())
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !self.faults.is_empty(), ..frame }.page(&body)
    }

    fn entry(&self, entry: &Entry, report: &Report) -> Markup {
        let lang = self.present.lang;
        let line = line(lang, self.incident, entry, report);
        let shown = columns(lang).into_iter().zip(line).skip(4).filter(|(_, value)| !value.is_empty());
        html! {
            section.held {
                h2 { (t!(lang, "incident-entry-number", number = entry.number)) " – " (clock(self.present, entry.at)) }
                dl.facts { @for (label, value) in shown { div { dt { (label) } dd { bdi { (value) } } } } }
            }
        }
    }
}
