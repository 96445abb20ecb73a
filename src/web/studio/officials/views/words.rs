use maud::{Markup, html};

use crate::domain::lang::Lang;
use crate::domain::official::roster::Form;
use crate::domain::official::{Details, Fault, Flaw, Part, province_words};
use crate::i18n::{self, t};

pub fn part(lang: Lang, part: Part) -> String {
    match part {
        Part::Honorific => t!(lang, "official-honorific"),
        Part::GivenName => t!(lang, "official-given-name"),
        Part::FamilyName => t!(lang, "official-family-name"),
        Part::OfficeEn => t!(lang, "official-office-en"),
        Part::OfficeFr => t!(lang, "official-office-fr"),
        Part::BodyEn => t!(lang, "official-body-en"),
        Part::BodyFr => t!(lang, "official-body-fr"),
        Part::Party => t!(lang, "official-party"),
        Part::Riding => t!(lang, "official-riding"),
        Part::Province => t!(lang, "official-province"),
        Part::Email => t!(lang, "official-email"),
        Part::Phone => t!(lang, "official-phone"),
        Part::ParliamentAddress => t!(lang, "official-parliament-address"),
        Part::ConstituencyAddress => t!(lang, "official-constituency-address"),
        Part::Language => t!(lang, "official-language"),
        Part::From => t!(lang, "official-from"),
        Part::Until => t!(lang, "official-until"),
        Part::Source => t!(lang, "official-source"),
        Part::ExternalId => t!(lang, "official-external-id"),
    }
}

/// How many there are, as a number.
pub fn count(lang: Lang, n: usize) -> (i64, String) {
    let n = i64::try_from(n).unwrap_or(i64::MAX);
    (n, i18n::number(lang, n))
}

pub fn flaw(lang: Lang, flaw: Flaw) -> String {
    match flaw {
        Flaw::Missing => t!(lang, "official-flaw-missing"),
        Flaw::TooLong(most) => t!(lang, "official-flaw-long", most = count(lang, most).1),
        Flaw::ControlCharacters => t!(lang, "official-flaw-control"),
        Flaw::NoLetters => t!(lang, "official-flaw-letters"),
        Flaw::NotAnEmail => t!(lang, "official-flaw-email"),
        Flaw::NotALanguage => t!(lang, "official-flaw-language"),
        Flaw::NotADay => t!(lang, "official-flaw-day"),
        Flaw::Backwards => t!(lang, "official-flaw-backwards"),
    }
}

pub fn fault(lang: Lang, fault: Fault) -> String {
    t!(lang, "official-fault", part = part(lang, fault.part), flaw = flaw(lang, fault.flaw))
}

/// The text of a part as it is read: a province by its name, a language by its own, lines as lines.
pub fn text(lang: Lang, details: &Details, part: Part) -> Markup {
    let text = details.get(part);
    match part {
        Part::Province => html! { bdi { (province_words(lang, text)) } },
        Part::Language => {
            html! { @match text.parse::<Lang>() { Ok(known) => (known.own_name()), Err(()) => (text) } }
        }
        Part::Email if !text.is_empty() => html! { a href={ "mailto:" (text) } { (text) } },
        part if part.is_date() && !text.is_empty() => html! { time datetime=(text) { (text) } },
        part if part.has_lines() => html! {
            @for (at, line) in text.lines().enumerate() { @if at > 0 { br; } bdi { (line) } }
        },
        _ => html! { bdi { (text) } },
    }
}

pub fn form(lang: Lang, form: Form) -> String {
    match form {
        Form::Table => t!(lang, "import-form-table"),
        Form::HouseTable => t!(lang, "import-form-house-table"),
        Form::HouseXml => t!(lang, "import-form-house-xml"),
        Form::Represent => t!(lang, "import-form-represent"),
    }
}
