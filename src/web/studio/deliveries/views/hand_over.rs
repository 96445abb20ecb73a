//! How a delivery leaves the house, and what came back.

use maud::{Markup, html};

use super::show::{Fault, Page};
use crate::actions::deliveries::hand_over::{Fault as StepFault, Typed};
use crate::domain::delivery::Stage;
use crate::domain::delivery::handover::{DAYS, Step, Way};
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::views::clock;

pub fn way_words(lang: Lang, way: Way) -> String {
    match way {
        Way::Link => t!(lang, "way-link"),
        Way::Paper => t!(lang, "way-paper"),
        Way::Stick => t!(lang, "way-stick"),
        Way::Mail => t!(lang, "way-mail"),
    }
}

/// The field and the words of what was not taken.
pub fn step_words(lang: Lang, fault: StepFault) -> (&'static str, String) {
    match fault {
        StepFault::Way => ("#way-paper", t!(lang, "step-way-refused")),
        StepFault::Day => ("#step-day", t!(lang, "print-day-refused")),
        StepFault::TooEarly => ("#step-day", t!(lang, "step-day-early")),
        StepFault::By => ("#by", t!(lang, "handover-by-refused")),
        StepFault::Note => ("#note", t!(lang, "step-note-refused")),
    }
}

impl Page<'_> {
    /// What has happened, and what may happen next.
    pub fn handing_over(&self) -> Markup {
        let (lang, stage) = (self.present.lang, self.delivery.stage);
        let is_free = self.approved.1 >= self.approved.0;
        html! {
            h3 #hand-over { (t!(lang, "hand-over-title")) }
            @for (step, said) in self.steps { (self.step(step, &said.by, &said.note)) }
            @if !is_free {
                p { (t!(lang, "package-waits")) }
            } @else if self.may(Act::MakeDeliveries) {
                @if self.campaign.has_links() && (!self.is_forgotten || self.link.is_some()) { (self.link()) }
                @if stage == Stage::Frozen { (self.form(Stage::HandedOver)) }
                @if stage == Stage::HandedOver { (self.form(Stage::Acknowledged)) }
            }
            @if self.may(Act::MakeDeliveries) && self.steps.last().is_some_and(|(step, _)| step.account.is_some()) {
                form method="post" action=(self.path("steps/take-back")) {
                    button.plain type="submit" { (t!(lang, "step-take-back")) }
                }
            }
        }
    }

    /// Supporters are told of it by an update, which others finish and send.
    pub fn telling(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "tell-title")) }
            @match self.delivery.told {
                Some(number) if self.may(Act::SendUpdates) => {
                    p { a href=(paths::studio_update(&self.campaign.slug, number)) { (t!(lang, "tell-drafted", number = number)) } }
                },
                Some(number) => p { (t!(lang, "tell-drafted", number = number)) },
                None => {
                    p { (t!(lang, "tell-about")) }
                    @if self.may(Act::MakeDeliveries) {
                        form method="post" action=(self.path("tell")) { button.plain type="submit" { (t!(lang, "tell-draft")) } }
                    }
                },
            }
        }
    }

    fn step(&self, step: &Step, by: &str, note: &str) -> Markup {
        let (lang, one) = (self.present.lang, self.delivery);
        let is_receipt = step.stage == Stage::Acknowledged;
        html! {
            section.held {
                p {
                    strong { @if is_receipt { (t!(lang, "stage-acknowledged")) } @else { (t!(lang, "stage-handed-over")) } }
                    " – " (clock(self.present, step.at))
                    @if !is_receipt { br; (way_words(lang, step.way)) }
                    @if !by.is_empty() { br; (t!(lang, "step-by")) " " bdi { (by) } }
                }
                @if !note.is_empty() { p { bdi { (note) } } }
                @if self.photos.contains(&step.id) && self.may(Act::MakeDeliveries) {
                    p { a href=(paths::studio_delivery_photo(&self.campaign.slug, one.number, step.id)) { (t!(lang, "step-photo")) } }
                }
                p.small { (t!(lang, "step-written")) " " bdi { (self.name(step.account)) } }
            }
        }
    }

    fn link(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h4 { (t!(lang, "office-link-title")) }
            @if let Some(at) = self.guessed { p.notice { (clock(self.present, at)) " – " (t!(lang, "office-link-guessed")) } }
            @if let Some(link) = self.link {
                p { (t!(lang, "office-link-until")) " " (clock(self.present, link.expires_at)) }
                @match link.opened_at {
                    Some(at) => p { (t!(lang, "office-link-opened")) " " (clock(self.present, at)) },
                    None => p { (t!(lang, "office-link-unopened")) },
                }
                form method="post" action=(self.path("link/revoke")) { button.grave type="submit" { (t!(lang, "office-link-revoke")) } }
            }
            @if !self.is_forgotten { (self.link_form()) }
        }
    }

    fn link_form(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            p { (t!(lang, "office-link-about")) }
            form.narrow method="post" action=(self.path("link")) {
                div.field {
                    label for="days" { (t!(lang, "office-link-days")) }
                    select #days name="days" {
                        @for days in DAYS { option value=(days) selected[days == 14] { (t!(lang, "office-link-so-many", count = days)) } }
                    }
                }
                button.plain type="submit" { @if self.link.is_some() { (t!(lang, "office-link-again")) } @else { (t!(lang, "office-link-make")) } }
            }
        }
    }

    fn form(&self, stage: Stage) -> Markup {
        let (lang, is_receipt) = (self.present.lang, stage == Stage::Acknowledged);
        let none = Typed::default();
        let (typed, faults) = match &self.fault {
            Some(Fault::Step(typed, faults)) => (typed, &faults[..]),
            Some(Fault::Photo(typed, _)) => (typed, &[][..]),
            _ => (&none, &[][..]),
        };
        let wrong = |fault| faults.contains(&fault).then_some("true");
        html! {
            h4 { @if is_receipt { (t!(lang, "step-receipt-title")) } @else { (t!(lang, "step-handed-title")) } }
            form.narrow method="post" action=(self.path("steps")) enctype="multipart/form-data" {
                input type="hidden" name="stage" value=(stage.as_str());
                @if is_receipt {
                    div.field {
                        label for="by" { (t!(lang, "step-by")) }
                        p.small #by-hint { (t!(lang, "step-by-hint")) }
                        input #by name="by" type="text" autocomplete="off" maxlength="120" dir="auto" value=(typed.by)
                            aria-describedby="by-hint" aria-invalid=[wrong(StepFault::By)];
                    }
                } @else {
                    fieldset {
                        legend { (t!(lang, "step-way")) }
                        @for way in Way::TOLD {
                            label.choice {
                                input id={ "way-" (way.as_str()) } type="radio" name="way" value=(way.as_str())
                                    checked[typed.way == way.as_str()];
                                " " (way_words(lang, way))
                            }
                        }
                    }
                }
                div.field {
                    label for="step-day" { (t!(lang, "print-day")) }
                    p.small #step-day-hint { (t!(lang, "print-day-hint")) }
                    input #step-day name="day" type="date" autocomplete="off" value=(typed.day) aria-describedby="step-day-hint"
                        aria-invalid=[wrong(StepFault::Day).or(wrong(StepFault::TooEarly))];
                }
                div.field {
                    label for="note" { (t!(lang, "print-note")) }
                    p.small #note-hint { (t!(lang, "step-note-hint")) }
                    textarea #note name="note" rows="3" maxlength="500" dir="auto" aria-describedby="note-hint"
                        aria-invalid=[wrong(StepFault::Note)] { (typed.note) }
                }
                @if is_receipt {
                    div.field {
                        label for="photo" { (t!(lang, "step-photo-field")) }
                        p.small #photo-hint { (t!(lang, "step-photo-hint")) }
                        input #photo name="photo" type="file" accept="image/*" aria-describedby="photo-hint";
                    }
                }
                button type="submit" { @if is_receipt { (t!(lang, "step-receipt")) } @else { (t!(lang, "step-handed")) } }
            }
        }
    }
}
