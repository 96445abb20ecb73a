//! The pages about an open letter.

pub mod desk;
pub mod settings;
pub mod signatory;

use crate::domain::lang::Lang;
use crate::domain::sign_on::{Kind, SignOn, State};
use crate::i18n::t;

pub fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::Vetted => t!(lang, "vetting-accepted"),
        State::Declined => t!(lang, "vetting-refused"),
        _ => t!(lang, "vetting-waiting"),
    }
}

pub fn kind_words(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::Organisation => t!(lang, "vetting-organisation"),
        Kind::Professional => t!(lang, "vetting-professional"),
    }
}

/// Why a form was suspicious.
pub fn hold_words(lang: Lang, one: &SignOn) -> Option<String> {
    match one.hold_reason.as_deref()? {
        "honeypot" => Some(t!(lang, "vetting-honeypot")),
        _ => Some(t!(lang, "vetting-disposable")),
    }
}
