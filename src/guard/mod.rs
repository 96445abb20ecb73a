//! What stands at the door: whose address it is, how often they may, what a browser is told to refuse.

pub mod client;
pub mod headers;
pub mod limits;
mod shared;
