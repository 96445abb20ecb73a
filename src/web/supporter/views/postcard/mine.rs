use maud::{Markup, html};

use super::card;
use crate::app::App;
use crate::documents::postcard::Back;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::proof::Proof;
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::official::Details;
use crate::domain::postcard::design::Design;
use crate::domain::postcard::{Postcard, Sender, State, Written};
use crate::domain::refusal::{Field, Refusal};
use crate::i18n::{self, t};
use crate::mail::{because_words, sender_words};
use crate::paths;
use crate::web::supporter::views::mine::press;
use crate::web::supporter::views::proof;
use crate::web::ui::{self, Head, Voice, card_state_words};

/// What I wrote, where it is, and what I can do about it.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub one: &'a Postcard,
    /// None once they have left.
    pub written: Option<&'a Written>,
    pub official: Option<&'a Details>,
    pub design: Option<&'a Design>,
    /// The deliveries that it is part of.
    pub proofs: &'a [Proof],
    pub token: &'a str,
    /// What was done just now.
    pub done: &'a str,
    /// Another message as it was typed, and why it was refused.
    pub refused: Option<(&'a str, &'a [Refusal])>,
}

impl Page<'_> {
    pub fn markup(&self, mut back: Option<Back>) -> Markup {
        let (lang, state) = (self.lang, self.one.state);
        let title = t!(lang, "card-mine-title");
        let refusals = self.refused.map_or(&[][..], |(_, refusals)| refusals);
        let has_words = self.written.is_some();
        let body = html! {
            (ui::summary(lang, refusals))
            h1 { (title) }
            @if let Some(done) = self.done_words() { p.notice role="status" { (done) } }
            (self.facts())
            @if state == State::ChangeAsked && has_words { (self.message_form()) }
            (proof::section(Voice::new(lang, &self.campaign.content.language), &self.campaign.zone(), self.proofs))
            (card::sides(lang, "m", self.design, back.as_mut()))
            @if state.is_before_print() && has_words { (self.sender_form()) }
            @if state.stands() && has_words { (self.updates_form()) }
            p { a href=(self.part("data")) { (t!(lang, "mine-data")) } }
            @if state.stands() && has_words {
                (self.press("disavowal", &t!(lang, "card-disown"), &t!(lang, "card-disown-what"), &t!(lang, "card-disown-button")))
                @if state.is_before_print() {
                    (self.press("withdrawal", &t!(lang, "card-withdraw"), &t!(lang, "card-withdraw-what"), &t!(lang, "card-withdraw-button")))
                } @else {
                    p.small { (t!(lang, "card-withdraw-late")) }
                }
            }
            (self.press("erasure", &t!(lang, "mine-erase"), &t!(lang, "card-erase-what"), &t!(lang, "mine-erase-button")))
        };
        let others = |lang| paths::mine(lang, self.token);
        let others: &dyn Fn(Lang) -> String = &others;
        let is_refused = !refusals.is_empty();
        ui::page(self.app, &Head { others: Some(others), is_refused, ..Head::private(lang, &title) }, &body)
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
            "written" => Some(t!(lang, "card-done-written")),
            "before" => Some(t!(lang, "card-done-before")),
            "message" => Some(t!(lang, "card-done-message")),
            "name" => Some(t!(lang, "card-done-sender")),
            "updates" => Some(t!(lang, "done-updates")),
            "withdrawal" if self.one.state == State::Withdrawn => Some(t!(lang, "card-done-withdrawal")),
            "withdrawal" => Some(t!(lang, "card-withdraw-late")),
            "disavowal" => Some(t!(lang, "card-done-disavowal")),
            _ => None,
        }
    }

    /// To whom, where it is, and since when.
    fn facts(&self) -> Markup {
        let (lang, one) = (self.lang, self.one);
        let voice = Voice::new(lang, &self.campaign.content.language);
        let row = |label: String, value: String| {
            html! { @if !value.is_empty() { div { dt { (label) } dd { bdi { (value) } } } } }
        };
        let day = |at: Option<Moment>| at.map(|at| i18n::day(lang, at)).unwrap_or_default();
        let reason = one.because.map(|because| because_words(lang, because)).unwrap_or_default();
        html! {
            p.asked {
                a href=(paths::campaign(lang, &self.campaign.slug)) { (voice.say(&self.campaign.content.title)) }
            }
            dl.facts {
                (row(t!(lang, "mine-state"), card_state_words(lang, one.state)))
                (row(t!(lang, "card-reason"), reason))
                @if let Some(official) = self.official { (row(t!(lang, "card-to-whom"), official.named(lang))) }
                @if let Some(written) = self.written {
                    (row(t!(lang, "field-name"), written.person.name.clone()))
                    (row(t!(lang, "field-email"), written.person.email.clone()))
                }
                (row(t!(lang, "card-written-at"), i18n::day(lang, one.created_at)))
                (row(t!(lang, "mine-confirmed-at"), day(one.confirmed_at)))
                (row(t!(lang, "card-decided-at"), day(one.decided_at)))
                (row(t!(lang, "card-batched-at"), day(one.batched_at)))
                (row(t!(lang, "card-printed-at"), day(one.printed_at)))
                (row(t!(lang, "card-sent-at"), day(one.sent_at)))
                (row(t!(lang, "card-acknowledged-at"), day(one.acknowledged_at)))
            }
        }
    }

    /// The message once more, as moderators asked.
    fn message_form(&self) -> Markup {
        let lang = self.lang;
        let stored = self.written.map_or("", |written| &written.message);
        let (typed, refusals) = self.refused.unwrap_or((stored, &[]));
        html! {
            section.held {
                h2 { (t!(lang, "card-change-title")) }
                form method="post" action=(self.part("message")) novalidate {
                    (ui::textarea(lang, Field::Message, &t!(lang, "card-message"), &t!(lang, "card-message-hint"), typed, refusals))
                    button type="submit" { (t!(lang, "card-change-send")) }
                }
            }
        }
    }

    fn sender_form(&self) -> Markup {
        let lang = self.lang;
        let refusals = self.refused.map_or(&[][..], |(_, refusals)| refusals);
        let wrong = refusals.iter().find(|refusal| refusal.field == Field::Sender);
        html! {
            form.inline method="post" action=(self.part("name")) {
                div.field {
                    label for="sender" { (t!(lang, "card-sender")) }
                    @if let Some(refusal) = wrong {
                        p.error #sender-error { (ui::refusal_words(lang, refusal)) }
                    }
                    select #sender name="sender" aria-invalid=[wrong.map(|_| "true")]
                        aria-describedby=[wrong.map(|_| "sender-error")] {
                        @for sender in Sender::ALL {
                            option value=(sender.as_str()) selected[sender == self.one.sender] { (sender_words(lang, sender)) }
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

/// One button, which posts. Whoever only looks, confirms nothing.
pub fn button(app: &App, lang: Lang, campaign: &Campaign, token: &str) -> Markup {
    let title = t!(lang, "card-confirm-title");
    let voice = Voice::new(lang, &campaign.content.language);
    let body = html! {
        h1 { (title) }
        p.lead { (t!(lang, "card-confirm-lead")) }
        blockquote { p { (voice.say(&campaign.content.title)) } }
        form method="post" action=(paths::confirm(lang, token)) {
            button type="submit" { (t!(lang, "mail-card-button")) }
        }
    };
    let others = |lang| paths::confirm(lang, token);
    let others: &dyn Fn(Lang) -> String = &others;
    ui::page(app, &Head { others: Some(others), ..Head::private(lang, &title) }, &body)
}

/// Thanks, and what comes next.
pub struct Thanks<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub name: &'a str,
    pub state: State,
    pub mine: &'a str,
    /// Of the link that leads here.
    pub token: &'a str,
}

impl Thanks<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let title = t!(lang, "thanks-title");
        let body = html! {
            h1 { (title) }
            p.lead { bdi { (self.name) } (t!(lang, "card-thanks")) }
            p { (card_state_words(lang, self.state)) "." }
            ul {
                li { a href=(paths::mine(lang, self.mine)) { (t!(lang, "card-next-mine")) } }
                li { a href=(paths::campaign(lang, &self.campaign.slug)) { (t!(lang, "card-next-campaign")) } }
            }
        };
        let others = |lang| paths::confirm(lang, self.token);
        let others: &dyn Fn(Lang) -> String = &others;
        ui::page(self.app, &Head { others: Some(others), ..Head::private(lang, &title) }, &body)
    }
}
