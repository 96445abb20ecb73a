//! What stands at the door: whose address it is, how often they may, what a browser is told to refuse, and, under
//! pressure, a proof of work.

pub mod client;
pub mod headers;
pub mod limits;
pub mod lists;
pub mod proof;
mod shared;
pub mod watch;
