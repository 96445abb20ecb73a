//! Postcards: the form with the card beside it, and the pages of who wrote one.

pub mod card;
pub mod mine;

use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::postcard::{Addressed, PostcardForm, Sender};
use crate::domain::refusal::{Field, Refusal};
use crate::i18n::t;
use crate::mail::sender_words;
use crate::paths;
use crate::web::assets;
use crate::web::supporter::postcard::composer::{Composer, Proof};
use crate::web::supporter::views::signature;
use crate::web::ui::{self, Head, Voice, refusal_words};

/// The form: at first, to see the card, and again with what was typed where something was refused.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub composer: &'a Composer,
    pub form: &'a PostcardForm,
    /// The link of who has signed: then nobody is asked who they are.
    pub signed: Option<&'a str>,
    pub proof: Proof,
    /// The proof of work that a form brought.
    pub altcha: &'a str,
    /// Whether one is asked for.
    pub asking: bool,
    pub refusals: &'a [Refusal],
}

impl<'a> Page<'a> {
    pub fn markup(mut self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let voice = Voice::new(lang, &campaign.content.language);
        let title = t!(lang, "card-title");
        let card = card::fragment(lang, &mut self.proof);
        let body = html! {
            (ui::summary(lang, self.refusals))
            p.asked { (voice.say(&campaign.content.title)) }
            h1 { (title) }
            p { (t!(lang, "card-lead")) " " a href=(paths::campaign(lang, &campaign.slug)) { (t!(lang, "read-text")) } }
            div.composer {
                section.sign { (self.form()) }
                section.card-shown aria-labelledby="card-shown-title" {
                    h2 #card-shown-title { (t!(lang, "card-shown")) }
                    (card)
                }
            }
            script defer src=(assets::url("postcard.js")) {}
        };
        let path = |lang| match self.signed {
            Some(token) => paths::mine_postcard(lang, token),
            None => paths::postcard(lang, &campaign.slug),
        };
        let others: &dyn Fn(Lang) -> String = &path;
        let is_refused = !self.refusals.is_empty();
        let head = Head { others: Some(others), is_refused, ..Head::private(lang, &title) };
        ui::page(self.app, &head, &body)
    }

    fn action(&self) -> String {
        match self.signed {
            Some(token) => paths::mine_postcard(self.lang, token),
            None => paths::postcard(self.lang, &self.campaign.slug),
        }
    }

    fn preview(&self) -> String {
        match self.signed {
            Some(token) => paths::mine_postcard_preview(self.lang, token),
            None => paths::postcard_preview(self.lang, &self.campaign.slug),
        }
    }

