use maud::{Markup, html};

use super::dossier;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::display::Display;
use crate::domain::form::SignatureForm;
use crate::domain::lang::Lang;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::i18n::t;
use crate::mail::display_words;
use crate::paths;
use crate::web::assets;
use crate::web::ui::{self, Head, Input, Voice};

/// The form alone: at first, and again with what was typed where something was refused.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub form: &'a SignatureForm,
    /// The proof of work that a refused form brought.
    pub altcha: &'a str,
    /// Whether one is asked for.
    pub asking: bool,
    pub refusals: &'a [Refusal],
    /// Only shown, to those who make the campaign: nothing in it can be pressed.
    pub preview: bool,
}

/// Where a page that everybody sees alike has its form remember what led to it.
pub const SOURCE_PLACE: &str = "<input type=\"hidden\" name=\"text_version\"";

/// What led to a form, in it.
pub fn remembered(source: &str) -> Markup {
    html! { input type="hidden" name="source" value=(source); }
}

static EMPTY: SignatureForm = SignatureForm::empty();

impl<'a> Page<'a> {
    pub const fn empty(app: &'a App, lang: Lang, campaign: &'a Campaign, asking: bool) -> Self {
        Self { app, lang, campaign, form: &EMPTY, altcha: "", asking, refusals: &[], preview: false }
    }

    pub fn markup(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let title = t!(lang, "sign-title");
        let voice = Voice::new(lang, &campaign.content.language);
        let body = html! {
            (ui::summary(lang, self.refusals))
            p.asked { (voice.say(&campaign.content.asked)) }
            h1 { (voice.say(&campaign.content.ask)) }
            p { a href=(paths::campaign(lang, &campaign.slug)) { (t!(lang, "read-text")) } }
            section.sign aria-labelledby="sign-title" {
                h2 #sign-title { (title) }
                (self.form())
            }
        };
        let path = |lang| paths::sign(lang, &campaign.slug);
        let path: &dyn Fn(Lang) -> String = &path;
        let is_refused = !self.refusals.is_empty();
        // A refused form has been posted here: in the other language it starts anew.
        let head = Head {
            lang,
            title: &title,
            description: None,
            path: Some(path),
            others: None,
            feed: None,
            is_refused,
        };
        ui::page(self.app, &head, &body)
    }

    pub fn form(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        if self.preview {
            return html! { form.signature { fieldset.shown disabled { (self.inside()) } } };
        }
        html! {
            form.signature method="post" action=(paths::sign(lang, &campaign.slug)) novalidate
                data-challenge=(paths::challenge(&campaign.slug)) data-solver=(assets::url("solver.js")) data-asking[self.asking] {
                @if !self.form.source.is_empty() { (remembered(&self.form.source)) }
                input type="hidden" name="text_version" value=(self.text_version());
                (self.inside())
            }
        }
    }

    fn inside(&self) -> Markup {
        let lang = self.lang;
        html! {
            (self.person())
            (self.place())
            (self.choices())
            (ui::honeypot(lang))
            (self.handed_over())
            p.data { (t!(lang, "sign-data")) " " a href=(paths::privacy(lang)) { (t!(lang, "privacy-title")) } }
            @if !self.preview { (self.proof()) }
            button type="submit" { (t!(lang, "sign-button")) }
            @if !self.preview { p.working data-working=(t!(lang, "proof-working")) aria-live="polite" {} }
        }
    }

    /// What the script will do, and shows once it is asked to, and what to do without it.
    pub fn proof(&self) -> Markup {
        let lang = self.lang;
        html! {
            input type="hidden" name="altcha" value=(self.altcha);
            p.proof hidden { (t!(lang, "proof-asked")) }
            @if self.asking { noscript { p.proof { (t!(lang, "proof-without-script")) } } }
            script defer src=(assets::url("proof.js")) {}
        }
    }

    /// Refused because the text changed meanwhile, the form is for the text as it is now.
    fn text_version(&self) -> String {
        let stale = self.refusals.iter().any(|refusal| refusal.reason == Reason::OtherText);
        let typed = &self.form.text_version;
        if typed.is_empty() || stale { self.campaign.edition().mark() } else { typed.clone() }
    }

