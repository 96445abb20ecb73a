//! The pages of the inbox.

pub mod list;
pub mod message;

use crate::domain::lang::Lang;
use crate::domain::message::State;
use crate::i18n::t;

pub fn state_words(lang: Lang, state: State) -> String {
    match state {
        State::Open => t!(lang, "inbox-new"),
        State::Answered => t!(lang, "inbox-answered"),
        State::Done => t!(lang, "inbox-done"),
        State::Spam => t!(lang, "inbox-spam"),
    }
}
