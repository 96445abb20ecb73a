//! Mail: what each letter says, how it looks, and how it leaves.

mod address_taken;
mod already_signed;
mod confirm;
mod contact;
mod letter;
mod mailer;
mod pace;
mod post;
mod smtp;
mod tls;

pub use address_taken::AddressTaken;
pub use already_signed::AlreadySigned;
pub use confirm::{Confirm, display_words};
pub use contact::ContactMessage;
pub use letter::{Letter, Part};
pub use mailer::{Author, Envelope, Mailer, SendError, forget};
pub use pace::Pace;
pub use post::Post;

use crate::settings::Operator;

/// Who sends, and where links lead.
#[derive(Clone, Copy)]
pub struct Sender<'a> {
    pub operator: &'a Operator,
    pub public_url: &'a str,
}
