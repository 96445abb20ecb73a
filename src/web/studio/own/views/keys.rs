use maud::{Markup, html};

use crate::actions::accounts::carrier_keys::Typed;
use crate::app::App;
use crate::domain::carrier::CarrierKey;
use crate::i18n::t;
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::clock;
use crate::web::studio::views::form::{Faults, Field, summary};
use crate::web::studio::views::layout::Frame;

/// One's own keys, to which the packages that one carries are encrypted.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub keys: &'a [CarrierKey],
    pub typed: &'a Typed,
    pub faults: &'a Faults,
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, faults) = (self.present.lang, self.faults);
        let title = t!(lang, "keys-title");
        let label = Field {
            name: "label",
            label: t!(lang, "keys-label"),
            kind: "text",
            autocomplete: "off",
            hint: Some(t!(lang, "keys-label-hint")),
            typed: &self.typed.label,
        };
        let body = html! {
            h1 { (title) }
            (summary(lang, faults))
            p { (t!(lang, "keys-about")) }
            @if self.keys.is_empty() { p.notice { (t!(lang, "keys-none")) } } @else { (self.table(&title)) }
            h2 { (t!(lang, "keys-add-title")) }
            form.narrow method="post" action=(paths::STUDIO_KEYS) {
                (label.markup(faults))
                (self.key())
                button type="submit" { (t!(lang, "keys-add")) }
            }
        };
        let is_refused = !faults.is_empty();
        Frame { is_refused, ..Frame::of(self.app, self.present, &title, paths::STUDIO_KEYS) }.page(&body)
    }

    fn key(&self) -> Markup {
        let lang = self.present.lang;
        let wrong = self.faults.iter().find(|(field, _)| *field == "key").map(|(_, words)| words);
        let described = if wrong.is_some() { "key-hint key-error" } else { "key-hint" };
        html! {
            div.field {
                label for="key" { (t!(lang, "keys-key")) }
                p.small #key-hint { (t!(lang, "keys-key-hint")) }
                @if let Some(words) = wrong { p.error #key-error { (words) } }
                textarea #key name="key" rows="4" autocomplete="off" autocapitalize="none" spellcheck="false" required
                    aria-describedby=(described) aria-invalid=[wrong.is_some().then_some("true")] { (self.typed.key) }
            }
        }
    }

    fn table(&self, title: &str) -> Markup {
        let lang = self.present.lang;
        html! {
            div.wide role="region" aria-label=(title) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "keys-label")) }
                            th scope="col" { (t!(lang, "keys-key")) }
                            th scope="col" { (t!(lang, "keys-added")) }
                            th scope="col" { (t!(lang, "studio-act")) }
                        }
                    }
                    tbody { @for key in self.keys { (self.row(key)) } }
                }
            }
        }
    }

    fn row(&self, key: &CarrierKey) -> Markup {
        html! {
            tr {
                th scope="row" { bdi { (key.key.label) } }
                td { code.hash { (shortened(&key.key.recipient)) } }
                td { (clock(self.present, key.added_at)) }
                td {
                    form method="post" action=(paths::studio_remove_key(key.id)) {
                        button.link type="submit" {
                            (t!(self.present.lang, "keys-remove")) span.visually-hidden { " " (key.key.label) }
                        }
                    }
                }
            }
        }
    }
}

/// A key by its kind and its end: enough to tell it from others.
fn shortened(recipient: &str) -> String {
    let (kind, key) = recipient.split_once(' ').unwrap_or(("", recipient));
    let (start, end) = (key.get(..8), key.len().checked_sub(8).and_then(|from| key.get(from..)));
    match (start, end) {
        (Some(start), Some(end)) => format!("{kind} {start}…{end}").trim_start().to_owned(),
        _ => recipient.to_owned(),
    }
}
