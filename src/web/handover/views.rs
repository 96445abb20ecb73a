use maud::{Markup, html};

use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::{Delivery, Missing, Package};
use crate::domain::lang::Lang;
use crate::domain::moment::Moment;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::ui::{self, Head};

/// What was not taken.
pub enum Fault {
    Wrong,
    Locked(Moment),
    /// What was typed as a name.
    By(String),
    NoPackage(Missing),
    /// A download cannot go on.
    CutOff,
}

/// Where the passphrase is asked for.
pub struct Door<'a> {
    pub app: &'a App,
    pub lang: Lang,
    pub token: &'a str,
    pub campaign: &'a Campaign,
    pub organisation: &'a str,
    pub expires_at: Moment,
    pub fault: Option<Fault>,
}

/// What stands behind it.
pub struct Room<'a> {
    pub door: Door<'a>,
    pub delivery: &'a Delivery,
    /// The package, or why there is none.
    pub package: Result<&'a Package, Missing>,
    /// The fingerprint of the key that it is signed with.
    pub key: Option<String>,
    /// When it was acknowledged, and by whom.
    pub receipt: Option<(Moment, String)>,
}

/// A day and a minute, in UTC.
fn moment(lang: Lang, at: Moment) -> String {
    let written = at.to_string();
    t!(lang, "handover-moment", day = i18n::day(lang, at), time = written.get(11..16).unwrap_or_default())
}

/// Why there is nothing to fetch.
fn missing_words(lang: Lang, missing: Missing) -> String {
    match missing {
        Missing::Making => t!(lang, "handover-being-prepared"),
        Missing::MakingAnew => t!(lang, "handover-being-made"),
        Missing::Gone | Missing::Unapproved => t!(lang, "handover-not-there"),
    }
}

impl Door<'_> {
    fn page(&self, body: &Markup) -> Markup {
        let (lang, title) = (self.lang, t!(self.lang, "handover-title"));
        let others = |lang| paths::handover_in(self.token, lang);
        let head =
            Head { others: Some(&others), is_refused: self.fault.is_some(), ..Head::private(lang, &title) };
        ui::page(self.app, &head, body)
    }

    fn head(&self) -> Markup {
        let lang = self.lang;
        html! {
            h1 { (t!(lang, "handover-title")) }
            p.lead {
                (t!(lang, "handover-from", organisation = i18n::isolate(self.organisation))) br;
                strong { bdi { (self.campaign.content.title.get(lang)) } }
            }
        }
    }

    fn summary(&self) -> Markup {
        let lang = self.lang;
        let Some(fault) = &self.fault else { return html! {} };
        let (place, words) = match fault {
            Fault::Wrong => ("passphrase", t!(lang, "handover-wrong")),
            Fault::Locked(until) => ("passphrase", t!(lang, "handover-locked", at = moment(lang, *until))),
            Fault::By(_) => ("by", t!(lang, "handover-by-refused")),
            Fault::NoPackage(missing) => ("main", missing_words(lang, *missing)),
            Fault::CutOff => ("main", t!(lang, "handover-cut-off")),
        };
        html! {
            div.summary role="alert" tabindex="-1" autofocus {
                h2 { (t!(lang, "problem-summary")) }
                ul { li { a href={ "#" (place) } { (words) } } }
            }
        }
    }

    pub fn markup(&self) -> Markup {
        let lang = self.lang;
        let wrong = matches!(self.fault, Some(Fault::Wrong | Fault::Locked(_)));
        self.page(&html! {
            (self.head())
            (self.summary())
            p { (t!(lang, "handover-about")) }
            form.code method="post" action=(paths::handover_part(self.token, "passphrase")) {
                input type="hidden" name="lang" value=(lang);
                div.field.refused[wrong] {
                    label for="passphrase" { (t!(lang, "handover-passphrase")) }
                    p.hint #passphrase-hint { (t!(lang, "handover-passphrase-hint")) }
                    input #passphrase name="passphrase" type="text" inputmode="numeric" autocomplete="off" required
                        aria-describedby="passphrase-hint" aria-invalid=[wrong.then_some("true")];
                }
                button type="submit" { (t!(lang, "handover-enter")) }
            }
            p.small { (t!(lang, "handover-expires", at = moment(lang, self.expires_at))) }
        })
    }
}

impl Room<'_> {
    pub fn markup(&self) -> Markup {
        let (lang, one) = (self.door.lang, self.delivery);
        let line = |words: String, many: i64| {
            html! { @if many > 0 { div { dt { (words) } dd { (i18n::number(lang, many)) } } } }
        };
        self.door.page(&html! {
            (self.door.head())
            (self.door.summary())
            dl.facts {
                div { dt { (t!(lang, "handover-to")) } dd { bdi { (one.to.name) } ", " (one.to.office.get(lang)) } }
                div { dt { (t!(lang, "delivery-column")) } dd { (t!(lang, "delivery-number", number = one.number)) } }
                @if let Some(at) = one.cut_off { div { dt { (t!(lang, "delivery-cut-off")) } dd { (moment(lang, at)) } } }
                (line(t!(lang, "delivery-online"), one.counts.online))
                (line(t!(lang, "delivery-paper-signatures"), one.counts.paper))
                (line(t!(lang, "delivery-postcards"), one.counts.postcards))
            }
            (self.fetching())
            (self.receipt())
            (self.checking())
        })
    }

    fn fetching(&self) -> Markup {
        let (lang, token) = (self.door.lang, self.door.token);
        html! {
            h2 { (t!(lang, "handover-fetch-title")) }
            @match self.package {
                Ok(package) => {
                    p { (t!(lang, "handover-size", size = i18n::size(lang, package.bytes.unsigned_abs()))) }
                    form method="post" action=(paths::handover_part(token, "fetch")) {
                        input type="hidden" name="lang" value=(lang);
                        button type="submit" { (t!(lang, "handover-fetch")) }
                    }
                    p.small { (t!(lang, "handover-fetch-about")) }
                },
                Err(missing) => p.notice { (missing_words(lang, missing)) },
            }
        }
    }

    fn receipt(&self) -> Markup {
        let (lang, token) = (self.door.lang, self.door.token);
        let typed = if let Some(Fault::By(typed)) = &self.door.fault { Some(typed) } else { None };
        let wrong = typed.is_some();
        html! {
            h2 { (t!(lang, "handover-receipt-title")) }
            @if let Some((at, by)) = &self.receipt {
                p.notice role="status" { (t!(lang, "handover-receipt-given", at = moment(lang, *at), by = i18n::isolate(by))) }
            } @else {
                p { (t!(lang, "handover-receipt-about")) }
                form method="post" action=(paths::handover_part(token, "receipt")) {
                    input type="hidden" name="lang" value=(lang);
                    div.field.refused[wrong] {
                        label for="by" { (t!(lang, "handover-by")) }
                        p.hint #by-hint { (t!(lang, "handover-by-hint")) }
                        input #by name="by" type="text" autocomplete="name" maxlength="120" required dir="auto"
                            value=[typed] aria-describedby="by-hint" aria-invalid=[wrong.then_some("true")];
                    }
                    button type="submit" { (t!(lang, "handover-acknowledge")) }
                }
            }
        }
    }

    fn checking(&self) -> Markup {
        let lang = self.door.lang;
        html! {
            h2 { (t!(lang, "handover-check-title")) }
            p { (t!(lang, "handover-check")) }
            @if let Some(key) = &self.key {
                p { (t!(lang, "handover-key")) }
                p.share-url { (key) }
                p { a href=(paths::delivery_key(lang)) { (t!(lang, "delivery-key-title")) } }
            }
        }
    }
}
