pub mod course;
mod fetch;
pub mod figures;
pub mod hand_over;
pub mod index;
pub mod link;
pub mod package;
pub mod show;

use crate::domain::delivery::{Scope, Stage};
use crate::domain::disclosure::Disclosure;
use crate::domain::lang::Lang;
use crate::i18n::t;

/// How far a delivery is, in words.
pub fn stage_words(lang: Lang, stage: Stage) -> String {
    match stage {
        Stage::Planned => t!(lang, "delivery-planned"),
        Stage::Freezing => t!(lang, "delivery-freezing"),
        Stage::Frozen => t!(lang, "delivery-frozen"),
        Stage::HandedOver => t!(lang, "stage-handed-over"),
        Stage::Acknowledged => t!(lang, "stage-acknowledged"),
        Stage::Cancelled => t!(lang, "stage-cancelled"),
    }
}

pub fn scope_words(lang: Lang, scope: Scope) -> String {
    match scope {
        Scope::All => t!(lang, "delivery-all"),
        Scope::New => t!(lang, "delivery-new"),
    }
}

/// What is told of each person, for those who hand it over.
pub fn disclosure_words(lang: Lang, disclosure: Disclosure) -> String {
    match disclosure {
        Disclosure::Numbers => t!(lang, "delivery-tells-numbers"),
        Disclosure::Place => t!(lang, "delivery-tells-place"),
        Disclosure::NamePlace => t!(lang, "delivery-tells-name-place"),
        Disclosure::Full => t!(lang, "delivery-tells-full"),
    }
}
