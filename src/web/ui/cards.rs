use crate::domain::lang::Lang;
use crate::domain::postcard::State;
use crate::i18n::t;

/// Where a postcard stands, in words.
pub fn card_state_words(lang: Lang, state: State) -> String {
    match state {
        State::Pending | State::Repeat => t!(lang, "card-pending"),
        State::Verified => t!(lang, "card-verified"),
        State::Approved => t!(lang, "card-approved"),
        State::Rejected => t!(lang, "card-rejected"),
        State::ChangeAsked => t!(lang, "card-change-asked"),
        State::Batched => t!(lang, "card-batched"),
        State::Printed => t!(lang, "card-printed"),
        State::HandedOver => t!(lang, "card-handed-over"),
        State::Mailed => t!(lang, "card-mailed"),
        State::Acknowledged => t!(lang, "card-acknowledged"),
        State::Withdrawn => t!(lang, "card-withdrawn"),
        State::Disowned => t!(lang, "card-disowned"),
    }
}
