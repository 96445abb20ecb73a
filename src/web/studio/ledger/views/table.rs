//! The ledger as a table to take away.

use super::{kind_words, step_words};
use crate::actions::ledger::Line;
use crate::domain::lang::Lang;
use crate::i18n::t;
use crate::web::studio::member::Present;

pub fn columns(lang: Lang) -> Vec<String> {
    vec![
        t!(lang, "ledger-batch"),
        t!(lang, "ledger-kind"),
        t!(lang, "ledger-label"),
        t!(lang, "ledger-entry-head"),
        t!(lang, "ledger-step"),
        t!(lang, "ledger-many"),
        t!(lang, "ledger-corrects"),
        t!(lang, "ledger-on"),
        t!(lang, "ledger-place"),
        t!(lang, "ledger-by"),
        t!(lang, "ledger-second"),
        t!(lang, "ledger-note"),
        t!(lang, "ledger-photo"),
        t!(lang, "ledger-written-at"),
    ]
}

pub fn line(present: &Present, line: &Line) -> Vec<String> {
    let (lang, entry, custody) = (present.lang, &line.entry, &line.custody);
    let (day, time, _) = present.zone().shown(entry.written_at);
    vec![
        line.batch.number.to_string(),
        kind_words(lang, line.batch.kind),
        line.batch.label.clone(),
        entry.number.to_string(),
        step_words(lang, entry.step),
        entry.many.to_string(),
        entry.corrects.map(|number| number.to_string()).unwrap_or_default(),
        entry.on.to_string(),
        custody.place.clone(),
        custody.by.clone(),
        custody.second.clone(),
        custody.note.clone(),
        if entry.has_photo { t!(lang, "ledger-yes") } else { String::new() },
        format!("{day} {time}"),
    ]
}
