pub mod index;
pub mod show;

use crate::domain::lang::Lang;
use crate::domain::print_run::Stage;
use crate::i18n::t;

/// Where a run stands, in words.
pub fn stage_words(lang: Lang, stage: Stage) -> String {
    match stage {
        Stage::Gathered => t!(lang, "stage-gathered"),
        Stage::Printed => t!(lang, "stage-printed"),
        Stage::HandedOver => t!(lang, "stage-handed-over"),
        Stage::Mailed => t!(lang, "stage-mailed"),
        Stage::Acknowledged => t!(lang, "stage-acknowledged"),
        Stage::Cancelled => t!(lang, "stage-cancelled"),
    }
}
