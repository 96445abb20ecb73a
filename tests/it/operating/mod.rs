//! What operators do: mail that comes back, backups, the doctor, purging, and the files they install.

mod backups;
mod bounces;
mod deploying;
mod doctor;
mod monitoring;

pub use monitoring::METRICS;
