use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;

use anyhow::Context;
use rustix::process::{Pid, Signal, kill_process};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::Command;

use super::Process;
use super::process::command;
use crate::store::Store;

/// What becomes of the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// Queued and not sent.
    Held,
    /// Sent to this server, over so many connections.
    To(SocketAddr, usize),
}

/// How the product is started.
#[derive(Clone, Copy)]
pub struct Launch<'a> {
    pub program: &'a Path,
    pub store: &'a Store,
    pub mail: Mail,
    /// Keep the limits of a stock installation; else they are out of the way.
    pub stock_limits: bool,
    pub cores: Option<&'a str>,
}

/// More than any load here sends.
const NO_LIMIT: &str = "1000000000";

const LIMITS: [&str; 8] = [
    "NETWORK_BURST",
    "NETWORK_SUSTAINED",
    "RECIPIENT_BURST",
    "RECIPIENT_SUSTAINED",
    "CAMPAIGN_BURST",
    "CAMPAIGN_SUSTAINED",
    "CODE_BURST",
    "CODE_SUSTAINED",
];

/// The program on a store, with nothing of this environment's own settings.
fn on(mut command: Command, store: &Store) -> Command {
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("POSTULO_")) {
        command.env_remove(name);
    }
    command
        .env("POSTULO_DATA_DIR", store.folder())
        .env("POSTULO_DATABASE__URL", store.url())
        .env("POSTULO_HTTP__BIND", "127.0.0.1:0")
        .env("POSTULO_HTTP__TRUSTED_PROXIES", "127.0.0.0/8")
        .env("POSTULO_LOG__FILTER", "warn");
    command
}

/// Starts the service with its mail held or let go, and waits until it listens.
pub async fn start(launch: Launch<'_>) -> anyhow::Result<Process> {
    let switch = if launch.mail == Mail::Held { "pause" } else { "resume" };
    run(launch.program, launch.store, &["mail", switch]).await?;
    spawn(launch).await
}

/// The same where the mail was held or let go before.
pub async fn spawn(launch: Launch<'_>) -> anyhow::Result<Process> {
    let mut command = on(command(launch.program, launch.cores), launch.store);
    let log = launch.store.folder().join("serve.log");
    command.arg("serve").stderr(std::fs::OpenOptions::new().create(true).append(true).open(log)?);
    if launch.stock_limits {
        // All people together: what one test sends in minutes is more than a country does in an hour.
        command.env("POSTULO_LIMITS__CAMPAIGN_BURST", NO_LIMIT);
        command.env("POSTULO_LIMITS__CAMPAIGN_SUSTAINED", NO_LIMIT);
    } else {
        for limit in LIMITS {
            command.env(format!("POSTULO_LIMITS__{limit}"), NO_LIMIT);
        }
    }
    // More watchers than a stock installation lets in.
    command.env("POSTULO_HTTP__MAX_CONNECTIONS", "20000");
    command.env("POSTULO_MAIL__TRANSPORT", "smtp");
    match launch.mail {
        Mail::Held => {
            command.env("POSTULO_MAIL__SMTP_URL", "smtp://127.0.0.1:9");
        }
        Mail::To(server, connections) => {
            command.env("POSTULO_MAIL__SMTP_URL", format!("smtp://{server}"));
            command.env("POSTULO_MAIL__CONCURRENCY", connections.to_string());
        }
    }
    Process::spawn(command).await
}

/// Runs a command of the product to its end.
pub async fn run(program: &Path, store: &Store, arguments: &[&str]) -> anyhow::Result<String> {
    let mut command = on(command(program, None), store);
    let output = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).output().await?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(output.status.success(), "postulo {}: {printed}{said}", arguments.join(" "));
    Ok(printed)
}

/// The exact recount: an error where the count has drifted from the signatures.
pub async fn recount(program: &Path, store: &Store) -> anyhow::Result<()> {
    let printed = run(program, store, &["recount"]).await?;
    anyhow::ensure!(printed.contains("no drift"), "recount: {printed}");
    Ok(())
}

/// Whether the campaign's form may ask for a proof of work: `auto`, `always` or `never`.
pub async fn set_defence(program: &Path, store: &Store, mode: &str) -> anyhow::Result<()> {
    run(program, store, &["defence", "set", "recognize-celil", mode]).await.map(|_| ())
}

/// Loads the demo campaign.
pub async fn load_campaign(program: &Path, store: &Store, file: &Path) -> anyhow::Result<()> {
    let file = file.to_str().context("a path of plain characters")?;
    run(program, store, &["campaign", "load", file]).await.map(|_| ())
}

/// Makes an account for the studio.
pub async fn add_account(
    program: &Path,
    store: &Store,
    (email, role): (&str, &str),
    password: &str,
) -> anyhow::Result<()> {
    let mut command = on(command(program, None), store);
    command.args(["account", "add", "--email", email, "--role", role]).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::null()).spawn()?;
    let mut input = child.stdin.take().context("it reads the password")?;
    input.write_all(format!("{password}\n").as_bytes()).await?;
    drop(input);
    let status = child.wait().await?;
    anyhow::ensure!(status.success(), "adding an account ended with {status}");
    Ok(())
}

/// The demo with its accounts and its postcards, in a new folder; it runs no more.
pub async fn demo(program: &Path, folder: &Path) -> anyhow::Result<Store> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let mut command = on(command(program, None), &Store::Sqlite { folder: folder.to_owned() });
    command.arg("demo").stdout(Stdio::piped());
    let mut child = command.spawn()?;
    let mut lines = BufReader::new(child.stdout.take().context("it has an output")?).lines();
    // It says where it is once everything is there.
    lines.next_line().await?.context("the demo ended")?;
    let pid = child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?)).context("it has ended")?;
    kill_process(pid, Signal::TERM)?;
    while lines.next_line().await?.is_some() {}
    child.wait().await?;
    Ok(Store::Sqlite { folder: folder.join("demo") })
}
