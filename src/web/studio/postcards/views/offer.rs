use std::collections::BTreeSet;

use maud::{Markup, html};
use uuid::Uuid;

use super::parts;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::official::Official;
use crate::domain::postcard::Offer;
use crate::domain::refusal::{Field, Reason, Refusal};
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};
use crate::web::ui::refusal_words;

/// What organisers typed about postcards.
pub struct Typed {
    pub offered: bool,
    pub by_riding: bool,
    pub elections: bool,
    pub officials: Vec<Uuid>,
    pub suggestions: Vec<(Tag, String)>,
    /// What they saw when they began.
    pub seen: String,
}

/// What is wrong with it.
pub enum Fault {
    Suggestion(Tag, Reason),
    /// More officials than can be offered.
    TooMany,
    /// Offered to nobody.
    Nobody,
    /// There is no front.
    NoDesign,
    /// Somebody else changed it.
    Meanwhile,
}

impl Fault {
    fn field(&self) -> String {
        match self {
            Self::Suggestion(tag, _) => format!("suggestion-{tag}"),
            Self::TooMany | Self::Nobody => "add".to_owned(),
            Self::NoDesign | Self::Meanwhile => "offered".to_owned(),
        }
    }

    fn words(&self, lang: Lang) -> String {
        match self {
            Self::Suggestion(_, reason) => {
                refusal_words(lang, &Refusal { field: Field::Message, reason: *reason })
            }
            Self::TooMany => {
                let most = i64::try_from(Offer::MOST_OFFICIALS).unwrap_or(i64::MAX);
                t!(lang, "cards-too-many", most = i18n::number(lang, most))
            }
            Self::Nobody => t!(lang, "cards-nobody"),
            Self::NoDesign => t!(lang, "cards-no-design"),
            Self::Meanwhile => t!(lang, "refused-changed"),
        }
    }
}

/// Whether and to whom cards may be written.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub typed: &'a Typed,
    /// Those to whom cards can be written.
    pub all: &'a [Official],
    /// Those whom the campaign's text asks.
    pub asked: &'a BTreeSet<Uuid>,
    pub has_designs: bool,
    pub has_ridings: bool,
    pub faults: &'a [Fault],
    pub saved: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "cards-title");
        let body = html! {
            (head(self.present, self.campaign, Tab::Postcards))
            (parts(lang, self.campaign, false))
            (self.summary())
            @if self.saved { p.notice role="status" { (t!(lang, "cards-saved")) } }
            p { (t!(lang, "cards-about")) }
            @if !self.has_designs { p.notice { (t!(lang, "cards-no-design")) } }
            form.letter-terms method="post" action=(paths::studio_postcards(slug)) novalidate {
                input type="hidden" name="seen" value=(self.typed.seen);
                (tick("offered", self.typed.offered, &t!(lang, "cards-offered")))
                @if self.typed.offered && self.campaign.is_public() {
                    p.small { a href=(paths::postcard(lang, slug)) { (t!(lang, "studio-public-page")) } }
                }
                (self.officials())
                (tick("elections", self.typed.elections, &t!(lang, "cards-elections")))
                p.small { (t!(lang, "cards-elections-about")) }
                (self.suggestions())
                button type="submit" { (t!(lang, "save-button")) }
            }
        };
        let path = paths::studio_postcards(slug);
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !self.faults.is_empty(), ..frame }.page(&body)
    }

    fn summary(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            @if !self.faults.is_empty() {
                div.summary role="alert" tabindex="-1" autofocus {
                    p { (t!(lang, "problem-summary")) }
                    ul { @for fault in self.faults { li { a href={ "#" (fault.field()) } { (fault.words(lang)) } } } }
                }
            }
        }
    }

    fn officials(&self) -> Markup {
        let lang = self.present.lang;
        let find = |id: &Uuid| self.all.iter().find(|official| official.id == *id);
        let chosen = self.typed.officials.iter().filter_map(find);
        let others = self.asked.iter().filter(|id| !self.typed.officials.contains(id)).filter_map(find);
        html! {
            fieldset {
                legend { (t!(lang, "cards-officials")) }
                p.small { (t!(lang, "cards-officials-about")) }
                @for official in chosen { (self.official(official, true)) }
                @for official in others { (self.official(official, false)) }
                (self.add())
                (tick("by_riding", self.typed.by_riding, &t!(lang, "cards-by-riding")))
                @if !self.has_ridings { p.small { (t!(lang, "cards-no-ridings")) } }
            }
        }
    }

    fn official(&self, official: &Official, ticked: bool) -> Markup {
        let name = format!("official-{}", official.id);
        tick(&name, ticked, &title(self.present.lang, official))
    }

    /// One more, of the directory.
    fn add(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.field.narrow {
                label for="add" { (t!(lang, "cards-add-official")) }
                select #add name="add" {
                    option value="" { (t!(lang, "cards-add-none")) }
                    @for official in self.all.iter().filter(|one| !self.typed.officials.contains(&one.id)) {
                        option value=(official.id) { (title(lang, official)) }
                    }
                }
            }
        }
    }

    fn suggestions(&self) -> Markup {
        let lang = self.present.lang;
        let is_wrong = |tag: &Tag| {
            self.faults.iter().any(|fault| matches!(fault, Fault::Suggestion(one, _) if one == tag))
        };
        html! {
            p.small #suggestion-hint { (t!(lang, "cards-suggestion-about")) }
            @for (tag, text) in &self.typed.suggestions {
                @let name = format!("suggestion-{tag}");
                div.field {
                    label for=(name) { (t!(lang, "cards-suggestion")) " (" bdi lang=(tag) { (tag.own_name()) } ")" }
                    textarea id=(name) name=(name) rows="6" lang=(tag) dir=(tag.direction())
                        aria-describedby="suggestion-hint" aria-invalid=[is_wrong(tag).then_some("true")] { (text) }
                }
            }
        }
    }
}

/// An official with their office.
pub fn title(lang: Lang, official: &Official) -> String {
    official.details.titled(lang)
}

fn tick(name: &str, ticked: bool, label: &str) -> Markup {
    html! {
        p.tick {
            input id=(name) name=(name) type="checkbox" value="yes" checked[ticked];
            " "
            label for=(name) { bdi { (label) } }
        }
    }
}
