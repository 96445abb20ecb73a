use std::time::Duration;

use maud::{Markup, html};

use super::count::count;
use super::{dossier, letter, media, signature};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::live::Tally;
use crate::paths;
use crate::web::ui::{self, Head, Voice};

/// The campaign in the order in which people read it.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub status: Status,
    /// Whether the form asks for a proof of work.
    pub asking: bool,
    pub tally: &'a Tally,
    /// The latest signatories who chose to be shown, as they chose.
    pub names: &'a [String],
    /// The versions of the text before this one, newest first.
    pub earlier: &'a [i32],
    /// What is not published yet, shown to those who make it.
    pub preview: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let content = &campaign.content;
        let voice = Voice::new(lang, &content.language);
        let body = html! {
            @if self.preview { p.notice.preview role="status" { (t!(lang, "preview-banner")) } }
            article.campaign {
                header.ask {
                    p.asked { (voice.say(&content.asked)) }
                    h1 { (voice.say(&content.ask)) }
                    (self.again())
                    @if let Some(picture) = &campaign.picture { (media::picture(voice, picture)) }
                }
                div.story { (voice.markdown(&content.story)) }
                div.act {
                    (count(lang, campaign, self.tally, self.preview))
                    (self.form())
                    (self.recent())
                }
                div.full {
                    (dossier::text(voice, &campaign.text, (campaign.text_version, campaign.text_published_at), &self.versions(voice)))
                    (self.again())
                    (dossier::addressees(voice, &campaign.text, &campaign.officials))
                    (super::delivered::section(voice, &campaign.zone(), &self.app.hub.delivered(campaign.id)))
                    (super::replies::section(voice, campaign, (&self.app.hub.replies(campaign.id), &self.app.hub.delivered(campaign.id))))
                    (self.letter(voice))
                    (self.postcards())
                    (dossier::documents(voice, content))
                    (media::papers(voice, &campaign.papers))
                    (dossier::case_files(voice, content))
                    (dossier::key_dates(voice, content))
                    (super::updates::latest(lang, campaign, &self.app.hub.news(campaign.id)))
                    p.organiser {
                        (t!(lang, "campaign-organiser", organiser = voice.text(&content.organiser))) " "
                        a href=(paths::contact(lang, &campaign.slug)) { (t!(lang, "contact-title")) }
                        " · "
                        a href=(paths::campaign_counting(lang, &campaign.slug)) { (t!(lang, "counting-title")) }
                    }
                }
            }
        };
        let path = |lang| paths::campaign(lang, &campaign.slug);
        let preview = |lang| paths::studio_preview(&campaign.slug, lang);
        let feed = paths::updates_feed(lang, &campaign.slug);
        let head = Head {
            lang,
            title: voice.text(&content.title),
            description: Some(voice.text(&content.summary)),
            path: (!self.preview).then_some(&path),
            others: self.preview.then_some(&preview),
            feed: (!self.preview).then_some(&*feed),
            is_refused: false,
        };
        let shared = campaign.picture.as_ref().filter(|_| !self.preview);
        let shared = html! { @if let Some(picture) = shared { (media::shared(self.app, voice, picture)) } };
        ui::page_shared(self.app, &head, &shared, &body)
    }

    /// What this version changed, the ones before it, and the languages in which there is no page.
    fn versions(&self, voice: Voice<'_>) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let path = |version: i32| paths::text(lang, &campaign.slug, version);
        let tags =
            campaign.text.body.tags().filter(|tag| Lang::ALL.iter().all(|lang| lang.code() != tag.as_str()));
        let to_tag = |tag: &Tag| {
            let base = if self.preview {
                paths::studio_preview(&campaign.slug, lang)
            } else {
                path(campaign.text_version)
            };
            format!("{base}?in={tag}")
        };
        let others: Vec<_> = tags.collect();
        html! {
            @if campaign.text_note.tags().next().is_some() {
                p.small { (t!(lang, "text-changed")) " " (voice.say(&campaign.text_note)) }
            }
            @if !self.earlier.is_empty() {
                p.small {
                    (t!(lang, "text-earlier"))
                    @for version in self.earlier.iter().copied() {
                        " " a href=(path(version)) { (t!(lang, "text-version-short", version = version)) }
                    }
                }
            }
            @if !others.is_empty() {
                p.small {
                    (t!(lang, "text-also-in"))
                    @for tag in others {
                        " " a href=(to_tag(tag)) hreflang=(tag) lang=(tag) dir=(tag.direction()) { (tag.own_name()) }
                    }
                }
            }
        }
    }

    /// The way to the open letter and how many stand under it; without one, the organisations alone.
    fn letter(&self, voice: Voice<'_>) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let Some(letter) = self.app.hub.open_letter(campaign.id) else {
            return dossier::organisations(voice, &campaign.content);
        };
        html! {
            section aria-labelledby="letter-title" {
                h2 #letter-title { (t!(lang, "letter-title")) }
                p { (letter::figures(lang, self.tally.organisations, self.tally.professionals)) }
                (letter::organisations(voice, &campaign.content, &letter))
                p { a href=(paths::letter(lang, &campaign.slug)) { (t!(lang, "letter-read")) } }
            }
        }
    }

    /// The way to where cards are written.
    fn postcards(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let is_offered = self.app.hub.offer(campaign.id).is_some_and(|offer| offer.offered);
        html! {
            @if is_offered && self.status == Status::Open {
                section aria-labelledby="postcards-title" {
                    h2 #postcards-title { (t!(lang, "card-write-title")) }
                    p { (t!(lang, "card-write-about")) }
                    p.again { a href=(paths::postcard(lang, &campaign.slug)) { (t!(lang, "card-title")) } }
                }
            }
        }
    }

    /// A way to the form, which on a phone is far from here.
    fn again(&self) -> Markup {
        html! {
            @if self.status == Status::Open { p.again { a href="#sign" { (t!(self.lang, "sign-button")) } } }
        }
    }

    /// The form, or why there is none.
    fn form(&self) -> Markup {
        let lang = self.lang;
        // It closes at a midnight: the day before is the last one on which people sign.
        let last_day = |at: Moment| i18n::day(lang, at - Duration::from_millis(1));
        let closes = self.campaign.closes_at.map(last_day).unwrap_or_default();
        html! {
            section.sign #sign aria-labelledby="sign-title" {
                @match self.status {
                    Status::Open => {
                        h2 #sign-title { (t!(lang, "sign-title")) }
                        @if self.campaign.closes_at.is_some() { p.small { (t!(lang, "sign-until", date = closes)) } }
                        (signature::Page { preview: self.preview, ..signature::Page::empty(self.app, lang, self.campaign, self.asking) }.form())
                    },
                    Status::Upcoming => {
                        h2 #sign-title { (t!(lang, "status-upcoming")) }
                        p.notice { (t!(lang, "status-upcoming-do", date = i18n::day(lang, self.campaign.opens_at))) }
                    },
                    Status::Paused => {
                        h2 #sign-title { (t!(lang, "status-paused")) }
                        p.notice { (t!(lang, "status-paused-do")) }
                    },
                    Status::Closed | Status::Removed | Status::Draft => {
                        h2 #sign-title { (t!(lang, "status-closed")) }
                        p.notice { (t!(lang, "status-closed-do", date = closes)) }
                    },
                }
            }
        }
    }

    fn recent(&self) -> Markup {
        html! {
            @if !self.names.is_empty() {
                section.recent aria-labelledby="recent-title" {
                    h2 #recent-title { (t!(self.lang, "recent-title")) }
                    ul { @for name in self.names { li { bdi { (name) } } } }
                    p.small { (t!(self.lang, "recent-note")) }
                }
            }
        }
    }
}
