use maud::{Markup, html};

use super::form::{Form, Trouble};
use super::step_words;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::ledger::{Batch, Custody, Entry, Typed};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// Where an entry is corrected.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub batch: &'a Batch,
    pub entry: &'a Entry,
    pub custody: &'a Custody,
    /// What it says together with its corrections.
    pub net: i64,
    /// The last number of the batch.
    pub after: i32,
    pub typed: &'a Typed,
    pub trouble: Option<&'a Trouble>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, batch) = (self.present.lang, &self.campaign.slug, self.batch.number);
        let (entry, step) = (self.entry, self.entry.step);
        let title = t!(lang, "ledger-correct-title", number = entry.number);
        let path = paths::studio_ledger_entry(slug, batch, entry.number);
        let form = Form { lang, step, typed: self.typed, trouble: self.trouble, is_correction: true };
        let body = html! {
            (head(self.present, self.campaign, Tab::Ledger))
            p.small { a href=(paths::studio_batch(slug, batch)) { (t!(lang, "ledger-batch-title", number = batch, label = self.batch.label.as_str())) } }
            h2 { (title) }
            @if let Some(trouble) = self.trouble { (trouble.summary(lang)) }
            section.held {
                dl.facts {
                    div { dt { (step_words(lang, step)) } dd { (i18n::number(lang, entry.many)) } }
                    @if self.net != entry.many { div { dt { (t!(lang, "ledger-net")) } dd { (i18n::number(lang, self.net)) } } }
                    div { dt { (t!(lang, "ledger-on")) } dd { (i18n::date(lang, &entry.on)) } }
                    @for one in [&self.custody.by, &self.custody.second].into_iter().filter(|one| !one.is_empty()) {
                        div { dt { (t!(lang, "ledger-who")) } dd { bdi { (one) } } }
                    }
                }
            }
            p { (t!(lang, "ledger-correct-about")) }
            form.narrow method="post" action=(path) {
                input type="hidden" name="after" value=(self.after);
                (form.markup())
                button type="submit" { (t!(lang, "ledger-correct")) }
            }
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: self.trouble.is_some(), ..frame }.page(&body)
    }
}
