//! What the fields of the editor are called, and what helps to fill them.

use crate::domain::draft::Section;
use crate::domain::draft::gap::{Fault, Gap, kind_of_path};
use crate::domain::draft::languages::MOST;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};

pub fn section(lang: Lang, section: Section) -> String {
    match section {
        Section::Languages => t!(lang, "section-languages"),
        Section::Basics => t!(lang, "section-basics"),
        Section::Text => t!(lang, "section-text"),
        Section::Story => t!(lang, "section-story"),
        Section::Dates => t!(lang, "section-dates"),
        Section::Cases => t!(lang, "section-cases"),
    }
}

/// A field by its path, whichever rows it stands in.
pub fn label(lang: Lang, path: &str) -> String {
    match &*kind_of_path(path) {
        "title" => t!(lang, "draft-title"),
        "asked" => t!(lang, "draft-asked"),
        "ask" => t!(lang, "draft-ask"),
        "summary" => t!(lang, "draft-summary"),
        "organiser" => t!(lang, "draft-organiser"),
        "contact" => t!(lang, "draft-contact"),
        "country" => t!(lang, "draft-country"),
        "body" => t!(lang, "draft-body"),
        "demands" => t!(lang, "draft-demands"),
        "demands.text" => t!(lang, "draft-demands-text"),
        "addressees" => t!(lang, "draft-addressees"),
        "addressees.official" => t!(lang, "draft-addressees-official"),
        "addressees.name" => t!(lang, "draft-addressees-name"),
        "addressees.office" => t!(lang, "draft-addressees-office"),
        "addressees.disclosure" => t!(lang, "draft-addressees-disclosure"),
        "story" => t!(lang, "draft-story"),
        "organisations_note" => t!(lang, "draft-organisations-note"),
        "organisations" => t!(lang, "draft-organisations"),
        "organisations.name" => t!(lang, "draft-organisations-name"),
        "organisations.lang" => t!(lang, "draft-organisations-lang"),
        "organisations.note" => t!(lang, "draft-organisations-line"),
        _ => dates_and_cases(lang, path),
    }
}

fn dates_and_cases(lang: Lang, path: &str) -> String {
    match &*kind_of_path(path) {
        "milestones" => t!(lang, "draft-milestones"),
        "key_dates" => t!(lang, "draft-key-dates"),
        "key_dates.date" | "documents.date" => t!(lang, "draft-date"),
        "key_dates.title" => t!(lang, "draft-key-dates-title"),
        "reported" => t!(lang, "draft-reported"),
        "reported.kind" => t!(lang, "draft-reported-kind"),
        "reported.number" => t!(lang, "draft-reported-number"),
        "reported.as_of" => t!(lang, "draft-reported-as-of"),
        "reported.source" => t!(lang, "draft-reported-source"),
        "case_files" => t!(lang, "draft-cases"),
        "case_files.name" => t!(lang, "draft-cases-name"),
        "case_files.also" => t!(lang, "draft-cases-also"),
        "case_files.as_of" => t!(lang, "draft-cases-as-of"),
        "case_files.fields" => t!(lang, "draft-cases-fields"),
        "case_files.fields.label" => t!(lang, "draft-cases-fields-label"),
        "case_files.fields.value" => t!(lang, "draft-cases-fields-value"),
        "case_files.questions" => t!(lang, "draft-cases-questions"),
        "case_files.questions.text" => t!(lang, "draft-cases-questions-text"),
        "documents" => t!(lang, "draft-documents"),
        "documents.title" => t!(lang, "draft-documents-title"),
        "documents.author" => t!(lang, "draft-documents-author"),
        "documents.addressee" => t!(lang, "draft-documents-addressee"),
        "documents.language" => t!(lang, "draft-documents-language"),
        "documents.source" => t!(lang, "draft-documents-source"),
        "documents.note" => t!(lang, "draft-documents-note"),
        other => other.to_owned(),
    }
}

/// One row of a list.
pub fn one(lang: Lang, path: &str) -> String {
    match &*kind_of_path(path) {
        "demands" => t!(lang, "draft-demands-one"),
        "addressees" => t!(lang, "draft-addressees-one"),
        "organisations" => t!(lang, "draft-organisations-one"),
        "key_dates" => t!(lang, "draft-key-dates-one"),
        "reported" => t!(lang, "draft-reported-one"),
        "case_files" => t!(lang, "draft-cases-one"),
        "case_files.fields" => t!(lang, "draft-cases-fields-one"),
        "case_files.questions" => t!(lang, "draft-cases-questions-one"),
        "documents" => t!(lang, "draft-documents-one"),
        _ => label(lang, path),
    }
}

