use maud::{Markup, html};

use super::dossier;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::proof::Proof;
use crate::domain::display::Display;
use crate::domain::lang::Lang;
use crate::domain::person::Person;
use crate::domain::refusal::Field;
use crate::domain::signature::{Signature, State};
use crate::i18n::{self, t};
use crate::mail::display_words;
use crate::paths;
use crate::storage::texts::StoredText;
use crate::web::ui::{self, Head, Voice};

/// What I signed, and what I can do about it.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub signature: &'a Signature,
    /// None once the person has left.
    pub person: Option<Person>,
    /// The text as it was signed.
    pub text: Option<&'a StoredText>,
    pub token: &'a str,
    /// What was done just now.
    pub done: &'a str,
    /// The deliveries that it is part of.
    pub proofs: &'a [Proof],
    /// Whether a card can be written too.
    pub writes_cards: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let voice = Voice::new(lang, &self.campaign.content.language);
        let title = t!(lang, "mine-title");
        let stands = self.signature.state.stands();
        let body = html! {
            h1 { (title) }
            @if let Some(done) = self.done_words() { p.notice role="status" { (done) } }
            (self.standing())
            (super::proof::section(voice, &self.campaign.zone(), self.proofs))
            @if stands {
                (self.name_form())
                (self.updates_form())
            }
            @if self.writes_cards && matches!(self.signature.state, State::Confirmed | State::Held) {
                p { a href=(self.part("postcard")) { (t!(lang, "card-write")) } }
            }
            p { a href=(self.part("data")) { (t!(lang, "mine-data")) } }
            @if let Some(text) = self.text {
                details {
                    summary { (t!(lang, "mine-text")) }
                    (dossier::text(voice, &text.text, (text.version, text.published_at), &html! {}))
                    h3 { (t!(lang, "handed-over")) }
                    (dossier::disclosures(lang, &text.text))
                }
            }
            @if stands {
                (self.press("disavowal", &t!(lang, "mine-disown"), &t!(lang, "mine-disown-what"), &t!(lang, "mine-disown-button")))
                (self.press("withdrawal", &t!(lang, "mine-withdraw"), &t!(lang, "mine-withdraw-what"), &t!(lang, "mine-withdraw-button")))
            }
            (self.press("erasure", &t!(lang, "mine-erase"), &t!(lang, "mine-erase-what"), &t!(lang, "mine-erase-button")))
        };
        let others = |lang| paths::mine(lang, self.token);
        let others: &dyn Fn(Lang) -> String = &others;
        ui::page(self.app, &Head { others: Some(others), ..Head::private(lang, &title) }, &body)
    }

    fn part(&self, part: &str) -> String {
        paths::mine_part(self.lang, self.token, part)
    }

    fn done_words(&self) -> Option<String> {
        let lang = self.lang;
        match self.done {
            "name" => Some(t!(lang, "done-name")),
            "updates" => Some(t!(lang, "done-updates")),
            "withdrawal" => Some(t!(lang, "done-withdrawal")),
            "disavowal" => Some(t!(lang, "done-disavowal")),
            _ => None,
        }
    }

    /// What was signed, by whom, and where it stands.
    fn standing(&self) -> Markup {
        let (lang, signature) = (self.lang, self.signature);
        let voice = Voice::new(lang, &self.campaign.content.language);
        let row = |label: String, value: String| html! { div { dt { (label) } dd { bdi { (value) } } } };
        html! {
            p.asked { (voice.say(&self.campaign.content.asked)) }
            p.lead {
                a href=(paths::campaign(lang, &self.campaign.slug)) { (voice.say(&self.campaign.content.ask)) }
            }
            dl.facts {
                (row(t!(lang, "mine-state"), self.state_words()))
                @if let Some(person) = &self.person {
                    (row(t!(lang, "field-name"), person.name.clone()))
                    (row(t!(lang, "field-email"), person.email.clone()))
                }
                (row(t!(lang, "mine-signed-at"), i18n::day(lang, signature.created_at)))
                @if let Some(at) = signature.confirmed_at { (row(t!(lang, "mine-confirmed-at"), i18n::day(lang, at))) }
                @if let Some(place) = signature.place.filter(|_| signature.state.stands()) {
                    (row(t!(lang, "mine-place"), i18n::number(lang, place)))
                }
            }
        }
    }

    fn state_words(&self) -> String {
        let lang = self.lang;
        let ended = self.signature.ended_at.map(|at| i18n::day(lang, at)).unwrap_or_default();
        match self.signature.state {
            State::Pending => t!(lang, "state-pending"),
            State::Confirmed | State::Held => t!(lang, "state-confirmed"),
            State::Withdrawn => t!(lang, "state-withdrawn", date = ended),
            State::Disowned => t!(lang, "state-disowned", date = ended),
            State::Invalidated => t!(lang, "state-invalidated", date = ended),
        }
    }

    fn name_form(&self) -> Markup {
        let lang = self.lang;
        html! {
            form.inline method="post" action=(self.part("name")) {
                div.field {
                    label for="public" { (t!(lang, "field-public")) }
                    select #public name="public" {
                        @for display in Display::ALL {
                            option value=(display.as_str()) selected[display == self.signature.display] {
                                (display_words(lang, display))
                            }
                        }
                    }
                }
                button.plain type="submit" { (t!(lang, "save-button")) }
            }
        }
    }

    fn updates_form(&self) -> Markup {
        let lang = self.lang;
        let ticked = self.signature.updates_since.is_some();
        html! {
            form.inline method="post" action=(self.part("updates")) {
                (ui::consent(Field::Updates, &t!(lang, "field-updates"), &t!(lang, "field-updates-hint"), ticked))
                button.plain type="submit" { (t!(lang, "save-button")) }
            }
        }
    }

    /// An act that cannot be undone: what it does is read before its button is seen.
    fn press(&self, part: &str, title: &str, what: &str, button: &str) -> Markup {
        press((part, &self.part(part)), title, what, button)
    }
}

/// An act that cannot be undone, posted to a part of the page.
pub fn press((part, action): (&str, &str), title: &str, what: &str, button: &str) -> Markup {
    html! {
        details.press id=(part) {
            summary { (title) }
            p { (what) }
            form method="post" action=(action) { button.grave type="submit" { (button) } }
        }
    }
}

/// The last page: there is nothing left to show.
pub fn erased(app: &App, lang: Lang) -> Markup {
    let title = t!(lang, "erased-title");
    let body = html! {
        h1 { (title) }
        p { (t!(lang, "erased-what")) }
        p { a href=(paths::home(lang)) { (t!(lang, "to-campaigns")) } }
    };
    ui::page(app, &Head::private(lang, &title), &body)
}
