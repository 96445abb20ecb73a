use maud::{Markup, html};

use super::form::{Form, Trouble};
use super::scans;
use super::{kind_words, step_words};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::ledger::{Batch, Custody, Entry, Kind, Step, Sum, Typed, counted};
use crate::domain::role::Act;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// An entry with who counted, and who wrote it down.
pub struct Seen {
    pub entry: Entry,
    pub custody: Custody,
    pub by: Option<String>,
}

/// A batch: what was counted of it, and what is written down next.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub batch: &'a Batch,
    pub sum: Sum,
    /// How many of its rows were typed, and how many of them do not stand.
    pub rows: (i64, i64),
    pub entries: &'a [Seen],
    /// How many scans of it there are.
    pub scans: i64,
    pub step: Step,
    /// The entry that was written just now; 0: none.
    pub written: i32,
    pub typed: &'a Typed,
    pub trouble: Option<&'a Trouble>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, number) = (self.present.lang, &self.campaign.slug, self.batch.number);
        let title = t!(lang, "ledger-batch-title", number = number, label = self.batch.label.as_str());
        let path = paths::studio_batch(slug, number);
        let body = html! {
            (head(self.present, self.campaign, Tab::Ledger))
            p.small { a href=(paths::studio_ledger(slug)) { (t!(lang, "ledger-title")) } }
            h2 { (title) }
            @if let Some(trouble) = self.trouble { (trouble.summary(lang)) }
            @if self.entries.iter().any(|seen| seen.entry.number == self.written) {
                p.notice role="status" { (t!(lang, "ledger-written", number = self.written)) }
            }
            (self.facts())
            @if self.present.may_on(self.campaign, Act::MakeDeliveries) {
                p {
                    a href=(paths::studio_scans(slug, number)) { (t!(lang, "scans-link")) }
                    @if let Some(many) = scans::many(lang, self.scans) { " – " (many) }
                }
            }
            h3 #write { (t!(lang, "ledger-write-title")) }
            (self.steps(&path))
            (self.form())
            h3 { (t!(lang, "ledger-entries")) }
            (self.history())
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.trouble.is_some(), ..frame }.page(&body)
    }

    fn facts(&self) -> Markup {
        let (lang, (typed, fallen)) = (self.present.lang, self.rows);
        let number = |n: i64| i18n::number(lang, n);
        html! {
            dl.figures {
                dt { (t!(lang, "ledger-kind")) } dd { (kind_words(lang, self.batch.kind)) }
                @for step in Step::ALL { dt { (step_words(lang, step)) } dd { (number(self.sum.get(step))) } }
                @if self.batch.kind == Kind::Signatures {
                    dt { (t!(lang, "ledger-typed")) } dd { (number(typed)) }
                    dt { (t!(lang, "ledger-fallen")) } dd { (number(fallen)) }
                }
                dt { (t!(lang, "ledger-counts")) } dd { strong { (number(counted(self.sum.collected, fallen))) } }
            }
        }
    }

    fn steps(&self, path: &str) -> Markup {
        let lang = self.present.lang;
        html! {
            nav.parts aria-label=(t!(lang, "ledger-step")) {
                ul {
                    @for step in Step::ALL {
                        li { a href={ (path) "?step=" (step.as_str()) "#write" } aria-current=[(step == self.step).then_some("page")] { (step_words(lang, step)) } }
                    }
                }
            }
        }
    }

    fn form(&self) -> Markup {
        let (lang, step) = (self.present.lang, self.step);
        let about = match step {
            Step::Printed => t!(lang, "ledger-printed-about"),
            Step::Distributed => t!(lang, "ledger-distributed-about"),
            Step::Collected => t!(lang, "ledger-collected-about"),
            Step::Delivered => t!(lang, "ledger-delivered-about"),
        };
        let form = Form { lang, step, typed: self.typed, trouble: self.trouble, is_correction: false };
        let last = self.entries.last().map_or(0, |seen| seen.entry.number);
        html! {
            p { (about) }
            form.narrow method="post" action=(paths::studio_batch_entries(&self.campaign.slug, self.batch.number)) enctype="multipart/form-data" {
                input type="hidden" name="after" value=(last);
                input type="hidden" name="step" value=(step.as_str());
                (form.markup())
                button type="submit" { (t!(lang, "ledger-write")) }
            }
        }
    }

    fn history(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if self.entries.is_empty() { p.notice { (t!(lang, "ledger-no-entries")) } } @else {
                p.small { (t!(lang, "ledger-entries-about")) }
                div.wide role="region" aria-label=(t!(lang, "ledger-entries")) tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(lang, "ledger-entry-head")) }
                                th.figure scope="col" { (t!(lang, "ledger-many")) }
                                th scope="col" { (t!(lang, "ledger-on")) }
                                th scope="col" { (t!(lang, "ledger-who")) }
                                th scope="col" { (t!(lang, "ledger-note")) }
                                th scope="col" { (t!(lang, "ledger-done")) }
                            }
                        }
                        tbody { @for seen in self.entries.iter().rev() { (self.row(seen)) } }
                    }
                }
            }
        }
    }

    fn row(&self, seen: &Seen) -> Markup {
        let (lang, slug, batch) = (self.present.lang, &self.campaign.slug, self.batch.number);
        let Seen { entry, custody, by } = seen;
        let people = [&custody.by, &custody.second].map(String::as_str);
        let people: Vec<&str> = people.into_iter().filter(|one| !one.is_empty()).collect();
        html! {
            tr id={ "entry-" (entry.number) } {
                th scope="row" {
                    (entry.number) " – " (step_words(lang, entry.step))
                    @if let Some(number) = entry.corrects {
                        br; span.small { (t!(lang, "ledger-correction-of")) " " a href={ "#entry-" (number) } { (number) } }
                    }
                }
                td.figure { (signed(lang, entry)) }
                td { (i18n::date(lang, &entry.on)) }
                td {
                    @for one in &people { div { bdi { (one) } } }
                    @if !custody.place.is_empty() { div.small { bdi { (custody.place) } } }
                }
                td {
                    bdi { (custody.note) }
                    div.small { (clock(self.present, entry.written_at)) @if let Some(by) = by { ", " bdi { (by) } } }
                }
                td {
                    @if entry.has_photo { div { a href=(paths::studio_ledger_photo(slug, batch, entry.number)) { (t!(lang, "ledger-photo-of", number = entry.number)) } } }
                    @if entry.corrects.is_none() { div { a href=(paths::studio_ledger_entry(slug, batch, entry.number)) { (t!(lang, "ledger-correct-of", number = entry.number)) } } }
                }
            }
        }
    }
}

/// A count; of a correction with its sign.
fn signed(lang: crate::domain::lang::Lang, entry: &Entry) -> String {
    let number = i18n::number(lang, entry.many.abs());
    match (entry.corrects, entry.many) {
        (Some(_), ..0) => format!("−{number}"),
        (Some(_), _) => format!("+{number}"),
        (None, _) => number,
    }
}
