//! The only rooms that know the database. Functions take any connection, so that they work in and out of a transaction.

pub mod accounts;
pub mod audits;
pub mod blocks;
mod bulk;
pub mod campaigns;
pub mod census;
pub mod challenges;
pub mod choices;
mod connect;
pub mod copies;
mod db;
pub mod defences;
pub mod drafts;
pub mod health;
mod key_file;
pub mod keys;
pub mod notices;
pub mod organisations;
pub mod outbox;
pub mod queue;
pub mod recipients;
pub mod repeats;
pub mod returns;
pub mod rolls;
pub mod sessions;
pub mod signatures;
pub mod statistics;
pub mod suppressions;
pub mod switches;
pub mod tallies;
pub mod texts;
pub mod turns;
pub mod usage;
pub mod vault;

pub use db::{Connection, Db, StorageError, Transaction};
