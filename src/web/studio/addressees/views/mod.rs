//! The markup of the record of addressees.

pub mod contacts;
pub mod index;
pub mod reply;
pub mod show;
mod theirs;

use maud::{Markup, html};

use crate::domain::date::PartialDate;
use crate::domain::lang::Lang;
use crate::i18n::{self, t};

/// Since when an addressee is silent; that nothing was handed over; or that they have answered.
pub fn silence(lang: Lang, since: Option<PartialDate>, was_handed: bool) -> Markup {
    html! {
        @match since {
            Some(since) => strong { (t!(lang, "silent-since", day = i18n::date(lang, &since))) },
            None if was_handed => (t!(lang, "silent-no")),
            None => (t!(lang, "silent-nothing-handed")),
        }
    }
}
