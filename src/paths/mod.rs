//! Every address of the service, written once.

mod accounts;
mod deliveries;
mod directory;
mod editor;
mod handover;
mod incidents;
mod kit;
mod ledger;
mod letters;
mod limits;
mod media;
mod official_sheets;
mod people;
mod postcards;
mod print_runs;
mod replies;
mod reports;
mod retention;
mod review;
mod studio;
mod updates;
mod watch;

pub use accounts::*;
pub use deliveries::*;
pub use directory::*;
pub use editor::*;
pub use handover::*;
pub use incidents::*;
pub use kit::*;
pub use ledger::*;
pub use letters::*;
pub use limits::*;
pub use media::*;
pub use official_sheets::*;
pub use people::*;
pub use postcards::*;
pub use print_runs::*;
pub use replies::*;
pub use reports::*;
pub use retention::*;
pub use review::*;
pub use studio::*;
pub use updates::*;
pub use watch::*;

use crate::domain::lang::Lang;

pub fn home(lang: Lang) -> String {
    format!("/{lang}/")
}

pub fn campaign(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}")
}

pub fn sign(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/sign")
}

/// A version of a campaign's text by itself.
pub fn text(lang: Lang, slug: &str, version: i32) -> String {
    format!("/{lang}/campaigns/{slug}/text/{version}")
}

/// The open letter and its signatories; as `organisation` or `professional`, the form to sign it.
pub fn letter(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/letter")
}

pub fn letter_as(lang: Lang, slug: &str, kind: &str) -> String {
    format!("/{lang}/campaigns/{slug}/letter?as={kind}")
}

pub fn contact(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/contact")
}

/// The waiting page; `token` names what it waits for and tells nobody anything else.
pub fn check_email(lang: Lang, slug: &str, token: &str) -> String {
    format!("/{lang}/campaigns/{slug}/check-email?waiting={token}")
}

pub fn resend(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/check-email/resend")
}

pub fn change_address(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/check-email/address")
}

pub fn code(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/check-email")
}

pub fn tally(slug: &str) -> String {
    format!("/campaigns/{slug}/tally.json")
}

pub fn live(slug: &str) -> String {
    format!("/campaigns/{slug}/live")
}

pub fn challenge(slug: &str) -> String {
    format!("/campaigns/{slug}/challenge")
}

pub fn confirm(lang: Lang, token: &str) -> String {
    format!("/{lang}/confirm/{token}")
}

pub fn mine(lang: Lang, token: &str) -> String {
    format!("/{lang}/mine/{token}")
}

/// Where somebody confirms that an address is theirs.
pub fn new_address(lang: Lang, token: &str) -> String {
    format!("/{lang}/address/{token}")
}

/// A part of the supporter's page: `name`, `updates`, `withdrawal`, `erasure`, `disavowal` or `data`.
pub fn mine_part(lang: Lang, token: &str, part: &str) -> String {
    format!("/{lang}/mine/{token}/{part}")
}

pub fn privacy(lang: Lang) -> String {
    format!("/{lang}/privacy")
}

pub fn accessibility(lang: Lang) -> String {
    format!("/{lang}/accessibility")
}

/// What was decided about the signatures of a campaign.
pub fn campaign_counting(lang: Lang, slug: &str) -> String {
    format!("/{lang}/campaigns/{slug}/counting")
}

pub fn counting(lang: Lang) -> String {
    format!("/{lang}/how-we-count")
}

pub const OUTBOX: &str = "/outbox";
