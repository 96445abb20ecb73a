//! The open letter: its text, who stands under it, the form, and the pages of who signs it.

pub mod form;
pub mod mine;

use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::content::Content;
use crate::domain::lang::Lang;
use crate::domain::letter::Letter;
use crate::domain::local_name::{LocalName, choose};
use crate::domain::moment::Moment;
use crate::domain::sign_on::{Kind, State};
use crate::domain::words::Words;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::{self, Head, Voice};

/// A professional as they chose to be shown.
pub struct Professional {
    pub name: String,
    pub profession: String,
    pub affiliation: String,
}

/// The letter and its signatories.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub letter: &'a Letter,
    /// Whether it can be signed now.
    pub is_open: bool,
    /// The professionals who chose to be shown.
    pub names: &'a [Professional],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign, letter) = (self.lang, self.campaign, self.letter);
        let voice = Voice::new(lang, &campaign.content.language);
        let title = t!(lang, "letter-title");
        let count = letter.count(&campaign.content.organisations);
        let body = html! {
            p.asked { (voice.say(&campaign.content.asked)) }
            h1 { (title) }
            p.lead { a href=(paths::campaign(lang, &campaign.slug)) { (voice.say(&campaign.content.title)) } }
            p { (figures(lang, count, letter.professionals)) }
            (self.ways())
            (text(voice, &letter.terms.body, letter.version, letter.published_at))
            (self.organisations(voice, count))
            (self.professionals())
            (self.ways())
        };
        let path = |lang| paths::letter(lang, &campaign.slug);
        let whole = format!("{title} – {}", voice.text(&campaign.content.title));
        let head = Head {
            lang,
            title: &whole,
            description: Some(voice.text(&campaign.content.summary)),
            path: Some(&path),
            others: None,
            feed: None,
            is_refused: false,
        };
        ui::page(self.app, &head, &body)
    }

    /// The ways to the forms.
    fn ways(&self) -> Markup {
        let (lang, slug) = (self.lang, &self.campaign.slug);
        let ways = Kind::ALL.into_iter().filter(|kind| self.is_open && self.letter.takes(*kind));
        html! {
            @for kind in ways {
                p.again { a href=(paths::letter_as(lang, slug, kind.as_str())) { (sign_words(lang, kind)) } }
            }
        }
    }

    fn organisations(&self, voice: Voice<'_>, count: usize) -> Markup {
        html! {
            @if count > 0 {
                section aria-labelledby="organisations-title" {
                    h2 #organisations-title { (t!(self.lang, "organisations-title")) }
                    (organisations(voice, &self.campaign.content, self.letter))
                }
            }
        }
    }

    fn professionals(&self) -> Markup {
        let lang = self.lang;
        let unnamed = self.letter.professionals.saturating_sub(self.names.len());
        html! {
            @if self.letter.professionals > 0 {
                section aria-labelledby="professionals-title" {
                    h2 #professionals-title { (t!(lang, "professionals-title")) }
                    ul.organisations.professionals {
                        @for one in self.names {
                            li {
                                bdi { (one.name) }
                                span.small {
                                    bdi { (one.profession) }
                                    @if !one.affiliation.is_empty() { ", " bdi { (one.affiliation) } }
                                }
                            }
                        }
                    }
                    @if unnamed > 0 {
                        p.small { (t!(lang, "professionals-unnamed", count = counted(unnamed), shown = i18n::number(lang, counted(unnamed)))) }
                    }
                }
            }
        }
    }
}

fn counted(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

pub fn sign_words(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::Organisation => t!(lang, "letter-sign-organisation"),
        Kind::Professional => t!(lang, "letter-sign-professional"),
    }
}

/// How many stand under it.
pub fn figures(lang: Lang, organisations: usize, professionals: usize) -> String {
    let (organisations, professionals) = (counted(organisations), counted(professionals));
    let first =
        t!(lang, "letter-organisations", count = organisations, shown = i18n::number(lang, organisations));
    if professionals == 0 {
        return first;
    }
    let second =
        t!(lang, "letter-professionals", count = professionals, shown = i18n::number(lang, professionals));
    t!(lang, "letter-figures", first = first, second = second)
}

/// The text with its version.
pub fn text(voice: Voice<'_>, body: &Words, version: i32, published: Moment) -> Markup {
    let lang = voice.lang;
    html! {
        section.letter aria-labelledby="text-title" {
            h2 #text-title { (t!(lang, "letter-text")) }
            p.small { (t!(lang, "text-version", version = version, date = i18n::day(lang, published))) }
            div.letter-body { (voice.markdown(body)) }
        }
    }
}

/// The organisations under the letter, each by the name in the reader's language, else by its first.
pub fn organisations(voice: Voice<'_>, content: &Content, letter: &Letter) -> Markup {
    let lines = letter.lines(&content.organisations, voice.lang);
    html! {
        @if let Some(note) = &content.organisations_note { p { (voice.say(note)) } }
        ul.organisations {
            @for line in &lines {
                @if let Some(name) = choose(&line.names, voice.lang) { li { (local_name(name)) } }
            }
        }
    }
}

/// A name in its own language.
pub fn local_name(name: &LocalName) -> Markup {
    html! { bdi lang=(name.lang) dir=(name.lang.direction()) { (name.name) } }
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
            p.lead { bdi { (self.name) } (t!(lang, "thanks-lead")) }
            p { (standing(lang, self.state)) }
            ul {
                li { a href=(paths::mine(lang, self.mine)) { (t!(lang, "letter-next-mine")) } }
                li { a href=(paths::letter(lang, &self.campaign.slug)) { (t!(lang, "letter-next-read")) } }
            }
        };
        let others = |lang| paths::confirm(lang, self.token);
        let others: &dyn Fn(Lang) -> String = &others;
        ui::page(self.app, &Head { others: Some(others), ..Head::private(lang, &title) }, &body)
    }
}

/// Where one that is confirmed stands.
fn standing(lang: Lang, state: State) -> String {
    match state {
        State::Vetted => t!(lang, "letter-stands-vetted"),
        State::Declined => t!(lang, "letter-stands-declined"),
        _ => t!(lang, "letter-stands-held"),
    }
}
