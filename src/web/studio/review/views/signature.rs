use maud::{Markup, html};

use super::table::place;
use super::words::{ground_words, judgement_words, reason_words, state_words};
use super::{Fault, Part, Typed, judgement_fields, summary, top};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::digest::hexadecimal;
use crate::domain::judgement::Judgement;
use crate::domain::moment::Moment;
use crate::domain::person::Person;
use crate::domain::ruling::Ruling;
use crate::i18n::t;
use crate::paths;
use crate::storage::reviews::Seen;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;

/// A ruling about a signature, by whom, and when it was undone.
pub struct Decided {
    pub ruling: Ruling,
    pub by: String,
    pub undone_at: Option<Moment>,
}

/// One signature.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub seen: &'a Seen,
    pub decided: &'a [Decided],
    /// Whoever signed, where they were opened.
    pub person: Option<&'a Person>,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, seen) = (self.present.lang, self.seen);
        let title = t!(lang, "review-signature");
        let slug = &*self.campaign.slug;
        let body = html! {
            (top(self.present, self.campaign, Part::Signatures))
            (summary(lang, self.faults))
            h2 { (title) }
            dl.figures {
                dt { (t!(lang, "review-state")) } dd { (state_words(lang, seen.state)) }
                @if let Some(reason) = &seen.reason { dt { (t!(lang, "review-reason")) } dd { (reason_words(lang, reason)) } }
                dt { (t!(lang, "review-signed")) } dd { (clock(self.present, seen.created_at)) }
                @if let Some(at) = seen.confirmed_at {
                    @let seconds = at.0.saturating_sub(seen.created_at.0) / 1000;
                    dt { (t!(lang, "review-confirmed")) }
                    dd { (clock(self.present, at)) " (" (t!(lang, "review-after", seconds = seconds)) ")" }
                }
                dt { (t!(lang, "review-place")) } dd { (place(self.app, lang, seen)) }
                dt { (t!(lang, "review-language")) } dd { (seen.lang) }
                @if let Some(network) = seen.network {
                    @let whole = hexadecimal(&network);
                    dt { (t!(lang, "review-network")) }
                    dd { a href=(paths::studio_review_where(slug, &format!("network={whole}"))) { code { (whole[..8]) } } }
                }
            }
            (self.who())
            (self.judge())
            (self.history())
        };
        let path = paths::studio_signature(slug, seen.id);
        let frame =
            Frame { is_refused: !self.faults.is_empty(), ..Frame::of(self.app, self.present, &title, &path) };
        frame.page(&body)
    }

    fn who(&self) -> Markup {
        let lang = self.present.lang;
        let stands = self.seen.state.stands();
        html! {
            h3 { (t!(lang, "review-who")) }
            @if let Some(person) = self.person {
                dl.figures #person {
                    dt { (t!(lang, "field-name")) } dd dir="auto" { (person.name) }
                    dt { (t!(lang, "field-email")) } dd { bdi { (person.email) } }
                    @if !person.postal_code.is_empty() { dt { (t!(lang, "field-postal")) } dd { (person.postal_code) } }
                    @if !person.city.is_empty() { dt { (t!(lang, "field-city")) } dd dir="auto" { (person.city) } }
                    @if !person.region.is_empty() { dt { (t!(lang, "field-region")) } dd dir="auto" { (person.region) } }
                    @if !person.comment.is_empty() { dt { (t!(lang, "field-comment")) } dd dir="auto" { (person.comment) } }
                }
            } @else if stands {
                form method="post" action=(paths::studio_signature_act(&self.campaign.slug, self.seen.id, "person")) {
                    button type="submit" { (t!(lang, "review-show")) }
                }
                p.small { (t!(lang, "review-show-about")) }
            } @else {
                p { (t!(lang, "review-person-gone")) }
            }
        }
    }

    fn judge(&self) -> Markup {
        let lang = self.present.lang;
        let choices: Vec<(Judgement, String)> = Judgement::ALL
            .into_iter()
            .filter(|judgement| judgement.changes(self.seen.state))
            .map(|judgement| (judgement, String::new()))
            .collect();
        html! {
            @if !choices.is_empty() {
                h3 { (t!(lang, "review-judge")) }
                form.narrow method="post" action=(paths::studio_signature_act(&self.campaign.slug, self.seen.id, "judge")) {
                    input type="hidden" name="seen" value=(self.seen.state.as_str());
                    (judgement_fields(lang, &choices, self.typed, self.faults))
                    button type="submit" { (t!(lang, "review-judge-button")) }
                }
            }
        }
    }

    fn history(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            h3 { (t!(lang, "review-history")) }
            @if self.decided.is_empty() { p { (t!(lang, "review-no-history")) } }
            @else {
                ul {
                    @for decided in self.decided {
                        @let ruling = &decided.ruling;
                        li {
                            a href=(paths::studio_ruling(&self.campaign.slug, ruling.id)) {
                                (judgement_words(lang, ruling.judgement)) ", " (clock(self.present, ruling.at))
                            }
                            " – " (ground_words(lang, ruling.ground)) " – " bdi { (decided.by) }
                            @if let Some(at) = decided.undone_at { " – " (t!(lang, "review-undone")) " " (clock(self.present, at)) }
                        }
                    }
                }
            }
        }
    }
}
