use maud::{Markup, html};

use super::{Form, standing, told};
use crate::actions::signature_sheets::Seen;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::ledger::Batch;
use crate::domain::ledger::row::{State, Typed};
use crate::domain::refusal::Refusal;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// Why a row was not written.
pub enum Trouble {
    Refused(Vec<Refusal>),
    /// Somebody else typed this row meanwhile.
    Occupied(i32),
    /// As many were typed as were collected.
    Uncounted(i64),
}

/// A sheet: its next row, and those that are typed.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub batch: &'a Batch,
    pub sheet: i32,
    /// How many two people have counted in the batch, and how many of them were typed.
    pub collected: i64,
    pub typed_in_batch: i64,
    pub next: i32,
    pub rows: &'a [Seen],
    /// The place of the row that was typed just now; 0: none.
    pub just: i32,
    pub typed: &'a Typed,
    pub trouble: Option<&'a Trouble>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "rows-sheet", sheet = self.sheet, batch = self.batch.number);
        let path = paths::studio_sheet(slug, self.batch.number, self.sheet);
        let body = html! {
            (head(self.present, self.campaign, Tab::Sheets))
            p.small { a href=(paths::studio_sheets(slug)) { (t!(lang, "rows-title")) } }
            h2 { (title) }
            p { bdi { (self.batch.label) } " – " (t!(lang, "rows-of-counted", typed = i18n::number(lang, self.typed_in_batch), counted = i18n::number(lang, self.collected))) }
            (self.summary())
            (self.said())
            @if self.typed_in_batch < self.collected || self.trouble.is_some() { (self.form(&path)) }
            @else { p.notice { (t!(lang, "rows-full")) } }
            h3 { (t!(lang, "rows-typed")) }
            (self.table())
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.trouble.is_some(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        let all = match self.trouble {
            None => Vec::new(),
            Some(Trouble::Refused(refusals)) => told(lang, refusals),
            Some(Trouble::Occupied(place)) => {
                vec![("name", t!(lang, "rows-occupied", place = i64::from(*place), next = self.next))]
            }
            Some(&Trouble::Uncounted(collected)) => {
                vec![(
                    "name",
                    t!(lang, "rows-uncounted", count = collected, shown = i18n::number(lang, collected)),
                )]
            }
        };
        summary(lang, &all)
    }

    /// What became of the row that was typed just now.
    fn said(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if let Some(seen) = self.rows.iter().find(|seen| seen.row.place == self.just) {
                p.notice role="status" {
                    (t!(lang, "rows-said", place = self.just)) " "
                    @if seen.row.state == State::Stands { (super::state_words(lang, seen.row.state)) } @else { (standing(lang, &seen.row)) }
                }
            }
        }
    }

    fn form(&self, path: &str) -> Markup {
        let lang = self.present.lang;
        let refusals: &[Refusal] = match self.trouble {
            Some(Trouble::Refused(refusals)) => refusals,
            _ => &[],
        };
        let form = Form { app: self.app, lang, typed: self.typed, refusals, begins: self.trouble.is_none() };
        html! {
            form.sieve.rowwise method="post" action=(path) {
                input type="hidden" name="place" value=(self.next);
                (form.fields())
                button type="submit" { (t!(lang, "rows-write", place = self.next)) }
            }
            p.small { (t!(lang, "rows-keys")) }
        }
    }

    fn table(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        html! {
            @if self.rows.is_empty() { p.notice { (t!(lang, "rows-none")) } } @else {
                div.wide role="region" aria-label=(t!(lang, "rows-typed")) tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(lang, "rows-row")) }
                                th scope="col" { (t!(lang, "field-name")) }
                                th scope="col" { (t!(lang, "fact-postal-code")) }
                                th scope="col" { (t!(lang, "fact-city")) }
                                th scope="col" { (t!(lang, "rows-state")) }
                            }
                        }
                        tbody {
                            // The last is on top: it is what one compares with the paper.
                            @for Seen { row, signatory } in self.rows.iter().rev() {
                                tr id={ "row-" (row.place) } {
                                    td { a href=(paths::studio_sheet_row(slug, self.batch.number, self.sheet, row.place)) { (t!(lang, "rows-number", place = row.place)) } }
                                    th scope="row" { bdi { (signatory.name) } }
                                    td { (signatory.postal_code) }
                                    td { bdi { (signatory.city) } }
                                    td { (standing(lang, row)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
