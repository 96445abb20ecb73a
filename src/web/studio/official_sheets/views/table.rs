//! The log as a table.

use crate::domain::date::PartialDate;
use crate::domain::jurisdiction::sheet::Order;
use crate::domain::lang::Lang;
use crate::domain::sheet_log::{Custody, Sheet, State};
use crate::domain::tag::Tag;
use crate::i18n::t;
use crate::storage::official_sheets::Whereabouts;
use crate::web::studio::member::Present;

pub fn order(lang: Lang, order: Order) -> String {
    match order {
        Order::First => t!(lang, "os-first-sheet"),
        Order::Later => t!(lang, "os-later-sheet"),
    }
}

pub fn whereabouts(lang: Lang, of: Whereabouts) -> String {
    match of {
        Whereabouts::All => t!(lang, "os-all"),
        Whereabouts::Here => t!(lang, "os-here"),
        Whereabouts::Out => t!(lang, "os-out"),
        Whereabouts::Back => t!(lang, "os-back"),
        Whereabouts::Given => t!(lang, "os-given"),
        Whereabouts::Void => t!(lang, "os-void"),
    }
}

/// Where a sheet is by what is known of it.
pub const fn standing(state: &State) -> Whereabouts {
    if state.is_void {
        Whereabouts::Void
    } else if state.given.is_some() {
        Whereabouts::Given
    } else if state.back.is_some() {
        Whereabouts::Back
    } else if state.out.is_some() {
        Whereabouts::Out
    } else {
        Whereabouts::Here
    }
}

pub fn tags(sheet: &Sheet) -> String {
    sheet.languages.iter().map(Tag::as_str).collect::<Vec<_>>().join(" + ")
}

/// The heads of the table to take away.
pub fn columns(lang: Lang) -> Vec<String> {
    vec![
        t!(lang, "os-number"),
        t!(lang, "os-kind"),
        t!(lang, "os-version-head"),
        t!(lang, "os-languages"),
        t!(lang, "os-printed-on"),
        t!(lang, "os-lines-head"),
        t!(lang, "os-state"),
        t!(lang, "os-out-on"),
        t!(lang, "os-collector"),
        t!(lang, "os-back-on"),
        t!(lang, "os-filled"),
        t!(lang, "os-doubtful"),
        t!(lang, "os-valid-head"),
        t!(lang, "os-place"),
        t!(lang, "os-member"),
        t!(lang, "os-given-on"),
    ]
}

/// A sheet as a line of it.
pub fn line(present: &Present, sheet: &Sheet, custody: &Custody) -> Vec<String> {
    let (lang, state) = (present.lang, &sheet.state);
    let day = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    vec![
        sheet.number.to_string(),
        order(lang, sheet.order),
        sheet.version.to_string(),
        tags(sheet),
        present.zone().shown(sheet.printed_at).0,
        sheet.lines.to_string(),
        whereabouts(lang, standing(state)),
        day(state.out),
        custody.collector.clone(),
        day(state.back),
        state.filled.map(|filled| filled.to_string()).unwrap_or_default(),
        state.doubtful.to_string(),
        state.valid().to_string(),
        custody.place.clone(),
        custody.member.clone(),
        day(state.given),
    ]
}
