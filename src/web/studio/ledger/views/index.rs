use std::collections::BTreeMap;

use maud::{Markup, html};

use super::kind_words;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::ledger::{Batch, Kind, Sum, counted};
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::tally::Sides;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head, name};
use crate::web::ui::refusal_words;

/// What was typed of a batch.
#[derive(Default)]
pub struct Typed {
    pub kind: Option<Kind>,
    pub label: String,
}

/// Why no batch was opened.
pub enum Fault {
    Kind,
    Label(Reason),
    Changed,
}

/// The batches of a campaign, and what they come to.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    /// Newest first.
    pub batches: &'a [Batch],
    pub sums: &'a BTreeMap<i32, Sum>,
    /// How many rows of a batch were typed, and how many of them do not stand.
    pub rows: &'a BTreeMap<i32, (i64, i64)>,
    pub sides: Sides,
    pub typed: &'a Typed,
    pub fault: Option<Fault>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "ledger-title");
        let body = html! {
            (head(self.present, self.campaign, Tab::Ledger))
            h2 { (title) }
            (self.summary())
            p { (t!(lang, "ledger-about")) }
            (self.whole())
            (self.table(&title))
            @if !self.batches.is_empty() { p { a href=(paths::studio_ledger_file(slug)) { (t!(lang, "ledger-file")) } } }
            h3 #open { (t!(lang, "ledger-open-title")) }
            (self.form())
        };
        let title = format!("{title} – {}", name(lang, self.campaign));
        let path = paths::studio_ledger(slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.fault.is_some(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        let told = self.fault.as_ref().map(|fault| match fault {
            Fault::Kind => ("kind", t!(lang, "ledger-kind-refused")),
            Fault::Label(Reason::Missing) => ("label", t!(lang, "ledger-label-missing")),
            Fault::Label(reason) => {
                ("label", refusal_words(lang, &Refusal { field: Field::Name, reason: *reason }))
            }
            Fault::Changed => ("label", t!(lang, "ledger-open-changed")),
        });
        summary(lang, &told.into_iter().collect())
    }

    /// What all batches come to, and apart from it what others report.
    fn whole(&self) -> Markup {
        let (lang, sides) = (self.present.lang, self.sides);
        let number = |n| i18n::number(lang, n);
        html! {
            dl.figures {
                dt { (t!(lang, "ledger-whole-signatures")) } dd { (number(sides.paper)) }
                dt { (t!(lang, "ledger-whole-cards")) } dd { (number(sides.cards_paper)) }
            }
            @if !self.campaign.content.reported.is_empty() { p.small { (t!(lang, "ledger-reported")) } }
        }
    }

    fn table(&self, title: &str) -> Markup {
        let lang = self.present.lang;
        html! {
            @if self.batches.is_empty() { p.notice { (t!(lang, "ledger-empty")) } } @else {
                div.wide role="region" aria-label=(title) tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(lang, "ledger-batch")) }
                                th scope="col" { (t!(lang, "ledger-kind")) }
                                th.figure scope="col" { (t!(lang, "ledger-printed")) }
                                th.figure scope="col" { (t!(lang, "ledger-distributed")) }
                                th.figure scope="col" { (t!(lang, "ledger-collected")) }
                                th.figure scope="col" { (t!(lang, "ledger-delivered")) }
                                th.figure scope="col" { (t!(lang, "ledger-counts")) }
                            }
                        }
                        tbody { @for batch in self.batches { (self.row(lang, batch)) } }
                    }
                }
            }
        }
    }

    fn row(&self, lang: Lang, batch: &Batch) -> Markup {
        let sum = self.sums.get(&batch.number).copied().unwrap_or_default();
        let (_, fallen) = self.rows.get(&batch.number).copied().unwrap_or_default();
        let number = |n: i64| if n == 0 { "–".to_owned() } else { i18n::number(lang, n) };
        html! {
            tr {
                th scope="row" {
                    a href=(paths::studio_batch(&self.campaign.slug, batch.number)) { (batch.number) " – " bdi { (batch.label) } }
                }
                td { (kind_words(lang, batch.kind)) }
                td.figure { (number(sum.printed)) }
                td.figure { (number(sum.distributed)) }
                td.figure { (number(sum.collected)) }
                td.figure { (number(sum.delivered)) }
                td.figure { (number(counted(sum.collected, fallen))) }
            }
        }
    }

    fn form(&self) -> Markup {
        let (lang, last) = (self.present.lang, self.batches.first().map_or(0, |batch| batch.number));
        let invalid = |is: bool| is.then_some("true");
        html! {
            form.narrow method="post" action=(paths::studio_ledger(&self.campaign.slug)) {
                input type="hidden" name="after" value=(last);
                div.field {
                    label for="kind" { (t!(lang, "ledger-kind")) }
                    select #kind name="kind" aria-invalid=[invalid(matches!(self.fault, Some(Fault::Kind)))] {
                        @for kind in Kind::ALL {
                            option value=(kind.as_str()) selected[self.typed.kind == Some(kind)] { (kind_words(lang, kind)) }
                        }
                    }
                }
                div.field {
                    label for="label" { (t!(lang, "ledger-label")) }
                    p.hint #label-hint { (t!(lang, "ledger-label-hint")) }
                    input #label name="label" type="text" autocomplete="off" value=(self.typed.label) aria-describedby="label-hint"
                        aria-invalid=[invalid(matches!(self.fault, Some(Fault::Label(_))))];
                }
                button type="submit" { (t!(lang, "ledger-open")) }
            }
        }
    }
}
