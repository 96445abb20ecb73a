//! What was answered, demand by demand and word for word.

use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::content::{Addressee, Demand};
use crate::domain::delivery::delivered::Delivered;
use crate::domain::lang::Lang;
use crate::domain::reply::table::{Answer, Said, answer};
use crate::domain::reply::{Replies, Reply, addressees, silence};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::media::document_ending;
use crate::web::ui::{self, Head, Voice, stance_words};

type Known<'a> = (&'a Replies, &'a Delivered);

/// Those of whom there is anything to tell: who is asked now, and who was asked and has answered.
fn listed<'a>(campaign: &'a Campaign, replies: &'a Replies) -> Vec<&'a Addressee> {
    let now = |key: &str| campaign.text.addressees.iter().any(|one| one.key == key);
    let all = addressees(campaign, replies.texts.values().rev()).into_iter();
    all.filter(|one| now(&one.key) || replies.of(&one.key).next().is_some()).collect()
}

/// The table of demands and addressees, on the campaign's page. Nothing is said before there is anything to answer.
pub fn section(voice: Voice<'_>, campaign: &Campaign, known: Known<'_>) -> Markup {
    let (lang, (replies, delivered)) = (voice.lang, known);
    html! {
        @if !replies.all.is_empty() || !delivered.handed.is_empty() {
            section aria-labelledby="replies-title" {
                h2 #replies-title { (t!(lang, "replies-title")) }
                (table(voice, campaign, known))
                (standings(voice, campaign, known))
                p { a href=(paths::replies(lang, &campaign.slug)) { (t!(lang, "replies-read")) } }
            }
        }
    }
}

/// How it stands with each.
fn standings(voice: Voice<'_>, campaign: &Campaign, known: Known<'_>) -> Markup {
    let told = |one: &Addressee| {
        let words = standing(voice.lang, campaign, known, &one.key)?;
        Some(html! { div { dt { bdi { (one.name) } } dd { (words) } } })
    };
    let all: Vec<Markup> = listed(campaign, known.0).into_iter().filter_map(told).collect();
    html! {
        @if !all.is_empty() {
            dl.facts {
                @for one in &all { (one) }
            }
        }
    }
}

/// When an addressee has answered last, or since when they are silent. Nothing is said of whoever has answered what is not shown
/// yet: neither would be true.
fn standing(lang: Lang, campaign: &Campaign, (replies, delivered): Known<'_>, key: &str) -> Option<String> {
    let zone = campaign.zone();
    let shown: Vec<_> = replies.of(key).map(|reply| reply.written.day).collect();
    let all: Vec<_> = shown.iter().copied().chain(replies.last.get(key).copied()).collect();
    if let Some(since) = silence(delivered, key, &all, &zone) {
        return Some(t!(lang, "silent-since", day = i18n::date(lang, &since)));
    }
    match (silence(delivered, key, &shown, &zone), shown.last()) {
        (Some(_), _) => None,
        (None, Some(last)) => Some(t!(lang, "replies-last", day = i18n::date(lang, last))),
        (None, None) => Some(t!(lang, "replies-not-handed")),
    }
}

