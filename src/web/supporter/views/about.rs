use maud::{Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::{self, Head, markdown};

fn page(app: &App, lang: Lang, title: &str, path: &dyn Fn(Lang) -> String, body: &Markup) -> Markup {
    let whole = html! { article.prose { h1 { (title) } (body) } };
    let head = Head {
        lang,
        title,
        description: None,
        path: Some(path),
        others: None,
        feed: None,
        is_refused: false,
    };
    ui::page(app, &head, &whole)
}

/// Who answers for the data, what is kept, how long, who sees it.
pub fn privacy(app: &App, lang: Lang) -> Markup {
    let operator = &app.tools.settings.operator;
    let retention = &app.tools.settings.retention;
    let days = |days: u32| i18n::number(lang, i64::from(days));
    let row = |what: String, how_long: String, who: String| html! { tr { th scope="row" { (what) } td { (how_long) } td { (who) } } };
    let body = html! {
        (markdown(&t!(lang, "privacy-intro", operator = operator.name.as_str())))
        h2 { (t!(lang, "privacy-officer")) }
        p {
            @if !operator.privacy_officer.is_empty() { (operator.privacy_officer) br; }
            a href={ "mailto:" (operator.privacy_email) } { (operator.privacy_email) }
            @if !operator.address.is_empty() { br; (operator.address) }
        }
        h2 { (t!(lang, "privacy-kept")) }
        div.wide tabindex="0" role="region" aria-label=(t!(lang, "privacy-kept")) {
            table {
                thead { tr {
                    th scope="col" { (t!(lang, "privacy-what")) }
                    th scope="col" { (t!(lang, "privacy-how-long")) }
                    th scope="col" { (t!(lang, "privacy-who")) }
                } }
                tbody {
                    (row(t!(lang, "privacy-person"), t!(lang, "privacy-person-long", days = days(retention.signers), consents = days(retention.consents)), t!(lang, "privacy-person-who")))
                    (row(t!(lang, "privacy-card"), t!(lang, "privacy-card-long", days = days(retention.signers)), t!(lang, "privacy-card-who")))
                    (row(t!(lang, "privacy-unconfirmed"), t!(lang, "privacy-days", days = days(retention.unconfirmed)), t!(lang, "privacy-nobody")))
                    (row(t!(lang, "privacy-network"), t!(lang, "privacy-days", days = days(retention.network)), t!(lang, "privacy-nobody")))
                    (row(t!(lang, "privacy-mails"), t!(lang, "privacy-days", days = days(retention.outbox)), t!(lang, "privacy-nobody")))
                    (row(t!(lang, "privacy-stop"), t!(lang, "privacy-stop-long"), t!(lang, "privacy-nobody")))
                }
            }
        }
        (markdown(&t!(lang, "privacy-rights")))
    };
    page(app, lang, &t!(lang, "privacy-title"), &paths::privacy, &body)
}

pub fn accessibility(app: &App, lang: Lang) -> Markup {
    let operator = &app.tools.settings.operator;
    let body = html! {
        (markdown(&t!(lang, "accessibility-body")))
        p { a href={ "mailto:" (operator.privacy_email) } { (operator.privacy_email) } }
    };
    page(app, lang, &t!(lang, "accessibility-title"), &paths::accessibility, &body)
}

pub fn counting(app: &App, lang: Lang) -> Markup {
    let body = markdown(&t!(lang, "counting-body"));
    page(app, lang, &t!(lang, "counting-title"), &paths::counting, &body)
}