    fn input(
        &self,
        field: Field,
        value: &'a str,
        autocomplete: &'a str,
        label: String,
        hint: Option<String>,
    ) -> Input<'a> {
        let required = matches!(field, Field::Name | Field::Email);
        let kind = if field == Field::Email { "email" } else { "text" };
        Input {
            lang: self.lang,
            field,
            kind,
            label,
            hint,
            autocomplete,
            value,
            required,
            refusals: self.refusals,
        }
    }

    pub fn person(&self) -> Markup {
        let (lang, form) = (self.lang, self.form);
        html! {
            (self.input(Field::Name, &form.name, "name", t!(lang, "field-name"), None))
            (self.input(Field::Email, &form.email, "email", t!(lang, "field-email"), Some(t!(lang, "field-email-hint"))))
        }
    }

    pub fn place(&self) -> Markup {
        let (lang, form) = (self.lang, self.form);
        let postal_hint = Some(t!(lang, "field-postal-hint"));
        html! {
            (self.country())
            (self.input(Field::PostalCode, &form.postal_code, "postal-code", t!(lang, "field-postal"), postal_hint))
            (self.input(Field::City, &form.city, "address-level2", t!(lang, "field-city"), None))
            @if !form.region.is_empty() {
                (self.input(Field::Region, &form.region, "address-level1", t!(lang, "field-region"), None))
            }
        }
    }

    fn country(&self) -> Markup {
        let lang = self.lang;
        let countries = &self.app.tools.rules.countries;
        let home = self.campaign.content.country.as_deref().unwrap_or_default();
        let typed = self.form.country.trim().to_ascii_uppercase();
        // A refused form keeps what was typed, which may be nothing.
        let chosen = if self.refusals.is_empty() && typed.is_empty() { home } else { &typed };
        let refused = self.refusals.iter().any(|refusal| refusal.field == Field::Country);
        html! {
            div.field.refused[refused] {
                label for="country" { (t!(lang, "field-country")) }
                @for refusal in self.refusals.iter().filter(|refusal| refusal.field == Field::Country) {
                    p.error #country-error { (ui::refusal_words(lang, refusal)) }
                }
                select #country name="country" autocomplete="country" required
                    aria-invalid=[refused.then_some("true")] aria-describedby=[refused.then_some("country-error")] {
                    option value="" selected[chosen.is_empty()] { (t!(lang, "field-country-choose")) }
                    @if let Some(first) = countries.get(home) {
                        option value=(home) selected[chosen == home] data-postal=[(!first.postal).then_some("none")] { (first.name(lang)) }
                    }
                    @for (code, country) in countries.sorted(lang).filter(|(code, _)| *code != home) {
                        option value=(code) selected[chosen == code] data-postal=[(!country.postal).then_some("none")] {
                            (country.name(lang))
                        }
                    }
                }
            }
        }
    }

    fn choices(&self) -> Markup {
        html! {
            (self.name_shows())
            (self.more())
        }
    }

    /// How the name shows.
    pub fn name_shows(&self) -> Markup {
        let (lang, form) = (self.lang, self.form);
        let chosen = Display::parse(&form.public).unwrap_or_default();
        let refused = |field| self.refusals.iter().find(move |refusal| refusal.field == field);
        html! {
            div.field.refused[refused(Field::Public).is_some()] {
                label for="public" { (t!(lang, "field-public")) }
                p.hint #public-hint { (t!(lang, "field-public-hint")) }
                @if let Some(refusal) = refused(Field::Public) {
                    p.error #public-error { (ui::refusal_words(lang, refusal)) }
                }
                select #public name="public" aria-describedby="public-hint" {
                    @for display in Display::ALL {
                        option value=(display.as_str()) selected[display == chosen] { (display_words(lang, display)) }
                    }
                }
            }
        }
    }

    /// Updates, and a comment.
    pub fn more(&self) -> Markup {
        let (lang, form) = (self.lang, self.form);
        let commented = !form.comment.is_empty();
        html! {
            (ui::consent(Field::Updates, &t!(lang, "field-updates"), &t!(lang, "field-updates-hint"), form.updates == "yes"))
            details open[commented] {
                summary { (t!(lang, "field-comment-open")) }
                (ui::textarea(lang, Field::Comment, &t!(lang, "field-comment"), &t!(lang, "field-comment-hint"), &form.comment, self.refusals))
            }
        }
    }

    fn handed_over(&self) -> Markup {
        html! {
            div.handed-over {
                p { strong { (t!(self.lang, "handed-over-if")) } }
                (dossier::disclosures(self.lang, &self.campaign.text))
            }
        }
    }
}
