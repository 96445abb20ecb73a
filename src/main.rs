//! The `postulo` command.

use std::process::ExitCode;

use clap::Parser;
use postulo::cli::Cli;

/// Half the work of a request is small allocations: this takes a third of their time. Without huge pages, which would
/// double what a connection at rest holds.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The environment, less what is not text, which can be no setting of ours.
fn variables() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    Cli::parse().run(variables()).await
}
