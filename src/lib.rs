//! Postulo: petitions, open letters and postcards to public officials.

pub mod actions;
pub mod clock;
pub mod domain;
pub mod entropy;
pub mod settings;
pub mod storage;
