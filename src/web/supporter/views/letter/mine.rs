use maud::{Markup, html};

use super::{standing, text};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::proof::Proof;
use crate::domain::display::Display;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::refusal::Field;
use crate::domain::sign_on::{Kind, SignOn, Signatory, State};
use crate::domain::words::Words;
use crate::i18n::{self, t};
use crate::mail::display_words;
use crate::paths;
use crate::web::supporter::views::mine::press;
use crate::web::supporter::views::proof;
use crate::web::ui::{self, Head, Voice};

/// What I signed, and what I can do about it.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub one: &'a SignOn,
    /// None once they have left.
    pub signatory: Option<Signatory>,
    /// The text as it was signed.
    pub text: Option<&'a (Words, Moment)>,
    /// The deliveries that it is part of.
    pub proofs: &'a [Proof],
    pub token: &'a str,
    /// What was done just now.
    pub done: &'a str,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "mine-title");
        let stands = self.one.state.stands();
        let voice = Voice::new(lang, &self.campaign.content.language);
        let body = html! {
            h1 { (title) }
            @if let Some(done) = self.done_words() { p.notice role="status" { (done) } }
            (self.facts(voice))
            (proof::section(voice, &self.campaign.zone(), self.proofs))
            @if stands {
                @if self.one.kind == Kind::Professional { (self.name_form()) }
                (self.updates_form())
            }
            p { a href=(self.part("data")) { (t!(lang, "mine-data")) } }
            @if let Some((body, published)) = self.text {
                details {
                    summary { (t!(lang, "letter-mine-text")) }
                    (text(voice, body, self.one.text_version, *published))
                }
            }
            @if stands {
                (self.press("disavowal", &t!(lang, "mine-disown"), &t!(lang, "letter-mine-disown-what"), &t!(lang, "mine-disown-button")))
                (self.press("withdrawal", &t!(lang, "mine-withdraw"), &t!(lang, "letter-mine-withdraw-what"), &t!(lang, "mine-withdraw-button")))
            }
            (self.press("erasure", &t!(lang, "mine-erase"), &t!(lang, "letter-mine-erase-what"), &t!(lang, "mine-erase-button")))
        };
        let others = |lang| paths::mine(lang, self.token);
        let others: &dyn Fn(Lang) -> String = &others;
        ui::page(self.app, &Head { others: Some(others), ..Head::private(lang, &title) }, &body)
    }

    fn part(&self, part: &str) -> String {
        paths::mine_part(self.lang, self.token, part)
    }

    fn press(&self, part: &str, title: &str, what: &str, button: &str) -> Markup {
        press((part, &self.part(part)), title, what, button)
    }

    fn done_words(&self) -> Option<String> {
        let lang = self.lang;
        match self.done {
            "name" => Some(t!(lang, "done-name")),
            "updates" => Some(t!(lang, "done-updates")),
            "withdrawal" => Some(t!(lang, "letter-done-withdrawal")),
            "disavowal" => Some(t!(lang, "done-disavowal")),
            _ => None,
        }
    }

    fn facts(&self, voice: Voice<'_>) -> Markup {
        let (lang, one) = (self.lang, self.one);
        let row = |label: String, value: &str| {
            html! { @if !value.is_empty() { div { dt { (label) } dd { bdi { (value) } } } } }
        };
        html! {
            p.asked { (voice.say(&self.campaign.content.title)) }
            p.lead { a href=(paths::letter(lang, &self.campaign.slug)) { (t!(lang, "letter-title")) } }
            dl.facts {
                (row(t!(lang, "mine-state"), &self.state_words()))
                @if let Some(signatory) = &self.signatory {
                    (row(t!(lang, "field-organisation"), &signatory.organisation))
                    (row(t!(lang, "field-website"), &signatory.website))
                    (row(t!(lang, "field-name"), &signatory.person.name))
                    (row(t!(lang, "field-role"), &signatory.role))
                    (row(t!(lang, "field-profession"), &signatory.profession))
                    (row(t!(lang, "field-affiliation"), &signatory.affiliation))
                    (row(t!(lang, "field-email"), &signatory.person.email))
                }
                (row(t!(lang, "mine-signed-at"), &i18n::day(lang, one.created_at)))
                @if let Some(at) = one.confirmed_at { (row(t!(lang, "mine-confirmed-at"), &i18n::day(lang, at))) }
            }
        }
    }

    fn state_words(&self) -> String {
        let (lang, one) = (self.lang, self.one);
        let ended = one.ended_at.map(|at| i18n::day(lang, at)).unwrap_or_default();
        match one.state {
            State::Pending | State::Repeat => t!(lang, "state-pending"),
            State::Withdrawn => t!(lang, "state-withdrawn", date = ended),
            State::Disowned => t!(lang, "state-disowned", date = ended),
            State::Held | State::Vetted | State::Declined => standing(lang, one.state),
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
                            option value=(display.as_str()) selected[display == self.one.display] { (display_words(lang, display)) }
                        }
                    }
                }
                button.plain type="submit" { (t!(lang, "save-button")) }
            }
        }
    }

    fn updates_form(&self) -> Markup {
        let lang = self.lang;
        let ticked = self.one.updates_since.is_some();
        html! {
            form.inline method="post" action=(self.part("updates")) {
                (ui::consent(Field::Updates, &t!(lang, "field-updates"), &t!(lang, "field-updates-hint"), ticked))
                button.plain type="submit" { (t!(lang, "save-button")) }
            }
        }
    }
}
