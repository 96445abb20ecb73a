//! The pages about people's data, and the document that is handed to them.

pub mod address;
pub mod correction;
pub mod document;
pub mod erasure;
pub mod inquiry;
pub mod list;
mod words;

use maud::{Markup, html};

use crate::actions::people::consents::Line;
use crate::actions::people::scans::Scanned;
use crate::app::App;
use crate::domain::holding::{Fact, Holding, What};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::moment;

/// Who holds the data, as people know them.
pub fn organisation<'a>(app: &'a App, present: &'a Present) -> &'a str {
    let name = &present.member.organisation.name;
    if name.is_empty() { &app.tools.settings.operator.name } else { name }
}

/// Puts the words that somebody consented to beside the moment at which they did.
pub fn with_words(mut held: Vec<Holding>) -> Vec<Holding> {
    for holding in &mut held {
        if holding.fact(What::UpdatesSince).is_some() {
            let lang = match holding.fact(What::Language) {
                Some(Fact::Word(code)) => code.parse().unwrap_or(Lang::En),
                _ => Lang::En,
            };
            let at = holding.facts.iter().position(|(what, _)| *what == What::UpdatesSince).unwrap_or(0);
            holding.facts.insert(
                at + 1,
                (What::ConsentWords, Fact::Text(i18n::updates_words(lang).replace('\n', " – "))),
            );
        }
    }
    held
}

/// The title of a holding: its kind, and the campaign it belongs to.
fn title(app: &App, lang: Lang, holding: &Holding) -> Markup {
    let campaign = holding.campaign.and_then(|id| app.hub.campaign_by_id(id));
    html! {
        (words::kind(lang, holding.kind))
        @if let Some(campaign) = campaign { " – " bdi { (campaign.content.title.get(lang)) } }
    }
}

/// What is known, each with its name.
fn facts(lang: Lang, holding: &Holding) -> Markup {
    html! {
        dl.facts {
            @for (what, fact) in &holding.facts {
                div { dt { (words::what(lang, *what)) } dd { (value(lang, *what, fact)) } }
            }
        }
    }
}

/// That the paper of a row was scanned, and where to look whether this person is on it.
fn scans_beside(app: &App, lang: Lang, holding: &Holding, scanned: &Scanned) -> Markup {
    let campaign = holding.campaign.and_then(|id| app.hub.campaign_by_id(id));
    html! {
        @if let Some((batch, count)) = scanned.get(&holding.id).copied() {
            p.notice {
                (t!(lang, "held-scans", batch = batch, count = count, number = i18n::number(lang, count)))
                @if let Some(campaign) = campaign {
                    " " a href=(paths::studio_scans(&campaign.slug, batch)) { (t!(lang, "held-scans-link")) }
                }
            }
        }
    }
}

fn value(lang: Lang, what: What, fact: &Fact) -> Markup {
    html! {
        @match fact {
            Fact::Text(text) => bdi { (text) },
            Fact::At(at) => (moment(lang, *at)),
            Fact::Number(number) => (i18n::number(lang, *number)),
            Fact::Word(word) => (words::word(lang, what, word)),
        }
    }
}

/// A day, for machines too.
fn day(lang: Lang, at: Moment) -> Markup {
    html! { time datetime=(at) { (i18n::day(lang, at)) } }
}

/// The heads of the table of consents. They are the same in every language, since it is proof.
pub fn consent_columns() -> Vec<String> {
    [
        "campaign",
        "signature",
        "name",
        "email",
        "language",
        "consented_at",
        "consented_by",
        "ended_at",
        "ended_by",
        "wording",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// One consent as a line of it.
pub fn consent_line(slug: &str, line: &Line) -> Vec<String> {
    let consent = &line.consent;
    let (ended_at, ended_by) = consent.ended.unzip();
    vec![
        slug.to_owned(),
        consent.signature.to_string(),
        line.name.clone(),
        line.email.clone(),
        consent.lang.code().to_owned(),
        consent.given_at.to_string(),
        consent.given_by.as_str().to_owned(),
        ended_at.map_or_else(String::new, |at| at.to_string()),
        ended_by.map_or_else(String::new, |by| by.as_str().to_owned()),
        line.words.join(" / "),
    ]
}
