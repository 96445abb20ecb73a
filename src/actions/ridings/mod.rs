//! The table that tells in which riding a postal code lies, and the placing of those who have signed already.

pub mod load;
pub mod place;
mod text;
