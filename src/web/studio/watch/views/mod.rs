//! The markup of a campaign's figures.

mod chart;
pub mod labels;
mod milestone;
pub mod page;
mod parts;
mod sieve;
mod time;
pub mod wall;
