use maud::{Markup, html};

use super::course::CoursePart;
use super::table;
use crate::actions::official_sheets::note::Step;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::date::PartialDate;
use crate::domain::jurisdiction::Jurisdiction;
use crate::domain::lang::Lang;
use crate::domain::sheet_log::{CourseFault, Frozen, Sheet, Sum, TypedCourse};
use crate::i18n::{self, t};
use crate::paths;
use crate::storage::official_sheets::Whereabouts;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What was typed of a step of several sheets.
#[derive(Clone, Default)]
pub struct TypedStep {
    pub numbers: String,
    pub step: String,
    pub on: String,
    pub who: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepFault {
    Numbers,
    /// Some of the numbers were never given.
    Unknown,
    Step,
    On,
    /// One of the sheets came back before it went out, or the like.
    Turned,
    Who,
}

/// The log of the sheets of a petition.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub jurisdiction: &'a Jurisdiction,
    pub today: PartialDate,
    /// Newest first, each with what its sheets come to.
    pub versions: &'a [Frozen],
    pub sums: &'a [Sum],
    /// Which of the versions is shown.
    pub chosen: usize,
    pub sought: Whereabouts,
    pub counts: [i64; Whereabouts::ALL.len()],
    pub sheets: &'a [Sheet],
    pub has_more: bool,
    /// The numbers that were given just now.
    pub printed: Option<(i32, i32)>,
    pub noted: u32,
    pub step: &'a TypedStep,
    pub step_faults: &'a [StepFault],
    pub course: &'a TypedCourse,
    pub course_faults: &'a [CourseFault],
    pub is_changed: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, jurisdiction) = (self.present.lang, &self.campaign.slug, self.jurisdiction);
        let name = jurisdiction.name.get(lang);
        let part = |part: &str| paths::studio_petition_part(slug, &jurisdiction.key, part);
        let body = html! {
            (head(self.present, self.campaign, Tab::OfficialSheets))
            p.small { a href=(paths::studio_official_sheets(slug)) { (t!(lang, "os-title")) } }
            h2 { (name) }
            (super::parts(lang, slug, jurisdiction, "log"))
            (self.faults())
            (self.done())
            @if let (Some(frozen), Some(sum)) = (self.versions.get(self.chosen), self.sums.get(self.chosen)) {
                (CoursePart { page: self, frozen, sum }.markup())
                h3 #sheets { (t!(lang, "os-sheets")) }
                (self.filter(&part("log")))
                (self.table())
                p { a href=(part("log.csv")) { (t!(lang, "os-file")) } }
                p.small { (t!(lang, "os-unnumbered")) }
                h3 { (t!(lang, "os-step-title")) }
                (self.step_form(&part("steps")))
            } @else {
                p.notice { (t!(lang, "os-no-sheets")) " " a href=(part("printing")) { (t!(lang, "os-printing")) } }
            }
        };
        let title = format!("{} – {name}", t!(lang, "os-log"));
        let is_refused = !self.step_faults.is_empty() || !self.course_faults.is_empty() || self.is_changed;
        let log = part("log");
        let frame = Frame::of(self.app, self.present, &title, &log);
        Frame { is_refused, ..frame }.page(&body)
    }

    fn faults(&self) -> Markup {
        let lang = self.present.lang;
        let step = |fault: &StepFault| match fault {
            StepFault::Numbers => ("numbers", t!(lang, "os-numbers-refused")),
            StepFault::Unknown => ("numbers", t!(lang, "os-numbers-unknown")),
            StepFault::Step => ("step", t!(lang, "os-step-refused")),
            StepFault::On => ("on", t!(lang, "os-day-refused")),
            StepFault::Turned => ("on", t!(lang, "os-turned")),
            StepFault::Who => ("who", t!(lang, "os-line-refused")),
        };
        let course = |fault: &CourseFault| match fault {
            CourseFault::Certificate => ("certificate", t!(lang, "os-line-refused")),
            CourseFault::Certified => ("certified", t!(lang, "os-day-refused")),
            CourseFault::Presented => ("presented", t!(lang, "os-day-refused")),
            CourseFault::Answered => ("answered", t!(lang, "os-day-refused")),
            CourseFault::Turned => ("presented", t!(lang, "os-course-turned")),
        };
        let mut all: Vec<_> = self.step_faults.iter().map(step).collect();
        all.extend(self.course_faults.iter().map(course));
        if self.is_changed {
            all.push(("certificate", t!(lang, "os-course-changed")));
        }
        summary(lang, &all)
    }

    /// What was done just now.
    fn done(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        html! {
            @if let Some((from, until)) = self.printed {
                p.notice role="status" {
                    (t!(lang, "os-printed", from = i18n::number(lang, i64::from(from)), until = i18n::number(lang, i64::from(until)))) " "
                    a href=(paths::studio_petition_file(slug, &self.jurisdiction.key, (from, until))) { (t!(lang, "os-pdf")) }
                }
            }
            @if self.noted > 0 {
                p.notice role="status" { (t!(lang, "os-noted", count = i64::from(self.noted), shown = i18n::number(lang, i64::from(self.noted)))) }
            }
        }
    }

    fn filter(&self, log: &str) -> Markup {
        let lang = self.present.lang;
        html! {
            nav.parts aria-label=(t!(lang, "os-state")) {
                ul {
                    @for (state, count) in Whereabouts::ALL.into_iter().zip(self.counts) {
                        li {
                            a href={ (log) "?state=" (state.as_str()) "#sheets" } aria-current=[(state == self.sought).then_some("page")] {
                                (table::whereabouts(lang, state)) " (" (i18n::number(lang, count)) ")"
                            }
                        }
                    }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        html! {
            @if self.sheets.is_empty() { p.notice { (t!(lang, "os-none-here")) } } @else {
                div.wide role="region" aria-label=(t!(lang, "os-sheets")) tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(lang, "os-number")) }
                                th scope="col" { (t!(lang, "os-kind")) }
                                th scope="col" { (t!(lang, "os-version-head")) }
                                th scope="col" { (t!(lang, "os-state")) }
                                th scope="col" { (t!(lang, "os-out-on")) }
                                th scope="col" { (t!(lang, "os-back-on")) }
                                th.figure scope="col" { (t!(lang, "os-filled")) }
                                th.figure scope="col" { (t!(lang, "os-doubtful")) }
                                th.figure scope="col" { (t!(lang, "os-valid-head")) }
                            }
                        }
                        tbody { @for sheet in self.sheets { (self.row(sheet)) } }
                    }
                }
                @if let Some(last) = self.sheets.last().filter(|_| self.has_more) {
                    @let log = paths::studio_petition_part(slug, &self.jurisdiction.key, "log");
                    p { a href={ (log) "?state=" (self.sought.as_str()) "&after=" (last.number) "#sheets" } { (t!(lang, "os-next")) } }
                }
            }
        }
    }

    fn row(&self, sheet: &Sheet) -> Markup {
        let (lang, slug, state) = (self.present.lang, &self.campaign.slug, &sheet.state);
        let day = |date: Option<PartialDate>| date.map(|date| i18n::date(lang, &date)).unwrap_or_default();
        let number = |n: u32| i18n::number(lang, i64::from(n));
        html! {
            tr {
                th scope="row" { a href=(paths::studio_petition_sheet(slug, &self.jurisdiction.key, sheet.number)) { (i18n::number(lang, i64::from(sheet.number))) } }
                td { (table::order(lang, sheet.order)) ", " (table::tags(sheet)) }
                td { (sheet.version) }
                td { (table::whereabouts(lang, table::standing(state))) }
                td { (day(state.out)) }
                td { (day(state.back)) }
                td.figure { @match state.filled { Some(filled) => (number(filled)), None => "–" } }
                td.figure { @if state.filled.is_some() { (number(state.doubtful)) } @else { "–" } }
                td.figure { @if state.filled.is_some() { (number(state.valid())) } @else { "–" } }
            }
        }
    }

    fn step_form(&self, path: &str) -> Markup {
        let (lang, typed) = (self.present.lang, self.step);
        let invalid = |faults: &[StepFault]| {
            self.step_faults.iter().any(|fault| faults.contains(fault)).then_some("true")
        };
        let today = self.today.to_string();
        let on = if typed.on.is_empty() && self.step_faults.is_empty() { &today } else { &typed.on };
        html! {
            p { (t!(lang, "os-step-about")) }
            form.narrow method="post" action=(path) {
                div.field {
                    label for="numbers" { (t!(lang, "os-numbers-label")) }
                    p.hint #numbers-hint { (t!(lang, "os-numbers-hint")) }
                    input #numbers name="numbers" type="text" autocomplete="off" value=(typed.numbers) aria-describedby="numbers-hint"
                        aria-invalid=[invalid(&[StepFault::Numbers, StepFault::Unknown])];
                }
                div.field {
                    label for="step" { (t!(lang, "os-step")) }
                    select #step name="step" aria-invalid=[invalid(&[StepFault::Step])] {
                        @for step in Step::ALL {
                            option value=(step.as_str()) selected[step.as_str() == typed.step] { (step_words(lang, step)) }
                        }
                    }
                }
                div.field {
                    label for="on" { (t!(lang, "os-on")) }
                    input #on name="on" type="date" value=(on) aria-invalid=[invalid(&[StepFault::On, StepFault::Turned])];
                }
                div.field {
                    label for="who" { (t!(lang, "os-who")) }
                    p.hint #who-hint { (t!(lang, "os-who-hint")) }
                    input #who name="who" type="text" autocomplete="off" value=(typed.who) aria-describedby="who-hint" aria-invalid=[invalid(&[StepFault::Who])];
                }
                button type="submit" { (t!(lang, "os-step-button")) }
            }
        }
    }
}

fn step_words(lang: Lang, step: Step) -> String {
    match step {
        Step::Out => t!(lang, "os-step-out"),
        Step::Back => t!(lang, "os-step-back"),
        Step::Given => t!(lang, "os-step-given"),
    }
}
