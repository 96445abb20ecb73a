pub mod form;
pub mod index;
pub mod show;

use crate::domain::campaign::Campaign;
use crate::domain::disclosure::Disclosure;
use crate::domain::lang::Lang;
use crate::domain::report::{Because, Report, Rhythm, Schedule, State, To};
use crate::i18n::t;

/// Where a report stands, in words.
pub fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::New => t!(lang, "report-state-new"),
        State::On => t!(lang, "report-state-on"),
        State::Paused => t!(lang, "report-state-paused"),
        State::Ended => t!(lang, "report-state-ended"),
    }
}

/// Why a report paused by itself, and what to do.
pub fn because_words(lang: Lang, because: Because) -> String {
    match because {
        Because::NoAddressee => t!(lang, "report-because-no-addressee"),
        Because::NoPostalAddress => t!(lang, "report-because-no-postal-address"),
        Because::NoReceiver => t!(lang, "report-because-no-receiver"),
    }
}

pub fn weekday_words(lang: Lang, day: u8) -> String {
    match day {
        1 => t!(lang, "weekday-1"),
        2 => t!(lang, "weekday-2"),
        3 => t!(lang, "weekday-3"),
        4 => t!(lang, "weekday-4"),
        5 => t!(lang, "weekday-5"),
        6 => t!(lang, "weekday-6"),
        _ => t!(lang, "weekday-7"),
    }
}

/// What a report tells: names never go by mail, whoever may be told them otherwise.
pub fn level_words(lang: Lang, level: Disclosure) -> String {
    match level {
        Disclosure::Numbers => t!(lang, "report-tells-numbers"),
        Disclosure::Place | Disclosure::NamePlace => t!(lang, "report-tells-place"),
        Disclosure::Full => t!(lang, "report-tells-full"),
    }
}

/// When it is due, in words.
pub fn schedule_words(lang: Lang, schedule: Schedule) -> String {
    let hour = i64::from(schedule.hour);
    match schedule.rhythm {
        Rhythm::Weekly(day) => t!(lang, "report-weekly", weekday = weekday_words(lang, day), hour = hour),
        Rhythm::Monthly(day) => t!(lang, "report-monthly", day = i64::from(day), hour = hour),
    }
}

/// To whom it goes, as the text or the team calls them.
pub fn to_words(lang: Lang, campaign: &Campaign, report: &Report) -> String {
    match &report.terms.to {
        To::Partner { name, .. } => name.clone(),
        To::Addressee(key) => match campaign.text.addressees.iter().find(|one| one.key == *key) {
            Some(one) => format!("{}, {}", one.name, one.office.get(lang)),
            None => t!(lang, "report-addressee-gone", key = key.as_str()),
        },
    }
}
