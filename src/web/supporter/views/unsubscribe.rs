use maud::{Markup, html};

use crate::actions::unsubscribe::Reach;
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
    let title = t!(lang, "unsubscribe-title");
    let body = html! {
        h1 { (title) }
        p { (t!(lang, "unsubscribe-about")) }
        form method="post" action=(paths::unsubscribe(token)) {
            fieldset {
                legend { (t!(lang, "unsubscribe-which")) }
                div.choice {
                    input #from-campaign type="radio" name="from" value="campaign" checked;
                    label for="from-campaign" { (t!(lang, "unsubscribe-campaign", campaign = title_of(lang, campaign))) }
                }
                div.choice {
                    input #from-all type="radio" name="from" value="all";
                    label for="from-all" { (t!(lang, "unsubscribe-all")) }
                }
            }
            button type="submit" { (t!(lang, "unsubscribe-button")) }
        }
        p.small { (t!(lang, "unsubscribe-signature-stays")) }
    };
    ui::page(app, &Head::private(lang, &title), &body)
}

pub fn done(app: &App, lang: Lang, campaign: Option<&Campaign>, reach: Reach) -> Markup {
    let title = t!(lang, "unsubscribed-title");
    let body = html! {
        h1 { (title) }
        @match reach {
            Reach::Campaign => p role="status" { (t!(lang, "unsubscribed-campaign", campaign = title_of(lang, campaign))) },
            Reach::Everything => p role="status" { (t!(lang, "unsubscribed-all")) },
        }
        p { (t!(lang, "unsubscribe-signature-stays")) }
        p { a href=(paths::home(lang)) { (t!(lang, "to-campaigns")) } }
    };
    ui::page(app, &Head::private(lang, &title), &body)
}
