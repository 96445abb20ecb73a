use maud::{DOCTYPE, Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::assets;
use crate::web::studio::views::qr::qr;
use crate::web::studio::views::tabs::name;
use crate::web::studio::watch::figures::Standing;

/// The count for a room full of people.
pub struct Wall<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub campaign: &'a Campaign,
    pub standing: Standing,
}

impl Wall<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.lang, &self.campaign.slug);
        html! {
            (DOCTYPE)
            html lang=(lang) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (name(lang, self.campaign)) " – " (t!(lang, "watch-wall")) }
                    meta name="robots" content="noindex";
                    meta name="color-scheme" content="light dark";
                    link rel="stylesheet" href=(assets::url("studio.css"));
                    link rel="icon" href=(assets::url("icon.svg")) type="image/svg+xml";
                    script defer src=(assets::url("watch.js")) {}
                }
                body.wall data-watch=(paths::studio_figures(slug)) {
                    main {
                        h1 { (name(lang, self.campaign)) }
                        (self.count())
                        (self.way_to_sign())
                    }
                    footer.small {
                        a href=(paths::studio_campaign(slug)) { (t!(lang, "watch-back")) } " · "
                        span.state role="status" data-state data-live=(t!(lang, "watch-live")) data-lost=(t!(lang, "watch-lost"))
                            data-over=(t!(lang, "watch-over")) {}
                        noscript { (t!(lang, "watch-reload")) }
                    }
                }
            }
        }
    }

    fn count(&self) -> Markup {
        let (lang, standing) = (self.lang, &self.standing);
        html! {
            section.tall {
                p.huge data-figure="counted" { (i18n::number(lang, standing.counted)) }
                p.large { (t!(lang, "watch-wall-signed")) }
                progress max=(standing.next_milestone) value=(standing.counted) aria-label=(t!(lang, "watch-next")) {}
                p.large {
                    (t!(lang, "watch-next")) " " strong data-figure="next_milestone" { (i18n::number(lang, standing.next_milestone)) }
                }
                p.large {
                    (t!(lang, "watch-wall-day")) " " strong data-figure="day" { (i18n::number(lang, standing.gauge.day)) }
                }
            }
        }
    }

    fn way_to_sign(&self) -> Markup {
        let lang = self.lang;
        let url = format!(
            "{}{}",
            self.app.tools.settings.http.public_url,
            paths::campaign(lang, &self.campaign.slug)
        );
        // Who comes by the wall is counted as such.
        let coded = format!("{url}?source=wall");
        let plain = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        html! {
            @if self.campaign.is_public() {
                section.way {
                    @if let Some(code) = qr(&coded, &t!(lang, "watch-qr")) { (code) }
                    p.large { (t!(lang, "watch-sign-at")) }
                    p.address {
                        // An address is broken after a slash, where it has to be.
                        @for (at, part) in plain.split('/').enumerate() { @if at > 0 { "/" wbr; } (part) }
                    }
                }
            }
        }
    }
}
