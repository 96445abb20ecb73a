//! The addresses of postcards.

use uuid::Uuid;

use crate::domain::lang::Lang;

/// Where a card is written.
pub fn postcard(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/postcard")
}

/// How it would be printed as it is typed.
pub fn postcard_preview(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/postcard/preview")
}

/// Where somebody who has signed writes a card without saying again who they are.
pub fn mine_postcard(lang: Lang, token: &str) -> String {
    format!("/{lang}/mine/{token}/postcard")
}

pub fn mine_postcard_preview(lang: Lang, token: &str) -> String {
    format!("/{lang}/mine/{token}/postcard/preview")
}

/// Whether and to whom cards may be written.
pub fn studio_postcards(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/postcards")
}

/// The fronts of the cards.
pub fn studio_designs(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/postcards/designs")
}

pub fn studio_design(slug: &str, id: Uuid) -> String {
    format!("/studio/campaigns/{slug}/postcards/designs/{id}")
}

/// What is done with a design: `up`, `retire` or `restore`.
pub fn studio_design_part(slug: &str, id: Uuid, part: &str) -> String {
    format!("/studio/campaigns/{slug}/postcards/designs/{id}/{part}")
}

/// The cards that moderators look at.
pub fn studio_cards(slug: &str) -> String {
    format!("/studio/campaigns/{slug}/cards")
}

/// Those in one state.
pub fn studio_cards_in(slug: &str, state: &str) -> String {
    format!("/studio/campaigns/{slug}/cards?state={state}")
}

/// What is done with several at once: `decision` or `undo`.
pub fn studio_cards_part(slug: &str, part: &str) -> String {
    format!("/studio/campaigns/{slug}/cards/{part}")
}
