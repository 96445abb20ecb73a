use maud::{Markup, html};

use super::words::{condition_words, state_words};
use super::{Fault, Part, Typed, judgement_fields, summary, top};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::condition::Condition;
use crate::domain::judgement::Judgement;
use crate::domain::moment::Moment;
use crate::domain::signature::State;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;

/// How many meet a condition, of which states, and what to do with them.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub condition: &'a Condition,
    pub counted: &'a [(State, i64)],
    /// When they were counted: later ones are not meant.
    pub frozen_at: Moment,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
}

impl Page<'_> {
    /// How many it would change.
    fn many(&self, judgement: Judgement) -> i64 {
        self.counted.iter().filter(|(state, _)| judgement.changes(*state)).map(|(_, many)| many).sum()
    }

    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let title = t!(lang, "new-ruling-title");
        let parts = condition_words(self.app, lang, self.condition);
        let body = html! {
            (top(self.present, self.campaign, Part::Signatures))
            (summary(lang, self.faults))
            h2 { (title) }
            @if parts.is_empty() { p { (t!(lang, "new-ruling-all")) } }
            @else {
                dl.figures { @for (part, text) in parts { dt { (part) } dd { (text) } } }
            }
            p { a href=(paths::studio_review_where(slug, &format!("state=&{}", self.condition.query()))) { (t!(lang, "new-ruling-list")) } }
            @if self.counted.is_empty() { p.notice { (t!(lang, "review-nothing")) } }
            @else { (self.figures()) (self.form()) }
        };
        let path = format!("{}?{}", paths::studio_new_ruling(slug), self.condition.query());
        let frame =
            Frame { is_refused: !self.faults.is_empty(), ..Frame::of(self.app, self.present, &title, &path) };
        frame.page(&body)
    }

    fn figures(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(t!(lang, "new-ruling-counted")) tabindex="0" {
                table {
                    thead { tr {
                        th scope="col" { (t!(lang, "review-state")) }
                        th.figure scope="col" { (t!(lang, "review-signatures")) }
                    } }
                    tbody {
                        @for (state, many) in self.counted {
                            tr { th scope="row" { (state_words(lang, *state)) } td.figure { (i18n::number(lang, *many)) } }
                        }
                    }
                }
            }
        }
    }

    fn form(&self) -> Markup {
        let lang = self.present.lang;
        let choices: Vec<(Judgement, String)> = Judgement::ALL
            .into_iter()
            .map(|judgement| (judgement, self.many(judgement)))
            .filter(|(_, many)| *many > 0)
            .map(|(judgement, many)| {
                (judgement, t!(lang, "new-ruling-many", count = many, shown = i18n::number(lang, many)))
            })
            .collect();
        html! {
            @if choices.is_empty() { p.notice { (t!(lang, "new-ruling-nothing")) } }
            @else {
                form.narrow method="post" action=(paths::studio_new_ruling(&self.campaign.slug)) {
                    input type="hidden" name="condition" value=(self.condition.query());
                    input type="hidden" name="frozen_at" value=(self.frozen_at.0);
                    @for (judgement, _) in &choices {
                        input type="hidden" name={ "expected_" (judgement.as_str()) } value=(self.many(*judgement));
                    }
                    (judgement_fields(lang, &choices, self.typed, self.faults))
                    button type="submit" { (t!(lang, "new-ruling-button")) }
                }
                p.small { (t!(lang, "new-ruling-about")) }
            }
        }
    }
}
