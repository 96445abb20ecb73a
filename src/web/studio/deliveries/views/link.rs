use maud::{Markup, html};

use crate::actions::deliveries::hand_over::Link;
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::Delivery;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// A link and its passphrase, this once.
pub struct Made<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub delivery: &'a Delivery,
    pub link: &'a Link,
}

impl Made<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, one) = (self.present.lang, self.delivery);
        let title = t!(lang, "office-link-made");
        let back = paths::studio_delivery(&self.campaign.slug, one.number);
        let address =
            format!("{}{}", self.app.tools.settings.http.public_url, paths::handover(&self.link.token));
        let body = html! {
            (head(self.present, self.campaign, Tab::Deliveries))
            h2 { (title) }
            p.notice { (t!(lang, "office-link-once")) }
            h3 { (t!(lang, "office-link-address")) }
            p { (t!(lang, "office-link-address-about")) }
            p.code { (address) }
            h3 { (t!(lang, "handover-passphrase")) }
            p { (t!(lang, "office-link-passphrase-about")) }
            p.lead.code { (self.link.passphrase.written()) }
            p.small { (t!(lang, "office-link-until")) " " (clock(self.present, self.link.expires_at)) }
            p { a href=(back) { (t!(lang, "office-link-kept")) } }
        };
        Frame::of(self.app, self.present, &title, &back).page(&body)
    }
}
