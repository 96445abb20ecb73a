//! The tables, one file each, as SeaORM entities. No logic lives here; `storage` in the main crate is the only reader.
//!
//! Moments are milliseconds since the Unix epoch in UTC; `*_index` columns are keyed blind indexes; `sealed` columns are ciphertext.

pub mod account;
pub mod address_block;
pub mod audit;
pub mod audit_head;
pub mod campaign;
pub mod decision;
pub mod defence;
pub mod draft;
pub mod final_delivery;
pub mod incident;
pub mod incident_entry;
pub mod inquiry;
pub mod invitation;
pub mod letter;
pub mod letter_text;
pub mod message;
pub mod message_answer;
pub mod official;
pub mod official_import;
pub mod organisation;
pub mod outbox;
pub mod paper;
pub mod password_reset;
pub mod picture;
pub mod picture_copy;
pub mod recovery_code;
pub mod repeat;
pub mod retention_term;
pub mod riding;
pub mod riding_area;
pub mod riding_table;
pub mod ruling;
pub mod second_factor;
pub mod session;
pub mod sign_on;
pub mod signature;
pub mod spent_challenge;
pub mod suppression;
pub mod switch;
pub mod tally;
pub mod tally_part;
pub mod text_version;
pub mod turn;
pub mod usage;
