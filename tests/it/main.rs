//! Every test from outside: a real listener, a real SQLite file and a real PostgreSQL, real mail, a real browser.
//! `./test` starts what they need.

#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

mod support;

mod architecture;
mod broken;
mod browser;
mod cli;
mod defence;
mod documents;
mod guard;
mod jobs;
mod letters;
mod live;
mod nodes;
mod operating;
mod packages;
mod postcards;
mod ridings;
mod snapshots;
mod storage;
mod studio;
mod supporter;
