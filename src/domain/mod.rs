//! The rules of the field, pure: no database, no web, no clock. Time and randomness come in as values.

pub mod bounce;
pub mod campaign;
pub mod content;
pub mod country;
pub mod date;
pub mod defence;
pub mod digest;
pub mod disclosure;
pub mod display;
pub mod email;
pub mod form;
pub mod household;
pub mod lang;
pub mod moment;
pub mod name;
pub mod person;
pub mod postal;
pub mod pulse;
pub mod refusal;
pub mod rulebook;
pub mod signature;
pub mod tally;
pub mod token;
pub mod usage;
pub mod words;
