use maud::{Markup, html};

use super::name;
use super::sending::state_words;
use crate::app::App;
use crate::domain::bulletin::Bulletin;
use crate::domain::campaign::Campaign;
use crate::domain::mailing::Mailing;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// The updates of a campaign: which are drafts, which are published, which were sent.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub all: &'a [Bulletin],
    pub mailings: &'a [Mailing],
    pub has_more: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let title = t!(lang, "updates-title");
        let path = paths::studio_updates(slug);
        let body = html! {
            (head(self.present, self.campaign, Tab::Updates))
            p { (t!(lang, "bulletins-about")) }
            form method="post" action=(path) { button type="submit" { (t!(lang, "bulletin-new")) } }
            @if self.all.is_empty() { p.notice { (t!(lang, "bulletins-none")) } } @else { (self.table()) }
            @if let Some(last) = self.all.last().filter(|_| self.has_more) {
                p { a href={ (path) "?before=" (last.number) } { (t!(lang, "updates-older")) } }
            }
        };
        Frame::of(self.app, self.present, &title, &path).page(&body)
    }

    fn table(&self) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(t!(lang, "updates-title")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "bulletin-title")) }
                            th scope="col" { (t!(lang, "bulletin-changed")) }
                            th scope="col" { (t!(lang, "bulletin-page")) }
                            th scope="col" { (t!(lang, "bulletin-mail")) }
                        }
                    }
                    tbody { @for bulletin in self.all { (self.row(bulletin)) } }
                }
            }
        }
    }

    fn row(&self, bulletin: &Bulletin) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        let mailing = self.mailings.iter().find(|mailing| mailing.number == bulletin.number);
        let sending = paths::studio_update_part(slug, bulletin.number, "sending");
        html! {
            tr {
                th scope="row" { a href=(paths::studio_update(slug, bulletin.number)) dir="auto" { (name(lang, bulletin)) } }
                td { (clock(self.present, bulletin.changed_at)) }
                td {
                    @match bulletin.published_at {
                        Some(at) => a href=(paths::update(lang, slug, bulletin.number)) { (i18n::day(lang, at)) },
                        None => (t!(lang, "bulletin-draft")),
                    }
                }
                td {
                    @match mailing {
                        Some(mailing) => a href=(sending) { (state_words(lang, mailing.state)) " · " (i18n::number(lang, mailing.sent)) },
                        None => "–",
                    }
                }
            }
        }
    }
}
