use maud::{Markup, html};

use super::desk::{alike, deciding};
use super::{hold_words, kind_words, state_words};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::refusal::{Field, Refusal};
use crate::domain::sign_on::{Kind, SignOn, Signatory};
use crate::i18n::t;
use crate::mail::{decline_words, display_words};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};
use crate::web::ui::refusal_words;

/// How it stands on the list, as it was typed.
pub struct Typed {
    /// One name a line, each after its language.
    pub names: String,
    pub weight: String,
    pub seen: String,
}

/// One who signed, with what is decided about them.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub one: &'a SignOn,
    pub signatory: &'a Signatory,
    pub is_own_mail: bool,
    /// What may be the same.
    pub alike: &'a [SignOn],
    pub typed: &'a Typed,
    pub refusals: &'a [Refusal],
    pub saved: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug, one) = (self.present.lang, &self.campaign.slug, self.one);
        let signatory = self.signatory;
        let title =
            if one.kind == Kind::Organisation { &signatory.organisation } else { &signatory.person.name };
        let body = html! {
            (head(self.present, self.campaign, Tab::SignOns))
            (self.summary())
            @if self.saved { p.notice role="status" { (t!(lang, "vetting-saved")) } }
            p { a href=(paths::studio_sign_ons_in(slug, one.state.as_str())) { (state_words(lang, one.state)) } }
            h2 { bdi { (title) } }
            (self.facts())
            @if !self.alike.is_empty() {
                ul { @for other in self.alike { li.late { (alike(lang, slug, other)) } } }
            }
            p.small { (t!(lang, "vetting-look-recorded")) }
            form method="post" action=(paths::studio_sign_ons_part(slug, "decision")) {
                input type="hidden" name="state" value=(one.state.as_str());
                input type="hidden" name={ "sign-on-" (one.id) } value="yes";
                (deciding(lang, one.state))
            }
            (self.listing())
        };
        let path = paths::studio_sign_on(slug, one.id);
        // No name of a person in the title of a window.
        let window = kind_words(lang, one.kind);
        let frame = Frame::of(self.app, self.present, &window, &path);
        Frame { is_refused: !self.refusals.is_empty(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if !self.refusals.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul {
                        @for refusal in self.refusals {
                            li { a href={ "#" (refusal.field.name()) } { (refusal_words(lang, refusal)) } }
                        }
                    }
                }
            }
        }
    }

    fn facts(&self) -> Markup {
        let (lang, one, signatory) = (self.present.lang, self.one, self.signatory);
        let person = &signatory.person;
        let country = self.app.tools.rules.countries.get(&one.country);
        let row = |label: String, value: &str| {
            html! { @if !value.is_empty() { div { dt { (label) } dd { bdi { (value) } } } } }
        };
        html! {
            section.held {
                dl.facts {
                    (row(t!(lang, "vetting-kind"), &kind_words(lang, one.kind)))
                    (row(t!(lang, "field-organisation"), &signatory.organisation))
                    (row(t!(lang, "field-website"), &signatory.website))
                    (row(t!(lang, "field-name"), &person.name))
                    (row(t!(lang, "field-role"), &signatory.role))
                    (row(t!(lang, "field-profession"), &signatory.profession))
                    (row(t!(lang, "field-affiliation"), &signatory.affiliation))
                    (row(t!(lang, "field-email"), &person.email))
                    @if self.is_own_mail { (row(String::new(), &t!(lang, "vetting-own-mail"))) }
                    (row(t!(lang, "field-city"), &person.city))
                    (row(t!(lang, "field-country"), country.map_or("", |country| country.name(lang))))
                    @if one.kind == Kind::Professional { (row(t!(lang, "field-public"), &display_words(lang, one.display))) }
                    (row(t!(lang, "field-comment"), &person.comment))
                    div { dt { (t!(lang, "vetting-came")) } dd { (clock(self.present, one.confirmed_at.unwrap_or(one.created_at))) } }
                    @if let Some(words) = hold_words(lang, one) { (row(t!(lang, "vetting-signs"), &words)) }
                    @if let Some(reason) = one.decline_reason { (row(t!(lang, "vetting-reason"), &decline_words(lang, reason))) }
                }
            }
        }
    }

    fn invalid(&self, field: Field) -> Option<&'static str> {
        self.refusals.iter().any(|refusal| refusal.field == field).then_some("true")
    }

    fn listing(&self) -> Markup {
        let (lang, one) = (self.present.lang, self.one);
        html! {
            h2 { (t!(lang, "vetting-listing")) }
            form method="post" action=(paths::studio_sign_on(&self.campaign.slug, one.id)) {
                input type="hidden" name="seen" value=(self.typed.seen);
                @if one.kind == Kind::Organisation {
                    div.field {
                        label for="organisation" { (t!(lang, "vetting-names")) }
                        p.small #organisation-hint { (t!(lang, "vetting-names-hint")) }
                        textarea #organisation name="organisation" rows="4" dir="auto" aria-describedby="organisation-hint"
                            aria-invalid=[self.invalid(Field::Organisation)] { (self.typed.names) }
                    }
                }
                div.field.narrow {
                    label for="weight" { (t!(lang, "vetting-weight")) }
                    p.small #weight-hint { (t!(lang, "vetting-weight-hint")) }
                    input #weight name="weight" inputmode="numeric" value=(self.typed.weight) aria-describedby="weight-hint"
                        aria-invalid=[self.invalid(Field::Weight)];
                }
                button type="submit" { (t!(lang, "save-button")) }
            }
        }
    }
}
