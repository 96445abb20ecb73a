use maud::{Markup, html};

use super::words::{condition_words, ground_words, judgement_words, phase_words};
use super::{Part, top};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::condition::Condition;
use crate::domain::judgement::UNDONE_WITHIN;
use crate::domain::moment::DAY;
use crate::domain::ruling::{Phase, Ruling};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

/// One ruling: what it was about, how far it has come, and the ways to stop it and to take it back.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub ruling: &'a Ruling,
    pub by: &'a str,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, ruling, slug) = (self.present.lang, self.ruling, &*self.campaign.slug);
        let title = t!(lang, "ruling-title");
        let number = |n: i64| i18n::number(lang, n);
        let path = paths::studio_ruling(slug, ruling.id);
        let body = html! {
            (top(self.present, self.campaign, Part::Rulings))
            h2 { (title) }
            dl.figures {
                dt { (t!(lang, "review-judgement")) } dd { (judgement_words(lang, ruling.judgement)) }
                dt { (t!(lang, "review-ground")) } dd { (ground_words(lang, ruling.ground)) }
                @if !ruling.note.is_empty() { dt { (t!(lang, "review-note")) } dd dir="auto" { (ruling.note) } }
                dt { (t!(lang, "ruling-by")) } dd { bdi { (self.by) } }
                dt { (t!(lang, "ruling-at")) } dd { (clock(self.present, ruling.at)) }
                (self.condition())
                dt { (t!(lang, "ruling-phase")) } dd { (phase_words(lang, ruling.phase)) }
                dt { (t!(lang, "ruling-many")) } dd { (t!(lang, "ruling-of", done = number(ruling.done), expected = number(ruling.expected))) }
                @if ruling.passed_over > 0 { dt { (t!(lang, "ruling-passed-over")) } dd { (number(ruling.passed_over)) } }
                @if ruling.undone > 0 || matches!(ruling.phase, Phase::Undoing | Phase::Undone) {
                    dt { (t!(lang, "ruling-taken-back")) } dd { (number(ruling.undone)) }
                }
            }
            @if ruling.phase.is_open() {
                @let (value, most) = if ruling.phase == Phase::Undoing { (ruling.undone, ruling.done) } else { (ruling.done, ruling.expected) };
                progress max=(most.max(1)) value=(value) aria-label=(t!(lang, "ruling-many")) {}
                p { a href=(path) { (t!(lang, "ruling-look-again")) } }
                p.small { (t!(lang, "ruling-leave")) }
                form method="post" action=(paths::studio_ruling_act(slug, ruling.id, "cancel")) {
                    button.grave type="submit" { (t!(lang, "ruling-cancel")) }
                }
            }
            (self.undo())
        };
        Frame::of(self.app, self.present, &title, &path).page(&body)
    }

    fn condition(&self) -> Markup {
        let lang = self.present.lang;
        let condition = Condition::read(&self.ruling.condition).unwrap_or_default();
        html! {
            @if self.ruling.condition.is_empty() {} @else {
                @for (part, text) in condition_words(self.app, lang, &condition) { dt { (part) } dd { (text) } }
            }
        }
    }

    fn undo(&self) -> Markup {
        let (lang, ruling) = (self.present.lang, self.ruling);
        let left = ruling.done - ruling.undone;
        let days = UNDONE_WITHIN.as_secs() / DAY.as_secs();
        html! {
            @if ruling.can_be_undone() {
                h3 { (t!(lang, "ruling-undo-title")) }
                p { (t!(lang, "ruling-undo-about", count = left, shown = i18n::number(lang, left), days = days)) }
                form method="post" action=(paths::studio_ruling_act(&self.campaign.slug, ruling.id, "undo")) {
                    button.grave type="submit" { (t!(lang, "ruling-undo")) }
                }
            }
        }
    }
}
