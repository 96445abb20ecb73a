use std::collections::HashMap;

use maud::{Markup, html};

use super::dossier;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::tag::Tag;
use crate::i18n::t;
use crate::paths;
use crate::storage::texts::StoredText;
use crate::web::ui::{self, Head, Voice};

/// A version of the text by itself: one that was, or the present one in another language.
pub struct Page<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub stored: &'a StoredText,
    /// The language it is asked for in, where that is not the page's.
    pub wanted: Option<&'a Tag>,
    /// What is not published yet, shown to those who make it.
    pub preview: bool,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, campaign, stored) = (self.lang, self.campaign, self.stored);
        let main = &campaign.content.language;
        let voice = Voice::speaking(lang, self.wanted.map_or(lang.code(), Tag::as_str), main);
        let title = t!(lang, "text-version-short", version = stored.version);
        let to_campaign = paths::campaign(lang, &campaign.slug);
        let below = html! {
            @if stored.note.tags().next().is_some() {
                p.small { (t!(lang, "text-changed")) " " (voice.say(&stored.note)) }
            }
        };
        let body = html! {
            @if self.preview { p.notice.preview role="status" { (t!(lang, "preview-banner")) } }
            article.campaign {
                p.asked { (voice.say(&campaign.content.asked)) }
                h1 { (voice.say(&campaign.content.title)) " – " (title) }
                @if stored.version < campaign.text_version { p.notice { (t!(lang, "text-is-earlier")) } }
                p { a href=(to_campaign) { (t!(lang, "back-to-campaign")) } }
                div.full {
                    (dossier::text(voice, &stored.text, (stored.version, stored.published_at), &below))
                    (dossier::addressees(voice, &stored.text, &HashMap::new()))
                }
            }
        };
        let asked = self.wanted.map(|tag| format!("?in={tag}")).unwrap_or_default();
        let others = |lang| format!("{}{asked}", paths::text(lang, &campaign.slug, stored.version));
        let others: &dyn Fn(Lang) -> String = &others;
        let head = Head { others: Some(others), ..Head::private(lang, &title) };
        ui::page(self.app, &head, &body)
    }
}
