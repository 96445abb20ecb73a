pub mod list;
pub mod names;
