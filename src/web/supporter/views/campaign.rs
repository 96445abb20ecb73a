use std::time::Duration;

use maud::{Markup, html};

use super::count::count;
use super::{dossier, signature};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};
use crate::live::Tally;
use crate::paths;
use crate::web::ui::{self, Head, markdown};

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
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let content = &campaign.content;
        let body = html! {
            article.campaign {
                header.ask {
                    p.asked { (content.asked.get(lang)) }
                    h1 { (content.ask.get(lang)) }
                    (self.again())
                }
                div.story { (markdown(content.story.get(lang))) }
                div.act {
                    (count(lang, campaign, self.tally))
                    (self.form())
                    (self.recent())
                }
                div.full {
                    (dossier::text(lang, &campaign.text, campaign.text_version, campaign.text_published_at))
                    (self.again())
                    (dossier::addressees(lang, &campaign.text))
                    (dossier::organisations(lang, content))
                    (dossier::documents(lang, content))
                    (dossier::case_files(lang, content))
                    (dossier::key_dates(lang, content))
                    p.organiser {
                        (t!(lang, "campaign-organiser", organiser = content.organiser.get(lang))) " "
                        a href=(paths::contact(lang, &campaign.slug)) { (t!(lang, "contact-title")) }
                    }
                }
            }
        };
        let path = |lang| paths::campaign(lang, &campaign.slug);
        let head = Head {
            lang,
            title: content.title.get(lang),
            description: Some(content.summary.get(lang)),
            path: Some(&path),
            others: None,
            is_refused: false,
        };
        ui::page(self.app, &head, &body)
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
                        (signature::Page::empty(self.app, lang, self.campaign, self.asking).form())
                    },
                    Status::Upcoming => {
                        h2 #sign-title { (t!(lang, "status-upcoming")) }
                        p.notice { (t!(lang, "status-upcoming-do", date = i18n::day(lang, self.campaign.opens_at))) }
                    },
                    Status::Paused => {
                        h2 #sign-title { (t!(lang, "status-paused")) }
                        p.notice { (t!(lang, "status-paused-do")) }
                    },
                    Status::Closed | Status::Removed => {
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
