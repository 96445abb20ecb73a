//! Mail: what each letter says, how it looks, and how it leaves.

mod address_taken;
mod already_signed;
mod answer;
mod confirm;
mod contact;
mod letter;
mod mailer;
mod new_address;
mod own_page;
mod pace;
mod post;
mod postcard;
mod probe;
mod reminder;
mod report;
mod session;
mod sign_on;
mod smtp;
mod staff;
mod standing;
mod tls;
mod update;

pub use address_taken::AddressTaken;
pub use already_signed::AlreadySigned;
pub use answer::AnswerMail;
pub use confirm::{Confirm, display_words};
pub use contact::ContactMessage;
pub use letter::{Letter, Part};
pub use mailer::{Attached, Author, Envelope, List, Mailer, SendError, forget, list_old};
pub use new_address::NewAddressMail;
pub use own_page::OwnPage;
pub use pace::Pace;
pub use post::Post;
pub use postcard::{ConfirmPostcard, because_words, card_decided, card_taken, sender_words, written_before};
pub use probe::probe;
pub use reminder::Reminder;
pub use report::{MAX_REPORT, NoReport, Report};
pub use sign_on::{ConfirmSignOn, To, decided, decline_words, signed_on};
pub use staff::{Invitation, InvitedElsewhere, Notice, PasswordReset, What};
pub use standing::{Reached, Standing};
pub use update::{Reader, Update};

use crate::settings::Operator;

/// The envelope sender of a mail about a signature: `bounce@host` with the token that tells which, `bounce+token@host`.
/// None where `mail.bounce_address` is empty: then mail comes back to `mail.from`.
pub fn return_address(bounce_address: &str, token: &str) -> Option<String> {
    let (local, host) = bounce_address.split_once('@')?;
    Some(format!("{local}+{token}@{host}"))
}

/// Who sends, and where links lead.
#[derive(Clone, Copy)]
pub struct Sender<'a> {
    pub operator: &'a Operator,
    pub public_url: &'a str,
}
