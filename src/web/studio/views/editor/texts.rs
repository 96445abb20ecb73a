use maud::{Markup, html};

use super::local;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::i18n::{self, t};
use crate::paths;
use crate::storage::texts::StoredText;
use crate::web::studio::member::Present;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};
use crate::web::ui::Voice;

/// A version and how many have signed it.
pub struct Row {
    pub stored: StoredText,
    pub signed: i64,
}

/// The versions of a campaign's text.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub rows: &'a [Row],
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let title = t!(lang, "texts-title");
        let body = html! {
            (head(self.present, self.campaign, Tab::Texts))
            h2 { (title) }
            p { (t!(lang, "texts-lead")) }
            div.wide role="region" aria-label=(title) tabindex="0" { (self.table()) }
        };
        let title = format!("{title} – {}", self.campaign.content.title.get(lang));
        Frame::of(self.app, self.present, &title, &paths::studio_texts(slug)).page(&body)
    }

    fn table(&self) -> Markup {
        let (lang, campaign) = (self.present.lang, self.campaign);
        let zone = self.present.zone();
        let voice = Voice::new(lang, &campaign.content.language);
        html! {
            table {
                thead {
                    tr {
                        th scope="col" { (t!(lang, "texts-version")) }
                        th scope="col" { (t!(lang, "texts-published")) }
                        th.figure scope="col" { (t!(lang, "texts-signed")) }
                        th scope="col" { (t!(lang, "texts-changed")) }
                    }
                }
                tbody {
                    @for Row { stored, signed } in self.rows {
                        @let version = stored.version;
                        tr {
                            th scope="row" {
                                @if campaign.is_public() {
                                    a href=(paths::text(lang, &campaign.slug, version)) { (t!(lang, "text-version-short", version = version)) }
                                } @else { (t!(lang, "text-version-short", version = version)) }
                            }
                            td { @if campaign.is_public() { (local(lang, &zone, stored.published_at).0) } @else { (t!(lang, "studio-draft")) } }
                            td.figure { (i18n::number(lang, *signed)) }
                            td { (voice.say(&stored.note)) }
                        }
                    }
                }
            }
        }
    }
}
