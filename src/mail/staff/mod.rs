//! To those who work here.

mod invitation;
mod notice;
mod password_reset;

pub use invitation::{Invitation, InvitedElsewhere};
pub use notice::{Notice, What};
pub use password_reset::PasswordReset;
