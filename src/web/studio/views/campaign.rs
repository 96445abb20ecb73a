use maud::{Markup, html};

use super::home::status_words;
use super::layout::Frame;
use super::tabs::{Tab, head};
use crate::app::App;
use crate::domain::campaign::{Campaign, Status};
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;

/// How a campaign stands.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub status: Status,
    pub counted: i64,
    pub pending: i64,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let body = html! {
            (head(self.present, self.campaign, Tab::Figures))
            dl.figures {
                dt { (t!(lang, "studio-status")) }
                dd { (status_words(lang, self.status)) }
                dt { (t!(lang, "studio-counted")) }
                dd { (i18n::number(lang, self.counted)) }
                dt { (t!(lang, "studio-pending")) }
                dd { (i18n::number(lang, self.pending)) }
            }
        };
        let (title, path) =
            (self.campaign.content.title.get(lang), paths::studio_campaign(&self.campaign.slug));
        Frame::of(self.app, self.present, title, &path).page(&body)
    }
}
