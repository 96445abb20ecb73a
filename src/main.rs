//! The `postulo` command.

use clap::Parser;
use postulo::cli::Cli;

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    Cli::parse().run(std::env::vars()).await
}
