use maud::{Markup, html};

use crate::app::App;
use crate::domain::lang::Lang;
use crate::domain::new_address::NewAddress;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::{self, Head};

/// One button, which posts; then what came of it.
pub fn page(app: &App, lang: Lang, token: &str, new: &NewAddress) -> Markup {
    let title = if new.done.is_some() { t!(lang, "new-address-done") } else { t!(lang, "new-address-title") };
    let shown = |n: usize| i18n::number(lang, i64::try_from(n).unwrap_or(i64::MAX));
    let body = html! {
        h1 { (title) }
        p.lead { bdi { (new.email) } }
        @match new.done {
            None => {
                p { (t!(lang, "new-address-lead")) }
                form method="post" action=(paths::new_address(lang, token)) {
                    button type="submit" { (t!(lang, "new-address-button")) }
                }
            },
            Some(done) => {
                p { (t!(lang, "new-address-moved", n = i64::try_from(done.moved).unwrap_or(i64::MAX), shown = shown(done.moved))) }
                @if done.taken > 0 { p.notice { (t!(lang, "new-address-taken")) } }
            },
        }
    };
    let others = |lang| paths::new_address(lang, token);
    let others: &dyn Fn(Lang) -> String = &others;
    ui::page(app, &Head { others: Some(others), ..Head::private(lang, &title) }, &body)
}
