//! A postcard: what its back says, where, and on which paper it is printed.

mod back;
mod cover;
mod front;
mod stack;
mod stock;

pub use back::{Back, Corner, Fit, Writing, set};
pub use cover::{Cover, title};
pub use front::front;
pub use stack::{Card, print};
pub use stock::Stock;
