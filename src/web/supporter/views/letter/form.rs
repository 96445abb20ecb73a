use maud::{Markup, html};

use super::sign_words;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::sign_on::{Kind, SignOnForm};
use crate::i18n::t;
use crate::paths;
use crate::web::assets;
use crate::web::supporter::views::signature;
use crate::web::ui::{self, Head, Input, Voice};

/// The form of one kind of signatory: at first, and again with what was typed where something was refused.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub letter: &'a Letter,
    pub kind: Kind,
    pub form: &'a SignOnForm,
    /// The proof of work that a refused form brought.
    pub altcha: &'a str,
    /// Whether one is asked for.
    pub asking: bool,
    pub refusals: &'a [Refusal],
}

impl<'a> Page<'a> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let voice = Voice::new(lang, &campaign.content.language);
        let title = sign_words(lang, self.kind);
        let body = html! {
            (ui::summary(lang, self.refusals))
            p.asked { (voice.say(&campaign.content.title)) }
            h1 #kind { (title) }
            p { (t!(lang, "letter-held")) " " a href=(paths::letter(lang, &campaign.slug)) { (t!(lang, "letter-read")) } }
            section.sign { (self.form()) }
        };
        let path = |lang| paths::letter_as(lang, &campaign.slug, self.kind.as_str());
        let others: &dyn Fn(Lang) -> String = &path;
        let is_refused = !self.refusals.is_empty();
        let head = Head { others: Some(others), is_refused, ..Head::private(lang, &title) };
        ui::page(self.app, &head, &body)
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
        let (lang, slug, person) = (self.lang, &self.campaign.slug, self.person());
        html! {
            form.signature method="post" action=(paths::letter(lang, slug)) novalidate
                data-challenge=(paths::challenge(slug)) data-solver=(assets::url("solver.js")) data-asking[self.asking] {
                input type="hidden" name="kind" value=(self.kind.as_str());
                input type="hidden" name="text_version" value=(self.text_version());
                @match self.kind {
                    Kind::Organisation => {
                        (self.organisation())
                        (person.person())
                        (self.role())
                    },
                    Kind::Professional => {
                        (person.person())
                        (self.profession())
                    },
                }
                (person.place())
                @if self.kind == Kind::Professional { (person.name_shows()) }
                (person.more())
                (ui::honeypot(lang))
                p.data { (self.data_words()) " " a href=(paths::privacy(lang)) { (t!(lang, "privacy-title")) } }
                (person.proof())
                button type="submit" { (t!(lang, "sign-button")) }
                p.working data-working=(t!(lang, "proof-working")) aria-live="polite" {}
            }
        }
    }

    fn data_words(&self) -> String {
        match self.kind {
            Kind::Organisation => t!(self.lang, "letter-data-organisation"),
            Kind::Professional => t!(self.lang, "letter-data-professional"),
        }
    }

    /// Refused because the text changed meanwhile, the form is for the text as it is now.
    fn text_version(&self) -> String {
        let typed = &self.form.person.text_version;
        let stale = self.refusals.iter().any(|refusal| refusal.reason == Reason::OtherText);
        if !typed.is_empty() && !stale {
            return typed.clone();
        }
        self.letter.editions.last().map(crate::domain::campaign::Edition::mark).unwrap_or_default()
    }

    fn input(
        &self,
        field: Field,
        value: &'a str,
        (autocomplete, required): (&'a str, bool),
        label: String,
        hint: Option<String>,
    ) -> Input<'a> {
        Input {
            lang: self.lang,
            field,
            kind: "text",
            label,
            hint,
            autocomplete,
            value,
            required,
            refusals: self.refusals,
        }
    }

    fn organisation(&self) -> Markup {
        let (lang, form) = (self.lang, self.form);
        let (name, site) = (t!(lang, "field-organisation"), t!(lang, "field-website"));
        let (name_hint, site_hint) = (t!(lang, "field-organisation-hint"), t!(lang, "field-website-hint"));
        html! {
            (self.input(Field::Organisation, &form.organisation, ("organization", true), name, Some(name_hint)))
            (self.input(Field::Website, &form.website, ("url", false), site, Some(site_hint)))
        }
    }

    fn role(&self) -> Markup {
        let (lang, hint) = (self.lang, t!(self.lang, "field-role-hint"));
        html! { (self.input(Field::Role, &self.form.role, ("organization-title", false), t!(lang, "field-role"), Some(hint))) }
    }

    fn profession(&self) -> Markup {
        let (lang, form) = (self.lang, self.form);
        let hint = t!(lang, "field-affiliation-hint");
        html! {
            (self.input(Field::Profession, &form.profession, ("organization-title", true), t!(lang, "field-profession"), None))
            (self.input(Field::Affiliation, &form.affiliation, ("organization", false), t!(lang, "field-affiliation"), Some(hint)))
        }
    }
}
