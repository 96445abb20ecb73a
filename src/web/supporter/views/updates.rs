use maud::{Markup, html};

use crate::app::App;
use crate::domain::bulletin::{News, Published, languages};
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::i18n::{self, t};
use crate::markdown;
use crate::paths;
use crate::web::ui::{self, Head};

fn direction(tag: &str) -> &'static str {
    Tag::parse(tag).unwrap_or_default().direction()
}

/// The title of an update, which leads to it, and the day it is from.
fn line(lang: Lang, campaign: &Campaign, update: &Published) -> Markup {
    let Some((tag, piece)) = update.wording.best(lang.code(), &languages(campaign)) else { return html! {} };
    html! {
        li {
            a href=(paths::update(lang, &campaign.slug, update.number)) lang=(tag) dir=(direction(tag)) { (piece.title) }
            " " span.small { (i18n::day(lang, update.published_at)) }
        }
    }
}

/// The newest updates, on the campaign's page.
pub fn latest(lang: Lang, campaign: &Campaign, news: &News) -> Markup {
    html! {
        @if !news.latest.is_empty() {
            section.updates aria-labelledby="updates-title" {
                h2 #updates-title { (t!(lang, "updates-title")) }
                ul { @for update in &news.latest { (line(lang, campaign, update)) } }
                p { a href=(paths::updates(lang, &campaign.slug)) { (t!(lang, "updates-all")) } }
            }
        }
    }
}

/// All updates of a campaign, page by page.
pub fn index(app: &App, lang: Lang, campaign: &Campaign, updates: &[Published], has_more: bool) -> Markup {
    let title = t!(lang, "updates-title");
    let slug = &*campaign.slug;
    let feed = paths::updates_feed(lang, slug);
    let body = html! {
        p.asked { (campaign.content.title.get(lang)) }
        h1 { (title) }
        @if updates.is_empty() {
            p.notice { (t!(lang, "updates-none")) }
        } @else {
            ul.updates { @for update in updates { (line(lang, campaign, update)) } }
        }
        @if let Some(last) = updates.last().filter(|_| has_more) {
            p { a href={ (paths::updates(lang, slug)) "?before=" (last.number) } { (t!(lang, "updates-older")) } }
        }
        p { a href=(feed) type="application/atom+xml" { (t!(lang, "updates-feed")) } }
        p { a href=(paths::campaign(lang, slug)) { (t!(lang, "back-to-campaign")) } }
    };
    let path = |lang| paths::updates(lang, slug);
    let head = Head { path: Some(&path), feed: Some(&feed), ..Head::private(lang, &title) };
    ui::page(app, &head, &body)
}

/// One update.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub update: &'a Published,
    /// The language it is asked for in, where that is not the page's.
    pub wanted: Option<&'a Tag>,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign, update) = (self.lang, self.campaign, self.update);
        let slug = &*campaign.slug;
        let wanted = self.wanted.map_or(lang.code(), Tag::as_str);
        let Some((tag, piece)) = update.wording.best(wanted, &languages(campaign)) else { return html! {} };
        let body = html! {
            p.asked { a href=(paths::campaign(lang, slug)) { (campaign.content.title.get(lang)) } }
            article.update {
                h1 lang=(tag) dir=(direction(tag)) { (piece.title) }
                p.small {
                    (i18n::day(lang, update.published_at))
                    @if let Some(at) = update.corrected_at() { " · " (t!(lang, "updates-corrected", date = i18n::day(lang, at))) }
                }
                (self.languages(tag))
                div lang=(tag) dir=(direction(tag)) { (markdown::html(&piece.body)) }
            }
            p { a href=(paths::updates(lang, slug)) { (t!(lang, "updates-all")) } }
            p { a href=(paths::campaign(lang, slug)) { (t!(lang, "back-to-campaign")) } }
        };
        let path = |lang| paths::update(lang, slug, update.number);
        let feed = paths::updates_feed(lang, slug);
        let head = Head { path: Some(&path), feed: Some(&feed), ..Head::private(lang, &piece.title) };
        ui::page(self.app, &head, &body)
    }

    /// The other languages it can be read in, besides those of the page.
    fn languages(&self, shown: &str) -> Markup {
        let ours = |tag: &str| Lang::ALL.iter().any(|lang| lang.code() == tag);
        let others: Vec<&str> = self
            .update
            .wording
            .tags()
            .filter(|tag| *tag != shown && (!ours(tag) || *tag == self.lang.code()))
            .collect();
        let path = paths::update(self.lang, &self.campaign.slug, self.update.number);
        html! {
            @if !others.is_empty() {
                p.small {
                    (t!(self.lang, "updates-also-in"))
                    @for tag in others {
                        " " a href={ (path) "?in=" (tag) } lang=(tag) hreflang=(tag) { (Tag::parse(tag).unwrap_or_default().own_name()) }
                    }
                }
            }
        }
    }
}
