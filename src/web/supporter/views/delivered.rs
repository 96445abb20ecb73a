use maud::{Markup, html};

use crate::domain::delivery::delivered::{Delivered, Handed};
use crate::domain::zone::Zone;
use crate::i18n::{self, t};
use crate::web::ui::Voice;

/// So many are shown at once; the others open below.
const SHOWN: usize = 6;

/// What was handed over, to whom, when, and who has acknowledged it. Nothing is said before the first one.
pub fn section(voice: Voice<'_>, zone: &Zone, delivered: &Delivered) -> Markup {
    let (lang, all) = (voice.lang, &delivered.handed);
    let (latest, others) = all.split_at(all.len().min(SHOWN));
    html! {
        @if !all.is_empty() {
            section aria-labelledby="delivered-title" {
                h2 #delivered-title { (t!(lang, "delivered-title")) }
                ol.timeline { @for one in latest { li { (line(voice, zone, one)) } } }
                @if !others.is_empty() {
                    details {
                        summary { (t!(lang, "delivered-earlier")) }
                        ol.timeline { @for one in others { li { (line(voice, zone, one)) } } }
                    }
                }
            }
        }
    }
}

fn line(voice: Voice<'_>, zone: &Zone, one: &Handed) -> Markup {
    let lang = voice.lang;
    html! {
        time datetime=(one.at) { (i18n::day_in(lang, zone, one.at)) }
        h3 { (t!(lang, "delivered-to", name = i18n::isolate(&one.to.name))) }
        p.small { (voice.say(&one.to.office)) }
        p {
            @if one.signatures > 0 { (t!(lang, "delivered-signatures", count = one.signatures, number = i18n::number(lang, one.signatures))) }
            @if one.signatures == 0 && one.postcards == 0 { (t!(lang, "delivered-letter")) }
            @if one.signatures > 0 && one.postcards > 0 { ", " }
            @if one.postcards > 0 { (t!(lang, "delivered-postcards", count = one.postcards, number = i18n::number(lang, one.postcards))) }
        }
        @match &one.acknowledged {
            Some((at, by)) => p.small { (t!(lang, "delivered-acknowledged", day = i18n::day_in(lang, zone, *at), by = i18n::isolate(by))) },
            None => p.small { (t!(lang, "delivered-unacknowledged")) },
        }
    }
}
