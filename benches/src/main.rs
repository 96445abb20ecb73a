//! What `./bench` runs: it starts the service and its comparisons in turn, loads them, and writes down what it saw.
//! `docs/performance.md` has the method and its limits.

#![allow(
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

mod ceiling;
mod cli;
mod clock;
mod crowd;
mod figures;
mod finding;
mod ground;
mod latency;
mod load;
mod machine;
mod people;
mod random;
mod report;
mod rows;
mod schedule;
mod service;
mod sink;
mod store;
mod surge;
mod token;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    machine::open_all_files_allowed()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(cli::Cli::parse().run())
}
