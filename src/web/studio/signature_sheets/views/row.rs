use maud::{Markup, html};

use super::{Form, standing, told};
use crate::actions::signature_sheets::At;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::ledger::Batch;
use crate::domain::ledger::row::{Because, Row, State, Typed};
use crate::domain::refusal::Refusal;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::summary;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// A row: what was typed, whether it counts, and what may be done about it.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub batch: &'a Batch,
    pub at: At,
    pub row: &'a Row,
    pub typed: &'a Typed,
    pub refusals: &'a [Refusal],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, At { batch, sheet, place }) = (self.present.lang, &self.campaign.slug, self.at);
        let title = t!(lang, "rows-row-title", place = place, sheet = sheet);
        let path = paths::studio_sheet_row(slug, batch, sheet, place);
        let form = Form { app: self.app, lang, typed: self.typed, refusals: self.refusals, begins: false };
        let body = html! {
            (head(self.present, self.campaign, Tab::Sheets))
            p.small { a href=(paths::studio_sheet(slug, batch, sheet)) { (t!(lang, "rows-sheet", sheet = sheet, batch = batch)) " – " bdi { (self.batch.label) } } }
            h2 { (title) }
            (summary(lang, &told(lang, self.refusals)))
            div.notice { (standing(lang, self.row)) }
            @if self.row.because != Some(Because::Erased) {
                (self.verdict())
                h3 { (t!(lang, "rows-mend-title")) }
                p { (t!(lang, "rows-mend-about")) }
                form.narrow method="post" action=(path) {
                    (form.fields())
                    button type="submit" { (t!(lang, "rows-mend")) }
                }
                h3 { (t!(lang, "rows-remove-title")) }
                p { (t!(lang, "rows-remove-about")) }
                form method="post" action=(self.part("remove")) { button.grave type="submit" { (t!(lang, "rows-remove")) } }
            }
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !self.refusals.is_empty(), ..frame }.page(&body)
    }

    fn part(&self, part: &str) -> String {
        let At { batch, sheet, place } = self.at;
        paths::studio_sheet_row_part(&self.campaign.slug, batch, sheet, place, part)
    }

    fn verdict(&self) -> Markup {
        let (lang, state) = (self.present.lang, self.row.state);
        html! {
            form.onward method="post" action=(self.part("judge")) {
                input type="hidden" name="seen" value=(state.as_str());
                @if state != State::Stands { button type="submit" name="verdict" value="stands" { (t!(lang, "rows-let-stand")) } }
                @if state != State::Struck { button.grave type="submit" name="verdict" value="struck" { (t!(lang, "rows-strike")) } }
            }
        }
    }
}
