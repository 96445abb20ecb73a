//! The command line, one command a file.

#![allow(clippy::print_stdout)]

mod account;
mod backup;
mod block;
mod bounce;
mod campaign;
mod defence;
mod demo;
mod demo_cards;
mod demo_delivery;
mod demo_paper;
mod doctor;
pub mod key;
mod mail;
mod organisation;
mod purge;
mod recount;
mod review;
mod ridings;
mod serve;
mod verify;

use std::fs::File;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use clap::{Parser, Subcommand};

use crate::clock::Clock;
use crate::entropy::Entropy;
use crate::settings::Settings;
use crate::telemetry;
use crate::tools::Tools;

pub use demo::CONTENT as DEMO_CONTENT;

/// Who acts, in the audit log, where there are no accounts.
const ACTOR: &str = "command line";

/// Petitions and open letters to public officials: confirmed by email, counted live.
#[derive(Parser)]
#[command(name = "postulo", version, about)]
pub struct Cli {
    /// A file of settings, which win over the built-in defaults.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the service; brings its database up to date first.
    Serve,
    /// Runs the service on data/demo/ with the founding campaign; mail is readable at /outbox.
    Demo {
        /// Deletes the demo's data first.
        #[arg(long)]
        fresh: bool,
    },
    /// Loads, checks, pauses, opens or removes a campaign.
    #[command(subcommand)]
    Campaign(campaign::Command),
    /// Who may log in to the studio.
    #[command(subcommand)]
    Account(account::Command),
    /// Who campaigns here, each behind a wall of their own.
    #[command(subcommand)]
    Organisation(organisation::Command),
    /// Shows, stops, resumes or hastens the mail.
    #[command(subcommand)]
    Mail(mail::Command),
    /// Whether forms ask for a proof of work.
    #[command(subcommand)]
    Defence(defence::Command),
    /// Signatures that are held for review.
    #[command(subcommand)]
    Review(review::Command),
    /// The table that tells in which riding a postal code lies.
    #[command(subcommand)]
    Ridings(ridings::Command),
    /// Counts the signatures anew and reports any drift; exit 1 where there is one.
    Recount,
    /// Checks the package of a delivery offline: an archive, or the folder it was unpacked into; exit 1 where anything is wrong.
    Verify {
        file: PathBuf,
        /// The fingerprint that the key must have, as on the printed cover: `SHA256:…`.
        #[arg(long)]
        fingerprint: Option<String>,
    },
    /// Reads one delivery report (RFC 3464) or complaint (ARF) on standard input, as a mail server's pipe does. Ends with 0
    /// once it is dealt with or none of ours, and with 75 where the mail server should try again.
    Bounce,
    /// Writes a consistent copy into a new file, while the service runs.
    Backup {
        file: PathBuf,
        /// Puts the keys into it too: then whoever has the file can read every name.
        #[arg(long)]
        with_keys: bool,
    },
    /// Makes an installation from a backup, where there is none, and counts it again.
    Restore { file: PathBuf },
    /// Deletes what has been kept as long as it may be; the service does so by itself every ten minutes.
    Purge {
        /// Says what would be deleted, and deletes nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Looks settings, database, keys, mail, disk and clock over and says what to do; exit 1 where something fails.
    Doctor,
    /// Addresses that get no mail.
    #[command(subcommand)]
    Block(block::Command),
    /// The key that personal data is sealed under.
    #[command(subcommand)]
    Key(key::Command),
    /// Prints every setting with its default.
    Settings,
}

impl Cli {
    /// Does what the command line says.
    pub async fn run(self, environment: impl Iterator<Item = (String, String)>) -> anyhow::Result<ExitCode> {
        // What is checked is checked without an installation.
        if let Command::Verify { file, fingerprint } = &self.command {
            let is_sound = verify::run(file, fingerprint.as_deref())?;
            return Ok(if is_sound { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        let settings = Settings::load(self.config.as_deref(), environment);
        if let Ok(settings) = &settings {
            telemetry::start(&settings.log)?;
        }
        match self.command {
            // What it is given is kept by the mail server until the settings are mended.
            Command::Verify { .. } => {}
            Command::Bounce => return Ok(bounce::run(settings).await),
            Command::Doctor => return Ok(doctor::run(settings).await),
            Command::Purge { dry_run } => purge::run(settings?, dry_run).await?,
            Command::Serve => serve::run(settings?).await?,
            Command::Demo { fresh } => demo::run(settings?, fresh).await?,
            Command::Campaign(command) => command.run(settings?).await?,
            Command::Account(command) => command.run(settings?).await?,
            Command::Organisation(command) => command.run(settings?).await?,
            Command::Mail(command) => command.run(settings?).await?,
            Command::Defence(command) => command.run(settings?).await?,
            Command::Review(command) => command.run(settings?).await?,
            Command::Ridings(command) => command.run(settings?).await?,
            Command::Recount => recount::run(settings?).await?,
            Command::Backup { file, with_keys } => backup::make(&settings?, &file, with_keys).await?,
            Command::Restore { file } => backup::restore(&settings?, &file).await?,
            Command::Block(command) => command.run(settings?).await?,
            Command::Key(command) => command.run(settings?).await?,
            Command::Settings => print!("{}", crate::settings::DEFAULTS),
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// On SQLite one service at a time uses a data directory: two would send every mail twice. Held until it is dropped.
fn stay_alone(tools: &Tools) -> anyhow::Result<Option<File>> {
    if !tools.db.is_one_process() {
        return Ok(None);
    }
    let path = tools.settings.data_dir.join("postulo.lock");
    let file = File::create(&path).with_context(|| path.display().to_string())?;
    file.try_lock()
        .map_err(|_| anyhow::anyhow!("another service runs on {}", tools.settings.data_dir.display()))?;
    Ok(Some(file))
}

/// Tells whoever started a service. That they no longer listen is no reason for it to end.
fn tell(line: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{line}");
}

async fn tools(settings: Settings) -> anyhow::Result<Tools> {
    Tools::open(settings, Clock::System, Entropy::System).await
}

/// The same where there is an installation already: makes neither a database nor a key.
async fn existing_tools(settings: Settings) -> anyhow::Result<Tools> {
    let keys = settings.keys_file();
    if !keys.exists() {
        bail!("{} is not there: is this the right data directory?", keys.display());
    }
    tools(settings).await
}
