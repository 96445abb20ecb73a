use crate::domain::lang::Lang;
use crate::domain::reply::Stance;
use crate::i18n::t;

/// What an addressee says to a demand, in a word or two.
pub fn stance_words(lang: Lang, stance: Stance) -> String {
    match stance {
        Stance::Agrees => t!(lang, "stance-agrees"),
        Stance::Partly => t!(lang, "stance-partly"),
        Stance::Refuses => t!(lang, "stance-refuses"),
        Stance::NoAnswer => t!(lang, "stance-no-answer"),
    }
}
