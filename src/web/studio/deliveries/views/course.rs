//! What is done with a delivery before it leaves the house.

use maud::{Markup, html};

use super::figures;
use super::show::Page;
use crate::actions::deliveries::{Choice, Preview};
use crate::domain::delivery::Paper;
use crate::domain::disclosure::Disclosure;
use crate::domain::role::Act;
use crate::i18n::{self, t};
use crate::web::studio::ledger::scans_words;
use crate::web::studio::views::colon;

impl Page<'_> {
    /// What would be in it, which paper goes along, and the button that freezes it.
    pub fn before(&self, preview: &Preview) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "delivery-preview")) }
            p { (t!(lang, "delivery-preview-about")) }
            @if preview.is_empty() { p.notice { (t!(lang, "delivery-nothing")) } }
            (figures::of_preview(self.app, lang, self.delivery, preview))
            @if self.may(Act::MakeDeliveries) && !self.is_forgotten {
                (self.paper())
                @if !preview.is_empty() { (self.freezing()) }
            }
        }
    }

    fn paper(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 #paper { (t!(lang, "delivery-paper")) }
            @if self.choices.is_empty() {
                p { (t!(lang, "delivery-paper-none")) }
            } @else {
                form.narrow method="post" action=(self.path("papers")) {
                    fieldset {
                        legend { (t!(lang, "delivery-paper-legend")) }
                        @for choice in self.choices { (self.choice(choice)) }
                    }
                    (self.about_scans(self.choices.iter().map(|choice| choice.paper)))
                    button.plain type="submit" { (t!(lang, "delivery-paper-keep")) }
                }
            }
        }
    }

    fn choice(&self, choice: &Choice) -> Markup {
        let (lang, id) = (self.present.lang, format!("paper-{}", choice.paper));
        html! {
            div.tick {
                input id=(id) name=(id) type="checkbox" value="yes" checked[choice.chosen];
                label for=(id) {
                    (self.paper_words(choice.paper)) (colon(lang))
                    @if choice.is_cards {
                        (t!(lang, "print-cards", count = choice.many, number = i18n::number(lang, choice.many)))
                    } @else {
                        (t!(lang, "delivery-signatures", count = choice.many, number = i18n::number(lang, choice.many)))
                    }
                    @if let Some(scans) = self.scans_of(choice.paper) { " – " (scans) }
                }
            }
        }
    }

    /// What paper that goes along is called.
    pub fn paper_words(&self, paper: Paper) -> String {
        let lang = self.present.lang;
        match paper {
            Paper::Run(number) => t!(lang, "print-run-number", number = number),
            Paper::Batch(number) => {
                let label = self.labels.get(&number).map_or("", String::as_str);
                t!(lang, "ledger-batch-title", number = number, label = label)
            }
        }
    }

    /// How many scans there are of paper that goes along.
    fn scans_of(&self, paper: Paper) -> Option<String> {
        let Paper::Batch(number) = paper else { return None };
        scans_words(self.present.lang, self.scans.get(&number).copied().unwrap_or(0))
    }

    /// Whether scans are in the package.
    fn about_scans(&self, mut papers: impl Iterator<Item = Paper>) -> Markup {
        let lang = self.present.lang;
        html! {
            @if papers.any(|paper| self.scans_of(paper).is_some()) {
                p.small {
                    @if self.delivery.disclosure >= Disclosure::NamePlace { (t!(lang, "delivery-scans-in")) }
                    @else { (t!(lang, "delivery-scans-out")) }
                }
            }
        }
    }

    fn freezing(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "delivery-freeze-title")) }
            p { (t!(lang, "delivery-freeze-about")) }
            form method="post" action=(self.path("freeze")) { button type="submit" { (t!(lang, "delivery-freeze")) } }
        }
    }

    /// What is in it since it was frozen, and who has left since.
    pub fn after(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "delivery-holds")) }
            (figures::of_frozen(self.app, lang, self.delivery))
            @if !self.papers.is_empty() {
                h4 { (t!(lang, "delivery-paper")) }
                ul {
                    @for (paper, many) in self.papers {
                        li {
                            (self.paper_words(*paper)) " – " (i18n::number(lang, *many))
                            @if let Some(scans) = self.scans_of(*paper) { " – " (scans) }
                        }
                    }
                }
                (self.about_scans(self.papers.iter().map(|(paper, _)| *paper)))
            }
            @if self.left > 0 {
                p.notice {
                    (t!(lang, "delivery-left", count = self.left, number = i18n::number(lang, self.left))) " "
                    @if self.may(Act::MakeDeliveries) {
                        a href=(self.path("supplement.csv")) { (t!(lang, "delivery-supplement")) }
                    }
                }
            }
        }
    }

    pub fn cancelling(&self) -> Markup {
        let lang = self.present.lang;
        let has_left = self.fetches.iter().any(|fetch| fetch.account.is_none());
        html! {
            @if self.delivery.stage.can_be_cancelled() && !has_left && self.may(Act::MakeDeliveries) {
                h3 { (t!(lang, "delivery-cancel-title")) }
                p { (t!(lang, "delivery-cancel-about")) }
                form method="post" action=(self.path("cancel")) { button.grave type="submit" { (t!(lang, "delivery-cancel")) } }
            }
        }
    }
}