/// What each says to each demand; nothing where there is no demand that could be answered.
fn table(voice: Voice<'_>, campaign: &Campaign, known: Known<'_>) -> Markup {
    let (lang, all) = (voice.lang, listed(campaign, known.0));
    if campaign.text.demands.is_empty() {
        return html! {};
    }
    html! {
        div.wide.stacked.answers role="region" aria-label=(t!(lang, "replies-caption")) tabindex="0" {
            table {
                caption.visually-hidden { (t!(lang, "replies-caption")) }
                thead {
                    tr {
                        th scope="col" { (t!(lang, "replies-demand")) }
                        @for one in &all {
                            th scope="col" { bdi { (one.name) } }
                        }
                    }
                }
                tbody {
                    @for demand in &campaign.text.demands {
                        tr {
                            th scope="row" { (voice.say(&demand.text)) }
                            @for one in &all { (cell(voice, campaign, known, (one, demand))) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(
    voice: Voice<'_>,
    campaign: &Campaign,
    known: Known<'_>,
    (addressee, demand): (&Addressee, &Demand),
) -> Markup {
    let lang = voice.lang;
    html! {
        td data-head=(addressee.name) {
            @match answer(known.0, &addressee.key, demand, &campaign.content.language) {
                // They have answered what is not shown yet.
                Answer::Missing if known.0.last.contains_key(&addressee.key) => "–",
                Answer::Missing => span.small { (t!(lang, "stance-none-yet")) },
                Answer::ToOtherWords => span.small { (t!(lang, "stance-other-words")) },
                Answer::Now(now, before) => {
                    (stance(lang, campaign, &now))
                    @for earlier in &before { div.small.before { (t!(lang, "stance-before")) " " (stance(lang, campaign, earlier)) } }
                },
            }
        }
    }
}

/// What was said, and the day and the source of the reply that says so, which leads to it.
fn stance(lang: Lang, campaign: &Campaign, (stance, reply): &Said<'_>) -> Markup {
    html! {
        span.stance data-stance=(stance.as_str()) { (stance_words(lang, *stance)) }
        " " a.small href=(paths::reply(lang, &campaign.slug, reply.number)) { (i18n::date(lang, &reply.written.day)) }
        " " bdi.source { (reply.written.source) }
    }
}

/// All replies to a campaign, addressee by addressee.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub replies: &'a Replies,
    pub delivered: &'a Delivered,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign) = (self.lang, self.campaign);
        let voice = Voice::new(lang, &campaign.content.language);
        let slug = &*campaign.slug;
        let known = (self.replies, self.delivered);
        let title = t!(lang, "replies-title");
        let body = html! {
            p.asked { a href=(paths::campaign(lang, slug)) { (voice.say(&campaign.content.title)) } }
            h1 { (title) }
            @if self.replies.all.is_empty() && self.replies.last.is_empty() { p.notice { (t!(lang, "replies-none")) } }
            (table(voice, campaign, known))
            (standings(voice, campaign, known))
            p.small { (t!(lang, "replies-about")) }
            @for one in listed(campaign, self.replies) {
                @if self.replies.of(&one.key).next().is_some() { (self.addressee(voice, one)) }
            }
            p { a href=(paths::campaign(lang, slug)) { (t!(lang, "back-to-campaign")) } }
        };
        let path = |lang| paths::replies(lang, slug);
        let head = Head { path: Some(&path), ..Head::private(lang, &title) };
        ui::page(self.app, &head, &body)
    }

    fn addressee(&self, voice: Voice<'_>, one: &Addressee) -> Markup {
        html! {
            section {
                h2 { bdi { (one.name) } }
                p.small { (voice.say(&one.office)) }
                @if let Some(words) = standing(self.lang, self.campaign, (self.replies, self.delivered), &one.key) {
                    p { (words) }
                }
                @for reply in self.replies.of(&one.key).rev() { (self.reply(voice, reply)) }
            }
        }
    }

    fn reply(&self, voice: Voice<'_>, reply: &Reply) -> Markup {
        let (lang, written) = (self.lang, &reply.written);
        let shown = voice.foreign_tag(&written.words).unwrap_or(lang.code());
        let no_demands = Vec::new();
        let demands = self.replies.texts.get(&reply.text_version).map_or(&no_demands, |text| &text.demands);
        html! {
            article.reply id={ "reply-" (reply.number) } {
                h3 { time datetime=(written.day) { (i18n::date(lang, &written.day)) } }
                p.small {
                    (t!(lang, "replies-source")) " "
                    @if written.link.is_empty() {
                        bdi { (written.source) }
                    } @else {
                        a href=(written.link) rel="noreferrer" { bdi { (written.source) } }
                    }
                    @if let Some(at) = reply.corrected_at { " · " (t!(lang, "updates-corrected", date = i18n::day_in(lang, &self.campaign.zone(), at))) }
                }
                @if shown != written.original.as_str() {
                    p.small { (t!(lang, "replies-translated", language = written.original.own_name())) }
                }
                blockquote { (voice.markdown(&written.words)) }
                @if !demands.is_empty() {
                    dl.facts {
                        @for (number, demand) in (1..).zip(demands) {
                            div { dt { (voice.say(&demand.text)) } dd { (stance_words(lang, reply.stance(number))) } }
                        }
                    }
                }
                @if shown != written.original.as_str() && let Some(own) = written.words.written(written.original.as_str()) {
                    details {
                        summary { (t!(lang, "replies-original")) }
                        blockquote lang=(written.original) dir=(written.original.direction()) { (ui::markdown(own)) }
                    }
                }
                @if let Some(document) = &reply.document {
                    @let (ending, _) = document_ending(document.kind);
                    p {
                        a href=(paths::reply_document(&self.campaign.slug, reply.number, &document.hash, ending)) {
                            (t!(lang, "replies-document", size = i18n::size(lang, document.size.unsigned_abs())))
                        }
                    }
                }
            }
        }
    }
}
