//! What supporters' pages look like: pure functions of what the handlers found.

pub mod about;
pub mod address;
pub mod campaign;
pub mod confirmation;
pub mod contact;
mod count;
pub mod counting;
mod delivered;
mod dossier;
pub mod home;
pub mod leave_reports;
pub mod letter;
mod media;
pub mod mine;
pub mod postcard;
mod proof;
pub mod replies;
pub mod signature;
pub mod text;
pub mod unsubscribe;
pub mod updates;
pub mod waiting;
