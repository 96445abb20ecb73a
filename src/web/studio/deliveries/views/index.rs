use maud::{Markup, html};

use super::{disclosure_words, scope_words, stage_words};
use crate::actions::deliveries::{Fault, Typed};
use crate::app::App;
use crate::domain::campaign::Campaign;
use crate::domain::content::Addressee;
use crate::domain::date::PartialDate;
use crate::domain::delivery::{Delivery, Scope};
use crate::domain::lang::Lang;
use crate::domain::role::Act;
use crate::i18n::{self, t};
use crate::paths;
use crate::web::studio::member::Present;
use crate::web::studio::views::form::{Faults, summary};
use crate::web::studio::views::layout::Frame;
use crate::web::studio::views::tabs::{Tab, head};

/// The deliveries of a campaign, and the form that plans one.
pub struct Page<'a> {
    pub app: &'a App,
    pub present: &'a Present,
    pub campaign: &'a Campaign,
    pub deliveries: &'a [Delivery],
    pub has_more: bool,
    pub today: &'a str,
    pub typed: &'a Typed,
    pub faults: &'a [Fault],
}

fn words(lang: Lang, fault: Fault) -> (&'static str, String) {
    match fault {
        Fault::Addressees => ("to-1", t!(lang, "delivery-to-refused")),
        Fault::Day => ("day", t!(lang, "delivery-day-refused")),
        Fault::Scope => ("scope-all", t!(lang, "delivery-scope-refused")),
        Fault::Lang => ("lang", t!(lang, "delivery-lang-refused")),
    }
}

/// A day as people write it.
pub fn day(lang: Lang, written: &str) -> String {
    PartialDate::parse(written).map(|date| i18n::date(lang, &date)).unwrap_or_default()
}

impl Page<'_> {
    pub fn markup(&self) -> Markup {
        let lang = self.present.lang;
        let (title, path) = (t!(lang, "deliveries-title"), paths::studio_deliveries(&self.campaign.slug));
        let faults: Faults = self.faults.iter().map(|fault| words(lang, *fault)).collect();
        let body = html! {
            (head(self.present, self.campaign, Tab::Deliveries))
            h2 { (title) }
            (summary(lang, &faults))
            p { (t!(lang, "deliveries-about")) }
            @if self.deliveries.is_empty() { p.notice { (t!(lang, "deliveries-none")) } } @else { (self.table()) }
            @if let Some(last) = self.deliveries.last().filter(|_| self.has_more) {
                p { a href=(paths::studio_deliveries_before(&self.campaign.slug, last.number)) { (t!(lang, "people-older")) } }
            }
            @if self.present.may_on(self.campaign, Act::MakeDeliveries) { (self.form(&path, &faults)) }
        };
        let frame = Frame::of(self.app, self.present, &title, &path);
        Frame { is_refused: !faults.is_empty(), ..frame }.page(&body)
    }

    fn table(&self) -> Markup {
        let (lang, slug) = (self.present.lang, &*self.campaign.slug);
        html! {
            div.wide role="region" aria-label=(t!(lang, "deliveries-title")) tabindex="0" {
                table {
                    thead {
                        tr {
                            th scope="col" { (t!(lang, "delivery-column")) }
                            th scope="col" { (t!(lang, "delivery-to")) }
                            th scope="col" { (t!(lang, "delivery-day")) }
                            th.figure scope="col" { (t!(lang, "delivery-lines")) }
                            th scope="col" { (t!(lang, "delivery-stage")) }
                        }
                    }
                    tbody {
                        @for one in self.deliveries {
                            tr {
                                th scope="row" { a href=(paths::studio_delivery(slug, one.number)) { (t!(lang, "delivery-number", number = one.number)) } }
                                td { bdi { (one.to.name) } }
                                td { (day(lang, &one.planned_on)) }
                                td.figure { @if one.stage.is_frozen() { (i18n::number(lang, one.lines)) } @else { "–" } }
                                td { (stage_words(lang, one.stage)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn form(&self, path: &str, faults: &Faults) -> Markup {
        let (lang, all) = (self.present.lang, &self.campaign.text.addressees);
        let wrong = |name: &str| faults.iter().any(|(field, _)| *field == name).then_some("true");
        html! {
            h3 { (t!(lang, "delivery-plan-title")) }
            @if all.is_empty() {
                p.notice { (t!(lang, "delivery-no-addressees")) }
            } @else {
                form.narrow method="post" action=(path) {
                    fieldset {
                        legend { (t!(lang, "delivery-to")) }
                        p.small { (t!(lang, "delivery-to-hint")) }
                        @for (number, addressee) in (1..).zip(all) { (self.addressee(number, addressee)) }
                    }
                    fieldset {
                        legend { (t!(lang, "delivery-scope")) }
                        @for scope in Scope::ALL {
                            label.choice {
                                input id={ "scope-" (scope.as_str()) } type="radio" name="scope" value=(scope.as_str())
                                    checked[self.typed.scope == scope.as_str()];
                                " " (scope_words(lang, scope))
                            }
                        }
                    }
                    div.field {
                        label for="day" { (t!(lang, "delivery-day")) }
                        p.small #day-hint { (t!(lang, "delivery-day-hint")) }
                        input #day name="day" type="date" autocomplete="off" required min=(self.today) value=(self.typed.day)
                            aria-describedby="day-hint" aria-invalid=[wrong("day")];
                    }
                    div.field {
                        label for="lang" { (t!(lang, "delivery-lang")) }
                        select #lang name="lang" aria-invalid=[wrong("lang")] {
                            @for other in Lang::ALL {
                                option value=(other) lang=(other) selected[self.typed.lang == other.code()] { (other.own_name()) }
                            }
                        }
                    }
                    button type="submit" { (t!(lang, "delivery-plan")) }
                }
            }
        }
    }

    fn addressee(&self, number: i32, addressee: &Addressee) -> Markup {
        let (lang, name) = (self.present.lang, format!("to-{}", addressee.key));
        html! {
            div.tick {
                input id={ "to-" (number) } name=(name) type="checkbox" value="yes"
                    checked[self.typed.addressees.contains(&addressee.key)];
                label for={ "to-" (number) } {
                    bdi { (addressee.name) } ", " (addressee.office.get(lang))
                    span.small { " – " (disclosure_words(lang, addressee.disclosure)) }
                }
            }
        }
    }
}
