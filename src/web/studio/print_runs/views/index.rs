use maud::{Markup, html};

use super::stage_words;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::official::Official;
use crate::domain::print_run::PrintRun;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// Approved cards to an official in a language.
pub struct Waits<'a> {
    pub official: &'a Official,
    pub lang: Lang,
    pub cards: i64,
}

/// Why nothing was gathered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Most,
    NoAddress,
    Nothing,
}

/// What waits to be printed, and the runs.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub waits: &'a [Waits<'a>],
    pub runs: &'a [PrintRun],
    pub has_more: bool,
    pub fault: Option<Fault>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let (title, path) = (t!(lang, "print-runs-title"), paths::studio_print_runs(&self.campaign.slug));
        let body = html! {
            (head(self.present, self.campaign, Tab::PrintRuns))
            h2 { (title) }
            @if let Some(fault) = self.fault {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { li { (fault_words(lang, fault)) } }
                }
            }
            p { (t!(lang, "print-runs-about")) }
            h3 { (t!(lang, "print-waits-title")) }
            @if self.waits.is_empty() { p.notice { (t!(lang, "print-waits-none")) } }
            @for (number, waits) in self.waits.iter().enumerate() { (self.waits(&path, number, waits)) }
            h3 { (t!(lang, "print-runs-list")) }
            @if self.runs.is_empty() { p.notice { (t!(lang, "print-runs-none")) } } @else { (self.table()) }
            @if let Some(last) = self.runs.last().filter(|_| self.has_more) {
                p { a href=(paths::studio_print_runs_before(&self.campaign.slug, last.number)) { (t!(lang, "people-older")) } }
            }
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.fault.is_some(), ..frame }.page(&body)
    }

    fn waits(&self, path: &str, number: usize, waits: &Waits<'_>) -> Markup {
        let lang = self.present.lang;
        let id = format!("most-{number}");
        html! {
            section.held {
                p {
                    strong { bdi { (waits.official.details.named(lang)) } } ", " (waits.lang.own_name())
                    " – " (t!(lang, "print-cards", count = waits.cards, number = i18n::number(lang, waits.cards)))
                }
                form method="post" action=(path) {
                    input type="hidden" name="official" value=(waits.official.id);
                    input type="hidden" name="lang" value=(waits.lang);
                    div.field {
                        label for=(id) { (t!(lang, "print-most")) }
                        input id=(id) name="most" type="text" inputmode="numeric" autocomplete="off" size="8";
                    }
                    button type="submit" { (t!(lang, "print-gather")) }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        html! {
            div.wide role="region" aria-label=(t!(lang, "print-runs-list")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "print-run")) }
                            th scope="col" { (t!(lang, "print-to")) }
                            th scope="col" { (t!(lang, "print-language")) }
                            th.figure scope="col" { (t!(lang, "print-cards-head")) }
                            th scope="col" { (t!(lang, "print-stage")) }
                            th scope="col" { (t!(lang, "print-since")) }
                        }
                    }
                    tbody {
                        @for run in self.runs {
                            tr {
                                th scope="row" { a href=(paths::studio_print_run(slug, run.number)) { (t!(lang, "print-run-number", number = run.number)) } }
                                td { bdi { (run.addressee.first().map_or("", String::as_str)) } }
                                td { (run.lang.own_name()) }
                                td.figure { (i18n::number(lang, i64::from(run.cards))) }
                                td { (stage_words(lang, run.stage)) }
                                td { (clock(self.present, run.since())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn fault_words(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Most => t!(lang, "print-most-refused"),
        Fault::NoAddress => t!(lang, "print-no-address"),
        Fault::Nothing => t!(lang, "print-nothing"),
    }
}
