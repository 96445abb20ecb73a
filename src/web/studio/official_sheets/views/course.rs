//! How far a petition is: its signatures, its certificate, and the answer that is owed.

use maud::{Markup, html};

use super::log::Page;
use crate::domain::date::PartialDate;
use crate::domain::sheet_log::{CourseFault, Frozen, Sum};
use crate::i18n::{self, t};
use crate::paths;

pub struct CoursePart<'a> {
    pub page: &'a Page<'a>,
    pub frozen: &'a Frozen,
    pub sum: &'a Sum,
}

impl CoursePart<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.page.present.lang;
        html! {
            (self.versions())
            h3 { (t!(lang, "os-version", version = self.frozen.version, day = i18n::day(lang, self.frozen.at))) }
            (self.margin())
            (self.due())
            (self.figures())
            (self.form())
        }
    }

    /// The ways to the other versions, where there are any.
    fn versions(&self) -> Markup {
        let Page { present, campaign, jurisdiction, versions, sums, chosen, .. } = self.page;
        let (lang, log) =
            (present.lang, paths::studio_petition_part(&campaign.slug, &jurisdiction.key, "log"));
        html! {
            @if versions.len() > 1 {
                p.notice { (t!(lang, "os-versions-apart")) }
                ul {
                    @for (n, (frozen, sum)) in versions.iter().zip(*sums).enumerate() {
                        li {
                            a href={ (log) "?version=" (frozen.version) } aria-current=[(n == *chosen).then_some("true")] {
                                (t!(lang, "os-version", version = frozen.version, day = i18n::day(lang, frozen.at)))
                            }
                            ", " (t!(lang, "os-valid-count", count = i64::from(sum.valid), shown = i18n::number(lang, i64::from(sum.valid))))
                        }
                    }
                }
            }
        }
    }

    fn margin(&self) -> Markup {
        let Page { present, jurisdiction, .. } = self.page;
        let (lang, margin) = (present.lang, self.sum.margin(jurisdiction));
        let least = i64::from(jurisdiction.signatures.least);
        let number = |n: i64| i18n::number(lang, n);
        let (valid, missing) = (i64::from(self.sum.valid), margin.saturating_neg());
        html! {
            p {
                strong { (t!(lang, "os-valid-least", valid = number(valid), least = number(least))) } " "
                @if margin < 0 { (t!(lang, "os-missing-signatures", count = missing, shown = number(missing))) }
                @else if valid < i64::from(jurisdiction.signatures.hoped) {
                    (t!(lang, "os-margin-thin", margin = number(margin), hoped = number(i64::from(jurisdiction.signatures.hoped))))
                }
                @else { (t!(lang, "os-margin", margin = number(margin))) }
            }
        }
    }

    fn due(&self) -> Markup {
        let Page { present, jurisdiction, today, .. } = self.page;
        let (lang, course) = (present.lang, &self.frozen.course);
        let day = |date: &PartialDate| i18n::date(lang, date);
        html! {
            @if let Some(answered) = &course.answered { p.notice { (t!(lang, "os-answered", day = day(answered))) } }
            @else if let Some(days) = course.silent(jurisdiction, *today) {
                p.notice {
                    strong.late { (t!(lang, "os-silent", count = days, shown = i18n::number(lang, days))) } " "
                    @if let Some(due) = course.due(jurisdiction) { (t!(lang, "os-was-due", day = day(&due))) }
                }
            }
            @else if let Some(due) = course.due(jurisdiction) { p.notice { (t!(lang, "os-due", day = day(&due))) } }
            @else { p.small { (jurisdiction.answer.says.get(lang)) } }
        }
    }

    fn figures(&self) -> Markup {
        let (lang, sum) = (self.page.present.lang, self.sum);
        let facts = [
            (t!(lang, "os-sheets"), sum.sheets),
            (t!(lang, "os-first-sheets"), sum.first),
            (t!(lang, "os-out"), sum.out),
            (t!(lang, "os-back"), sum.back),
            (t!(lang, "os-given"), sum.given),
            (t!(lang, "os-void"), sum.void),
            (t!(lang, "os-filled"), sum.filled),
            (t!(lang, "os-doubtful"), sum.doubtful),
        ];
        html! {
            section.held {
                dl.facts { @for (label, n) in facts { div { dt { (label) } dd { (i18n::number(lang, i64::from(n))) } } } }
            }
        }
    }

    fn form(&self) -> Markup {
        let Page { present, campaign, jurisdiction, course, course_faults, .. } = self.page;
        let lang = present.lang;
        let invalid = |fault| course_faults.contains(&fault).then_some("true");
        let day = |name: &str, label: String, value: &str, fault| {
            html! {
                div.field {
                    label for=(name) { (label) }
                    input id=(name) name=(name) type="date" value=(value) aria-invalid=[invalid(fault)];
                }
            }
        };
        html! {
            details open[!course_faults.is_empty() || self.page.is_changed] {
                summary { (t!(lang, "os-course")) }
                form.narrow method="post" action=(paths::studio_petition_part(&campaign.slug, &jurisdiction.key, "course")) {
                    input type="hidden" name="version" value=(self.frozen.version);
                    input type="hidden" name="revision" value=(self.frozen.revision);
                    div.field {
                        label for="certificate" { (t!(lang, "os-certificate")) }
                        input #certificate name="certificate" type="text" autocomplete="off" value=(course.certificate) aria-invalid=[invalid(CourseFault::Certificate)];
                    }
                    (day("certified", t!(lang, "os-certified-on"), &course.certified, CourseFault::Certified))
                    (day("presented", t!(lang, "os-presented-on"), &course.presented, CourseFault::Presented))
                    (day("answered", t!(lang, "os-answered-on"), &course.answered, CourseFault::Answered))
                    button type="submit" { (t!(lang, "os-save")) }
                }
            }
        }
    }
}
