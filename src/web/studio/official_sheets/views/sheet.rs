use maud::{Markup, html};

use super::table;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::jurisdiction::Jurisdiction;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::sheet_log::{Fault, Sheet, Typed};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};
use crate::web::studio::views::{clock, colon};

/// What was written down of a sheet at a moment, as the record has it.
pub struct Past {
    pub at: Moment,
    pub who: Option<String>,
    pub changes: String,
}

/// A sheet of the log.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub jurisdiction: &'a Jurisdiction,
    pub sheet: &'a Sheet,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
    /// What somebody else wrote down meanwhile.
    pub theirs: Option<&'a Typed>,
    pub past: &'a [Past],
}

const fn field(fault: Fault) -> &'static str {
    match fault {
        Fault::Out | Fault::Turned => "out",
        Fault::Back => "back",
        Fault::Given => "given",
        Fault::Filled | Fault::Lines => "filled",
        Fault::Doubtful => "doubtful",
        Fault::Collector => "collector",
        Fault::Place => "place",
        Fault::Member => "member",
    }
}

/// What a change of the record is, in the reader's language: the record itself is written in English.
fn change(lang: Lang, change: &str) -> String {
    let labels = [
        ("out ", t!(lang, "os-out-on")),
        ("back ", t!(lang, "os-back-on")),
        ("handed over ", t!(lang, "os-given-on")),
        ("filled ", t!(lang, "os-filled")),
        ("doubtful ", t!(lang, "os-doubtful")),
        ("void ", t!(lang, "os-void")),
    ];
    let known = labels.iter().find_map(|(head, label)| Some((label, change.strip_prefix(head)?)));
    let Some((label, rest)) = known else { return t!(lang, "os-custody-changed") };
    let rest = rest.replace("true", &t!(lang, "os-yes")).replace("false", &t!(lang, "os-no"));
    format!("{label}{}{rest}", colon(lang))
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, jurisdiction, sheet) =
            (self.present.lang, &self.campaign.slug, self.jurisdiction, self.sheet);
        let title = t!(lang, "os-sheet", number = i18n::number(lang, i64::from(sheet.number)));
        let path = paths::studio_petition_sheet(slug, &jurisdiction.key, sheet.number);
        let log = paths::studio_petition_part(slug, &jurisdiction.key, "log");
        let number = sheet.number;
        let body = html! {
            (head(self.present, self.campaign, Tab::OfficialSheets))
            p.small { a href=(log) { (t!(lang, "os-log")) " – " (jurisdiction.name.get(lang)) } }
            h2 { (title) }
            (self.summary())
            (self.conflict())
            section.held {
                dl.facts {
                    div { dt { (t!(lang, "os-kind")) } dd { (table::order(lang, sheet.order)) ", " (table::tags(sheet)) } }
                    div { dt { (t!(lang, "os-version-head")) } dd { (sheet.version) } }
                    div { dt { (t!(lang, "os-lines-head")) } dd { (sheet.lines) } }
                    div { dt { (t!(lang, "os-printed-on")) } dd { (clock(self.present, sheet.printed_at)) } }
                }
            }
            p { a href=(paths::studio_petition_file(slug, &jurisdiction.key, (number, number))) { (t!(lang, "os-pdf-again")) } }
            (self.form(&path))
            h3 { (t!(lang, "os-past")) }
            (self.history())
        };
        let title = format!("{title} – {}", jurisdiction.name.get(lang));
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !self.faults.is_empty() || self.theirs.is_some(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        let told = |fault: &Fault| {
            let words = match fault {
                Fault::Out | Fault::Back | Fault::Given => t!(lang, "os-day-refused"),
                Fault::Turned => t!(lang, "os-turned"),
                Fault::Filled => t!(lang, "os-filled-refused"),
                Fault::Lines => t!(lang, "os-lines-refused", lines = i64::from(self.sheet.lines)),
                Fault::Doubtful => t!(lang, "os-doubtful-refused"),
                Fault::Collector | Fault::Place | Fault::Member => t!(lang, "os-line-refused"),
            };
            (field(*fault), words)
        };
        summary(lang, &self.faults.iter().map(told).collect())
    }

    /// What somebody else wrote down meanwhile, beside the form with what was typed here.
    fn conflict(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if let Some(theirs) = self.theirs {
                div.summary role="alert" tabindex="-1" autofocus { p { (t!(lang, "os-sheet-changed")) } }
                section.held {
                    dl.facts {
                        @for (label, value) in self.values(theirs) { div { dt { (label) } dd { bdi { (value) } } } }
                    }
                }
            }
        }
    }

    fn values<'a>(&self, typed: &'a Typed) -> Vec<(String, &'a str)> {
        let lang = self.present.lang;
        vec![
            (t!(lang, "os-out-on"), &typed.out),
            (t!(lang, "os-collector"), &typed.collector),
            (t!(lang, "os-back-on"), &typed.back),
            (t!(lang, "os-filled"), &typed.filled),
            (t!(lang, "os-doubtful"), &typed.doubtful),
            (t!(lang, "os-place"), &typed.place),
            (t!(lang, "os-member"), &typed.member),
            (t!(lang, "os-given-on"), &typed.given),
        ]
    }

    fn form(&self, path: &str) -> Markup {
        let (lang, typed) = (self.present.lang, self.typed);
        let field = |name: &str, kind: &str, label: String, value: &str| {
            let invalid = self.faults.iter().any(|fault| self::field(*fault) == name).then_some("true");
            html! {
                div.field {
                    label for=(name) { (label) }
                    input id=(name) name=(name) type=(kind) autocomplete="off" value=(value)
                        inputmode=[matches!(name, "filled" | "doubtful").then_some("numeric")] aria-invalid=[invalid];
                }
            }
        };
        html! {
            form.narrow method="post" action=(path) {
                input type="hidden" name="revision" value=(self.sheet.revision);
                (field("out", "date", t!(lang, "os-out-on"), &typed.out))
                (field("collector", "text", t!(lang, "os-collector"), &typed.collector))
                (field("back", "date", t!(lang, "os-back-on"), &typed.back))
                (field("filled", "text", t!(lang, "os-filled"), &typed.filled))
                (field("doubtful", "text", t!(lang, "os-doubtful"), &typed.doubtful))
                (field("place", "text", t!(lang, "os-place"), &typed.place))
                (field("member", "text", t!(lang, "os-member"), &typed.member))
                (field("given", "date", t!(lang, "os-given-on"), &typed.given))
                div.field {
                    label.tick { input type="checkbox" name="void" value="yes" checked[typed.is_void]; " " (t!(lang, "os-void-box")) }
                }
                p.hint { (t!(lang, "os-sheet-privacy")) }
                button type="submit" { (t!(lang, "os-save")) }
            }
        }
    }

    fn history(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if self.past.is_empty() { p { (t!(lang, "os-past-none")) } } @else {
                p.small { (t!(lang, "os-past-about")) }
                ul {
                    @for past in self.past {
                        li {
                            (clock(self.present, past.at))
                            @if let Some(who) = &past.who { ", " bdi { (who) } }
                            (colon(lang)) (past.changes.split(", ").map(|one| change(lang, one)).collect::<Vec<_>>().join("; "))
                        }
                    }
                }
            }
        }
    }
}
