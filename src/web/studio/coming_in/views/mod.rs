pub mod code;
pub mod invitation;
pub mod reset;
