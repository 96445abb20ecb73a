use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::{self, Head, Voice};

/// The open campaigns with their counts.
pub fn page(app: &App, lang: Lang, campaigns: &[(&Campaign, i64)]) -> Markup {
    let title = t!(lang, "home-title");
    let body = html! {
        h1 { (title) }
        p.lead { (t!(lang, "home-lead")) }
        @if campaigns.is_empty() { p.notice { (t!(lang, "home-empty")) } }
        @for (campaign, online) in campaigns {
            @let (content, online) = (&campaign.content, *online);
            @let voice = Voice::new(lang, &content.language);
            article.card {
                p.asked { (voice.say(&content.asked)) }
                h2 { a href=(paths::campaign(lang, &campaign.slug)) { (voice.say(&content.title)) } }
                p { (voice.say(&content.summary)) }
                p.small { (t!(lang, "count-signatures", count = online, shown = i18n::number(lang, online))) }
            }
        }
    };
    let lead = t!(lang, "home-lead");
    let head = Head {
        lang,
        title: &title,
        description: Some(&lead),
        path: Some(&paths::home),
        others: None,
        feed: None,
        is_refused: false,
    };
    ui::page(app, &head, &body)
}
