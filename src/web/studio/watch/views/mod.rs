//! The markup of a campaign's figures.

mod chart;
pub mod labels;
pub mod page;
mod parts;
mod sieve;
pub mod wall;
