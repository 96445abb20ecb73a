//! The programs under load, each a process of its own.

mod cluster;
mod process;
mod product;

pub use cluster::{Cluster, connect as connect_postgres};
pub use process::Process;
pub use process::command;
pub use product::{Launch, Mail, add_account, demo, load_campaign, recount, set_defence, spawn, start};
