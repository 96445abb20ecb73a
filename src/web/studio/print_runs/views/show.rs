use maud::{Markup, html};
use uuid::Uuid;

use super::stage_words;
use crate::app::App;
use crate::documents::postcard::Stock;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::print_run::{MOST_CARDS, PrintRun, Printing, PrintingState, SpanError, Stage};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// What was not taken, with what was typed.
pub enum Fault {
    Day,
    /// It is not cancelled: the delivery of this number, with which it goes along, is frozen.
    GoesAlong(i32),
    Span {
        error: SpanError,
        stock: String,
        first: String,
        last: String,
    },
}

/// A print run: where it is, its files, and what may be done next.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub run: &'a PrintRun,
    pub printings: &'a [Printing],
    /// How many of its cards have lost their writers.
    pub left: i64,
    pub designs: &'a [Uuid],
    pub fault: Option<Fault>,
}

fn stock_words(lang: Lang, stock: Stock) -> String {
    match stock {
        Stock::Letter4 => t!(lang, "stock-letter-4"),
        Stock::A4 => t!(lang, "stock-a4"),
        Stock::Letter2 => t!(lang, "stock-letter-2"),
        Stock::Shop => t!(lang, "stock-shop"),
    }
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, run) = (self.present.lang, self.run);
        let title = t!(lang, "print-run-number", number = run.number);
        let path = paths::studio_print_run(&self.campaign.slug, run.number);
        let body = html! {
            (head(self.present, self.campaign, Tab::PrintRuns))
            p.small { a href=(paths::studio_print_runs(&self.campaign.slug)) { (t!(lang, "print-runs-title")) } }
            h2 { (title) }
            @if let Some(fault) = &self.fault { (self.summary(fault)) }
            p.lead role="status" { (stage_words(lang, run.stage)) }
            (self.facts())
            @if run.stage != Stage::Cancelled {
                (self.files())
                (self.request())
                (self.services())
            }
            (self.steps())
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.fault.is_some(), ..frame }.page(&body)
    }

    fn path(&self, part: &str) -> String {
        paths::studio_print_run_part(&self.campaign.slug, self.run.number, part)
    }

    fn summary(&self, fault: &Fault) -> Markup {
        let lang = self.present.lang;
        let (field, words) = match fault {
            Fault::Day => ("day", t!(lang, "print-day-refused")),
            Fault::GoesAlong(delivery) => {
                ("cancel", t!(lang, "print-goes-along", number = i64::from(*delivery)))
            }
            Fault::Span { error, .. } => (
                "first",
                match error {
                    SpanError::NotANumber => t!(lang, "print-span-number"),
                    SpanError::Backwards => t!(lang, "print-span-backwards"),
                    SpanError::Beyond => {
                        t!(lang, "print-span-beyond", number = i18n::number(lang, i64::from(self.run.cards)))
                    }
                    SpanError::TooMany => {
                        t!(lang, "print-span-many", number = i18n::number(lang, i64::from(MOST_CARDS)))
                    }
                },
            ),
        };
        html! {
            div.summary role="alert" tabindex="-1" autofocus {
                p { (t!(lang, "problem-summary")) }
                ul { li { a href={ "#" (field) } { (words) } } }
            }
        }
    }

    fn facts(&self) -> Markup {
        let (lang, run) = (self.present.lang, self.run);
        let date = |words: String, at: Option<Moment>| {
            html! { @if let Some(at) = at { dt { (words) } dd { (clock(self.present, at)) } } }
        };
        html! {
            dl.figures {
                dt { (t!(lang, "print-cards-head")) } dd { (i18n::number(lang, i64::from(run.cards))) }
                dt { (t!(lang, "print-language")) } dd { (run.lang.own_name()) }
                (date(t!(lang, "stage-gathered"), Some(run.gathered_at)))
                (date(t!(lang, "stage-printed"), run.printed_at))
                (date(t!(lang, "print-sent"), run.sent_at))
                (date(t!(lang, "stage-acknowledged"), run.acknowledged_at))
                (date(t!(lang, "stage-cancelled"), run.cancelled_at))
            }
            h3 { (t!(lang, "print-to")) }
            pre.wrapped { (run.addressee.join("\n")) }
            @if run.is_free("CA") { p.small { (t!(lang, "print-free")) } }
            @if !run.note.is_empty() { p { bdi { (run.note) } } }
            @if self.left > 0 {
                p.notice { (t!(lang, "print-left", count = self.left, number = i18n::number(lang, self.left))) }
            }
        }
    }

    fn files(&self) -> Markup {
        let lang = self.present.lang;
        let is_making = self.printings.iter().any(|one| one.state == PrintingState::Making);
        html! {
            h3 { (t!(lang, "print-files")) }
            p { a href=(self.path("cover.pdf")) { (t!(lang, "print-cover")) } }
            @if self.printings.is_empty() { p.notice { (t!(lang, "print-files-none")) } }
            @for printing in self.printings { (self.file(printing)) }
            @if is_making {
                p { a href=(paths::studio_print_run(&self.campaign.slug, self.run.number)) { (t!(lang, "mailing-look-again")) } }
            }
        }
    }

    fn file(&self, printing: &Printing) -> Markup {
        let lang = self.present.lang;
        let number = |n: u32| i18n::number(lang, i64::from(n));
        let (first, last) = (number(printing.span.first), number(printing.span.last));
        let stock = Stock::parse(&printing.stock).map(|stock| stock_words(lang, stock)).unwrap_or_default();
        let path =
            |part: &str| paths::studio_printing(&self.campaign.slug, self.run.number, printing.id, part);
        html! {
            section.held {
                p { strong { (t!(lang, "print-file", first = first, last = last)) } " – " (clock(self.present, printing.created_at)) br; (stock) }
                @match printing.state {
                    PrintingState::Making => {
                        p {
                            progress max=(printing.span.count()) value=(printing.done) aria-label=(t!(lang, "print-progress")) {
                                (printing.done) "/" (printing.span.count())
                            }
                        }
                        form method="post" action=(path("cancel")) { button.plain type="submit" { (t!(lang, "print-cancel-file")) } }
                    }
                    PrintingState::Ready => p { a href=(path("cards.pdf")) { (t!(lang, "print-fetch")) } },
                    PrintingState::Failed => p.notice { (t!(lang, "print-failed")) },
                    PrintingState::Cancelled => p.small { (t!(lang, "print-file-cancelled")) },
                    PrintingState::Discarded => p.small { (t!(lang, "print-discarded")) },
                }
                @if printing.left_out > 0 {
                    p.small { (t!(lang, "print-left-out", count = i64::from(printing.left_out), number = number(printing.left_out))) }
                }
            }
        }
    }

    fn request(&self) -> Markup {
        let lang = self.present.lang;
        let (chosen, first, last) = match &self.fault {
            Some(Fault::Span { stock, first, last, .. }) => (stock.as_str(), first.as_str(), last.as_str()),
            _ => (Stock::Letter4.as_str(), "", ""),
        };
        let wrong = matches!(self.fault, Some(Fault::Span { .. })).then_some("true");
        let number = |name: &str, label: String, value: &str| {
            html! {
                div.field {
                    label for=(name) { (label) }
                    input id=(name) name=(name) type="text" inputmode="numeric" autocomplete="off" size="8" value=(value) aria-invalid=[wrong];
                }
            }
        };
        html! {
            h3 { (t!(lang, "print-file-new")) }
            form.narrow method="post" action=(self.path("printings")) {
                fieldset {
                    legend { (t!(lang, "print-stock")) }
                    @for stock in [Stock::Letter4, Stock::A4, Stock::Letter2, Stock::Shop] {
                        label.choice {
                            input type="radio" name="stock" value=(stock.as_str()) checked[stock.as_str() == chosen];
                            " " (stock_words(lang, stock))
                        }
                    }
                }
                p.small { (t!(lang, "print-part-about")) }
                (number("first", t!(lang, "print-first"), first))
                (number("last", t!(lang, "print-last"), last))
                button type="submit" { (t!(lang, "print-file-button")) }
            }
            p.small { (t!(lang, "print-how")) }
        }
    }

    fn services(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "print-services")) }
            p.small { (t!(lang, "print-services-about")) }
            ul {
                li { a href=(self.path("cards.csv")) { "CSV" } }
                li { a href=(self.path("cards.json")) { "JSON" } }
                @for (number, design) in (1i64..).zip(self.designs) {
                    li { a href=(self.path(&format!("designs/{design}"))) { (t!(lang, "print-design", number = number)) } }
                }
            }
        }
    }

    /// What may happen next, each with its day and a note.
    fn steps(&self) -> Markup {
        let (lang, next) = (self.present.lang, self.run.stage.next());
        let forward: Vec<_> = next.iter().copied().filter(|stage| *stage != Stage::Cancelled).collect();
        html! {
            @if !forward.is_empty() {
                h3 { (t!(lang, "print-next")) }
                form.narrow method="post" action=(self.path("stage")) {
                    @if let [only] = forward[..] {
                        input type="hidden" name="to" value=(only.as_str());
                    } @else {
                        fieldset {
                            legend { (t!(lang, "print-stage")) }
                            @for (number, stage) in forward.iter().enumerate() {
                                label.choice {
                                    input type="radio" name="to" value=(stage.as_str()) checked[number == 0];
                                    " " (stage_words(lang, *stage))
                                }
                            }
                        }
                    }
                    div.field {
                        label for="day" { (t!(lang, "print-day")) }
                        p.small #day-hint { (t!(lang, "print-day-hint")) }
                        input #day name="day" type="date" autocomplete="off" aria-describedby="day-hint"
                            aria-invalid=[matches!(self.fault, Some(Fault::Day)).then_some("true")];
                    }
                    div.field {
                        label for="note" { (t!(lang, "print-note")) }
                        p.small #note-hint { (t!(lang, "print-note-hint")) }
                        textarea #note name="note" rows="3" maxlength="500" dir="auto" aria-describedby="note-hint" {}
                    }
                    button type="submit" { (self.button(&forward)) }
                }
            }
            @if next.contains(&Stage::Cancelled) {
                h3 { (t!(lang, "print-cancel-title")) }
                form method="post" action=(self.path("stage")) {
                    input type="hidden" name="to" value=(Stage::Cancelled.as_str());
                    p { (t!(lang, "print-cancel-about", count = i64::from(self.run.cards), number = i18n::number(lang, i64::from(self.run.cards)))) }
                    button.grave #cancel type="submit" { (t!(lang, "print-cancel")) }
                }
            }
        }
    }

    fn button(&self, forward: &[Stage]) -> String {
        let lang = self.present.lang;
        match forward {
            [Stage::Printed] => t!(lang, "print-mark-printed"),
            [Stage::Acknowledged] => t!(lang, "print-mark-acknowledged"),
            _ => t!(lang, "print-mark-sent"),
        }
    }
}
