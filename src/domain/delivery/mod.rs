//! What is handed to an addressee.

pub mod manifest;
pub mod roll;
