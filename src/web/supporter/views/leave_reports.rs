use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::paths;
use crate::web::ui::{self, Head};

fn title_of(lang: Lang, campaign: Option<&Campaign>) -> String {
    campaign.map(|campaign| campaign.content.title.get(lang).to_owned()).unwrap_or_default()
}

/// One button, and what it ends.
pub fn asked(app: &App, lang: Lang, campaign: Option<&Campaign>, token: &str) -> Markup {
    let title = t!(lang, "leave-reports-title");
    let body = html! {
        h1 { (title) }
        p { (t!(lang, "leave-reports-about", campaign = title_of(lang, campaign))) }
        form method="post" action=(paths::unsubscribe(token)) {
            button type="submit" { (t!(lang, "leave-reports-button")) }
        }
    };
    ui::page(app, &Head::private(lang, &title), &body)
}

pub fn done(app: &App, lang: Lang, campaign: Option<&Campaign>) -> Markup {
    let title = t!(lang, "left-reports-title");
    let body = html! {
        h1 { (title) }
        p role="status" { (t!(lang, "left-reports", campaign = title_of(lang, campaign))) }
        p { a href=(paths::home(lang)) { (t!(lang, "to-campaigns")) } }
    };
    ui::page(app, &Head::private(lang, &title), &body)
}
