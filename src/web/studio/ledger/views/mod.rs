//! The markup of the ledger.

pub mod batch;
pub mod entry;
pub mod form;
pub mod index;
pub mod scans;
pub mod table;

use crate::domain::lang::Lang;
use crate::domain::ledger::{Kind, Step};
use crate::i18n::t;

pub fn kind_words(lang: Lang, kind: Kind) -> String {
    match kind {
        Kind::Postcards => t!(lang, "ledger-postcards"),
        Kind::Signatures => t!(lang, "ledger-signatures"),
    }
}

pub fn step_words(lang: Lang, step: Step) -> String {
    match step {
        Step::Printed => t!(lang, "ledger-printed"),
        Step::Distributed => t!(lang, "ledger-distributed"),
        Step::Collected => t!(lang, "ledger-collected"),
        Step::Delivered => t!(lang, "ledger-delivered"),
    }
}
