//! Mail: what each letter says, how it looks, and how it leaves.

mod address_taken;
mod already_signed;
mod confirm;
mod contact;
mod letter;
mod mailer;

pub use address_taken::AddressTaken;
pub use already_signed::AlreadySigned;
pub use confirm::{Confirm, display_words};
pub use contact::ContactMessage;
pub use letter::{Letter, Part};
pub use mailer::{Author, Envelope, Mailer, SendError, forget};

use crate::settings::Operator;

/// Who sends, and where links lead.
#[derive(Clone, Copy)]
pub struct Sender<'a> {
    pub operator: &'a Operator,
    pub public_url: &'a str,
}