pub fn hint(lang: Lang, path: &str) -> Option<String> {
    let words = match &*kind_of_path(path) {
        "title" => t!(lang, "draft-title-hint"),
        "asked" => t!(lang, "draft-asked-hint"),
        "ask" => t!(lang, "draft-ask-hint"),
        "summary" => t!(lang, "draft-summary-hint"),
        "organiser" => t!(lang, "draft-organiser-hint"),
        "contact" => t!(lang, "draft-contact-hint"),
        "country" => t!(lang, "draft-country-hint"),
        "body" => t!(lang, "draft-body-hint"),
        "demands" => t!(lang, "draft-demands-hint"),
        "addressees" => t!(lang, "draft-addressees-hint"),
        "addressees.disclosure" => t!(lang, "draft-addressees-disclosure-hint"),
        "story" => t!(lang, "draft-story-hint"),
        "organisations.lang" => t!(lang, "draft-organisations-lang-hint"),
        "milestones" => t!(lang, "draft-milestones-hint"),
        "key_dates" => t!(lang, "draft-key-dates-hint"),
        "key_dates.date" | "documents.date" | "reported.as_of" => t!(lang, "draft-date-hint"),
        "reported" => t!(lang, "draft-reported-hint"),
        "case_files" => t!(lang, "draft-cases-hint"),
        "documents" => t!(lang, "draft-documents-hint"),
        _ => return None,
    };
    Some(words)
}

pub fn choice(lang: Lang, value: &str) -> String {
    match value {
        "numbers" => t!(lang, "draft-choice-numbers"),
        "place" => t!(lang, "draft-choice-place"),
        "name_place" => t!(lang, "draft-choice-name-place"),
        "full" => t!(lang, "draft-choice-full"),
        "signatures" => t!(lang, "draft-choice-signatures"),
        "postcards" => t!(lang, "draft-choice-postcards"),
        other => other.to_owned(),
    }
}

pub fn fault(lang: Lang, fault: Fault) -> String {
    match fault {
        Fault::Missing => t!(lang, "fault-missing"),
        Fault::Untranslated => t!(lang, "fault-untranslated"),
        Fault::TooLong(most) => t!(lang, "fault-too-long", shown = shown(lang, most)),
        Fault::NotEmail => t!(lang, "fault-email"),
        Fault::NotCountry => t!(lang, "fault-country"),
        Fault::NotDate => t!(lang, "fault-date"),
        Fault::NotNumber => t!(lang, "fault-number"),
        Fault::NotAscending => t!(lang, "fault-ascending"),
        Fault::NotTag => t!(lang, "fault-tag"),
        Fault::NoRows => t!(lang, "fault-no-rows"),
    }
}

/// Why a language was not added.
pub fn not_added(lang: Lang) -> String {
    t!(lang, "languages-wrong", most = shown(lang, MOST))
}

pub fn most(lang: Lang, most: usize) -> String {
    t!(lang, "edit-most", shown = shown(lang, most))
}

fn shown(lang: Lang, n: usize) -> String {
    i18n::number(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

/// A field with the rows it stands in and its language: `Demand 2: Demand (Français)`.
pub fn place(lang: Lang, gap: &Gap) -> String {
    let place = path(lang, &gap.path);
    gap.tag.as_ref().map_or(place.clone(), |tag| format!("{place} ({})", i18n::isolate(tag.own_name())))
}

/// The same of a path.
pub fn path(lang: Lang, path: &str) -> String {
    let mut named = Vec::new();
    let parts: Vec<&str> = path.split('.').collect();
    for (at, part) in parts.iter().enumerate() {
        if let Ok(n) = part.parse::<i64>() {
            let (what, n) = (one(lang, &parts[..at].join(".")), n + 1);
            named.push(t!(lang, "edit-row", what = what, n = n));
        }
    }
    if parts.last().is_some_and(|last| last.parse::<usize>().is_err()) {
        named.push(label(lang, path));
    }
    named.join(" · ")
}