    /// The fields that a signature has too.
    fn person(&self) -> signature::Page<'a> {
        signature::Page {
            form: &self.form.person,
            altcha: self.altcha,
            refusals: self.refusals,
            ..signature::Page::empty(self.app, self.lang, self.campaign, self.asking)
        }
    }

    fn form(&self) -> Markup {
        let (lang, slug, preview) = (self.lang, &self.campaign.slug, self.preview());
        let challenge = self.signed.is_none().then(|| paths::challenge(slug));
        html! {
            form.signature method="post" action=(self.action()) novalidate data-preview=(preview)
                data-challenge=[challenge] data-solver=(assets::url("solver.js")) data-asking[self.asking] {
                (self.designs())
                (self.officials())
                (self.message())
                (self.sender())
                @if self.signed.is_none() { (self.who()) } @else { (self.known()) }
                p.row {
                    button type="submit" { (self.button()) }
                    " "
                    button.plain type="submit" formaction=(preview) { (t!(lang, "card-see")) }
                }
                @if self.signed.is_none() {
                    p.working data-working=(t!(lang, "proof-working")) aria-live="polite" {}
                }
            }
        }
    }

    fn button(&self) -> String {
        if self.signed.is_some() { t!(self.lang, "card-send-now") } else { t!(self.lang, "card-send") }
    }

    fn refusal(&self, field: Field) -> Option<&Refusal> {
        self.refusals.iter().find(|refusal| refusal.field == field)
    }

    fn error(&self, field: Field) -> Markup {
        html! {
            @if let Some(refusal) = self.refusal(field) {
                p.error id={ (field.name()) "-error" } { (refusal_words(self.lang, refusal)) }
            }
        }
    }

    /// The pictures, each to be chosen by what it looks like.
    fn designs(&self) -> Markup {
        let lang = self.lang;
        let chosen = self.form.design.trim();
        html! {
            fieldset.card-designs #design.refused[self.refusal(Field::Design).is_some()] {
                legend { (t!(lang, "card-design")) }
                (self.error(Field::Design))
                div.card-choices {
                    @for design in &self.composer.designs {
                        @let id = design.id().to_string();
                        @let picture = &design.picture;
                        label.card-choice {
                            input type="radio" name="design" value=(id) checked[id == chosen];
                            @if let Some(copy) = picture.smallest() {
                                img src=(paths::picture(&copy.hash)) width=(copy.width) height=(copy.height)
                                    alt=(picture.alternative.get(lang)) loading="lazy";
                            }
                        }
                    }
                }
            }
        }
    }

    fn officials(&self) -> Markup {
        let lang = self.lang;
        let chosen = self.form.official.trim();
        let line = |id: &str, name: &str| {
            html! {
                p.tick {
                    input id={ "to-" (id) } type="radio" name="official" value=(id) checked[id == chosen];
                    " "
                    label for={ "to-" (id) } { bdi { (name) } }
                }
            }
        };
        html! {
            fieldset #official.refused[self.refusal(Field::Official).is_some()] {
                legend { (t!(lang, "card-to")) }
                (self.error(Field::Official))
                @for official in &self.composer.officials {
                    (line(&official.id.to_string(), &official.details.titled(lang)))
                }
                @if self.composer.offer.by_riding { (line(Addressed::MEMBER, &t!(lang, "card-to-member"))) }
            }
        }
    }

    fn message(&self) -> Markup {
        let lang = self.lang;
        let refused = self.refusal(Field::Message).is_some();
        html! {
            div.field.refused[refused] {
                label for="message" { (t!(lang, "card-message")) }
                p.hint #message-hint { (t!(lang, "card-message-hint")) }
                (self.error(Field::Message))
                textarea #message name="message" rows="9" dir="auto" required aria-invalid=[refused.then_some("true")]
                    aria-describedby="message-hint card-fit" { (self.form.message) }
                (card::fit_line(lang, &self.proof))
            }
        }
    }

    fn sender(&self) -> Markup {
        let lang = self.lang;
        let typed = self.form.sender.trim();
        let chosen = Sender::ALL.into_iter().find(|one| one.as_str() == typed).unwrap_or_default();
        html! {
            div.field.refused[self.refusal(Field::Sender).is_some()] {
                label for="sender" { (t!(lang, "card-sender")) }
                p.hint #sender-hint { (t!(lang, "card-sender-hint")) }
                (self.error(Field::Sender))
                select #sender name="sender" aria-describedby="sender-hint" {
                    @for sender in Sender::ALL {
                        option value=(sender.as_str()) selected[sender == chosen] { (sender_words(lang, sender)) }
                    }
                }
            }
        }
    }

    /// Who writes.
    fn who(&self) -> Markup {
        let (lang, person) = (self.lang, self.person());
        let ticked = self.form.person.updates == "yes";
        html! {
            (person.person())
            (person.place())
            (ui::consent(Field::Updates, &t!(lang, "field-updates"), &t!(lang, "field-updates-hint"), ticked))
            (ui::honeypot(lang))
            p.data { (t!(lang, "card-data")) " " a href=(paths::privacy(lang)) { (t!(lang, "privacy-title")) } }
            (person.proof())
        }
    }

    /// Who writes, where that is known.
    fn known(&self) -> Markup {
        let (lang, name) = (self.lang, &self.form.person.name);
        html! {
            p { (t!(lang, "card-known")) " " strong { bdi { (name) } } }
            p.data { (t!(lang, "card-data")) " " a href=(paths::privacy(lang)) { (t!(lang, "privacy-title")) } }
            @if let Some(refusal) = self.refusal(Field::Name) { p.error #name { (refusal_words(lang, refusal)) } }
        }
    }
}
