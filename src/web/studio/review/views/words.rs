use super::Fault;
use crate::app::App;
use crate::domain::condition::Condition;
use crate::domain::judgement::{Ground, Judgement};
use crate::domain::lang::Lang;
use crate::domain::ruling::Phase;
use crate::domain::signature::State;
use crate::i18n::t;

pub fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::Pending => t!(lang, "review-state-pending"),
        State::Confirmed => t!(lang, "review-state-confirmed"),
        State::Held => t!(lang, "review-state-held"),
        State::Withdrawn => t!(lang, "review-state-withdrawn"),
        State::Disowned => t!(lang, "review-state-disowned"),
        State::Invalidated => t!(lang, "review-state-invalidated"),
    }
}

/// Why a signature is held, by the word that is stored.
pub fn reason_words(lang: Lang, reason: &str) -> String {
    match reason {
        "" => String::new(),
        "honeypot" => t!(lang, "review-reason-honeypot"),
        "disposable_domain" => t!(lang, "review-reason-disposable"),
        "blocked_domain" => t!(lang, "review-reason-blocked"),
        "moderator" => t!(lang, "review-reason-moderator"),
        other => other.to_owned(),
    }
}

/// The reasons there are.
pub const REASONS: [&str; 4] = ["honeypot", "disposable_domain", "blocked_domain", "moderator"];

pub fn judgement_words(lang: Lang, judgement: Judgement) -> String {
    match judgement {
        Judgement::Hold => t!(lang, "review-hold"),
        Judgement::Release => t!(lang, "review-release"),
        Judgement::Invalidate => t!(lang, "review-invalidate"),
    }
}

pub fn ground_words(lang: Lang, ground: Ground) -> String {
    match ground {
        Ground::Pattern => t!(lang, "ground-pattern"),
        Ground::Report => t!(lang, "ground-report"),
        Ground::Automated => t!(lang, "ground-automated"),
        Ground::Impersonation => t!(lang, "ground-impersonation"),
        Ground::Repeated => t!(lang, "ground-repeated"),
        Ground::Invented => t!(lang, "ground-invented"),
        Ground::Trial => t!(lang, "ground-trial"),
        Ground::Sound => t!(lang, "ground-sound"),
        Ground::Other => t!(lang, "ground-other"),
    }
}

pub fn phase_words(lang: Lang, phase: Phase) -> String {
    match phase {
        Phase::Running => t!(lang, "ruling-running"),
        Phase::Done => t!(lang, "ruling-done"),
        Phase::Cancelled => t!(lang, "ruling-cancelled"),
        Phase::Undoing => t!(lang, "ruling-undoing"),
        Phase::Undone => t!(lang, "ruling-undone"),
    }
}

pub fn fault_words(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Judgement => t!(lang, "review-fault-judgement"),
        Fault::Ground => t!(lang, "review-fault-ground"),
        Fault::Note => t!(lang, "review-fault-note"),
        Fault::Overtaken => t!(lang, "review-fault-overtaken"),
    }
}

/// The name of a part of a filter.
pub fn part_words(lang: Lang, part: &str) -> String {
    match part {
        "state" => t!(lang, "review-state"),
        "reason" => t!(lang, "review-reason"),
        "country" => t!(lang, "field-country"),
        "region" => t!(lang, "review-region"),
        "domain" => t!(lang, "review-domain"),
        "network" => t!(lang, "review-network"),
        "name" => t!(lang, "review-name-mark"),
        "lang" => t!(lang, "review-language"),
        "from" => t!(lang, "review-from"),
        "until" => t!(lang, "review-until"),
        _ => t!(lang, "review-delay"),
    }
}

/// What a condition says, part by part.
pub fn condition_words(app: &App, lang: Lang, condition: &Condition) -> Vec<(String, String)> {
    let value = |part: &str, text: String| match part {
        "state" => condition.state.map_or(text, |state| state_words(lang, state)),
        "reason" => reason_words(lang, &text),
        "country" => country_words(app, lang, &text),
        "network" => text.get(..8).unwrap_or_default().to_owned(),
        "lang" => condition.lang.map_or(text, |lang| lang.own_name().to_owned()),
        "delay" => condition
            .delay
            .map_or(text, |(from, until)| t!(lang, "review-seconds", from = from, until = until)),
        _ => text,
    };
    condition.parts().into_iter().map(|(part, text)| (part_words(lang, part), value(part, text))).collect()
}

pub fn country_words(app: &App, lang: Lang, code: &str) -> String {
    let countries = &app.tools.rules.countries;
    countries
        .sorted(lang)
        .find(|(known, _)| *known == code)
        .map_or(code.to_owned(), |(_, c)| c.name(lang).to_owned())
}
