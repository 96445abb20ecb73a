//! The kit every page is made of: one layout, one way to show a field, an error, a text.

mod cards;
mod fields;
mod layout;
mod left_out;
mod refusals;
mod stance;
mod voice;

pub use cards::card_state_words;
pub use fields::{Input, code, consent, honeypot, textarea};
pub use layout::{Head, error_page, page, page_shared};
pub use left_out::is_left_out;
pub use refusals::{refusal_words, summary};
pub use stance::stance_words;
pub use voice::Voice;

pub use crate::markdown::html as markdown;
