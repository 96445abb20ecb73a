use maud::{Markup, html};

use super::sieve::sieve;
use super::{labels, milestone, parts, time};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::assets;
use crate::web::studio::member::Present;
use crate::web::studio::views::editor::local;
use crate::web::studio::views::home::status_words;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{self, Tab, head};
use crate::web::studio::watch::asked::{Asked, Refused};
use crate::web::studio::watch::figures::{Figures, Standing};

/// A campaign and what happens to it.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub standing: Standing,
    pub figures: &'a Figures,
    pub asked: &'a Asked,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &self.campaign.slug);
        let stream = format!("{}?{}", paths::studio_figures(slug), self.figures.shown.query("charts"));
        let [reached, time, parts] =
            self.moving().map(|(name, markup)| html! { div data-part=(name) { (markup) } });
        let body = html! {
            (head(self.present, self.campaign, Tab::Figures))
            (self.refusal())
            div data-watch=(stream) {
                (self.standing())
                (milestone::next(self))
                (reached)
                p.small {
                    span role="status" data-state data-live=(t!(lang, "watch-live")) data-lost=(t!(lang, "watch-lost"))
                        data-over=(t!(lang, "watch-over")) { (as_of(self)) }
                    noscript { " " (t!(lang, "watch-reload")) }
                    " · " a href=(paths::studio_wall(slug)) { (t!(lang, "watch-wall")) }
                }
                h2 { (t!(lang, "watch-time")) }
                (sieve(self))
                (time)
                h2 { (t!(lang, "watch-parts")) }
                (parts)
            }
            script defer src=(assets::url("watch.js")) {}
        };
        Frame::of(self.app, self.present, tabs::name(lang, self.campaign), &paths::studio_campaign(slug))
            .page(&body)
    }

    /// What is told anew while somebody watches, each under the name of its place in the page.
    pub fn moving(&self) -> [(&'static str, Markup); 3] {
        [("reached", milestone::reached(self)), ("time", time::chart(self)), ("parts", parts::all(self))]
    }

    fn refusal(&self) -> Markup {
        let lang = self.present.lang;
        let (field, words) = match self.figures.refused {
            None => return html! {},
            Some(Refused::Days) => ("#from", t!(lang, "watch-days-refused")),
            Some(Refused::Since) => ("#since", t!(lang, "watch-since-refused")),
        };
        html! {
            div.summary role="alert" tabindex="-1" {
                p { (t!(lang, "problem-summary")) }
                p #days-refused { a href=(field) { (words) } }
            }
        }
    }

    fn standing(&self) -> Markup {
        let (lang, gauge) = (self.present.lang, &self.standing.gauge);
        let status = self.campaign.status(self.figures.now);
        let figures = [
            ("counted", t!(lang, "studio-counted"), self.standing.counted),
            ("paper", t!(lang, "watch-paper"), self.standing.paper),
            ("postcards", t!(lang, "watch-postcards"), self.standing.postcards),
            ("day", t!(lang, "watch-day"), gauge.day),
            ("pending", t!(lang, "studio-pending"), gauge.pending),
            ("bounced", t!(lang, "watch-bounced"), gauge.bounced),
            ("queued", t!(lang, "watch-queued"), gauge.queued),
        ];
        html! {
            dl.gauges {
                div { dt { (t!(lang, "studio-status")) } dd { (status_words(lang, status)) } }
                @for (name, words, n) in figures {
                    div { dt { (words) } dd data-figure=(name) { (i18n::number(lang, n)) } }
                }
            }
        }
    }
}

/// When the figures were read.
fn as_of(page: &Page<'_>) -> String {
    let (day, time) = local(page.present.lang, &page.figures.zone, page.figures.now);
    t!(page.present.lang, "watch-as-of", when = labels::hour(page.present.lang, &day, &time))
}
