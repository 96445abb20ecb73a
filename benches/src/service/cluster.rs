//! A PostgreSQL of the bench's own, durable as in service.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, ensure};
use tokio_postgres::{Client, NoTls};

/// As an operator of a busy site sets them. `fsync` and `synchronous_commit` stay on.
const SETTINGS: &str = "-c listen_addresses='' -c max_connections=200 -c shared_buffers=2GB \
    -c max_wal_size=4GB -c fsync=on -c synchronous_commit=on";

/// The cluster; it is stopped when this is dropped.
pub struct Cluster {
    tools: PathBuf,
    data: PathBuf,
    /// The folder of its socket.
    pub socket: PathBuf,
    pub version: String,
}

/// The newest PostgreSQL of Debian's packages.
fn tools() -> anyhow::Result<PathBuf> {
    let installed = std::fs::read_dir("/usr/lib/postgresql").context("PostgreSQL is not installed")?;
    let mut found: Vec<(u32, PathBuf)> = installed
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_name()?.to_str()?.parse().ok()?, path.join("bin")))
        })
        .collect();
    found.sort();
    found.pop().map(|(_, path)| path).context("PostgreSQL is not installed")
}

/// A command as the user `postgres` where we are root, as whom PostgreSQL refuses to run.
fn as_postgres(program: &Path) -> Command {
    let mut command = if rustix::process::getuid().is_root() {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/");
    command
}

fn run(command: &mut Command) -> anyhow::Result<String> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

impl Cluster {
    /// Makes a cluster under `scratch` and starts it. Its socket lies in `/tmp`, since its path must be short.
    pub fn start(scratch: &Path) -> anyhow::Result<Self> {
        let tools = tools()?;
        let (home, socket) =
            (scratch.join("postgres"), std::env::temp_dir().join(format!("pg-bench-{}", std::process::id())));
        for folder in [&home, &socket] {
            std::fs::create_dir_all(folder)?;
            if rustix::process::getuid().is_root() {
                run(Command::new("chown").arg("postgres").arg(folder))?;
            }
        }
        let data = home.join("data");
        run(as_postgres(&tools.join("initdb")).arg("-D").arg(&data).args([
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-locale",
        ]))?;
        let options = format!("-k {} {SETTINGS}", socket.display());
        let status = as_postgres(&tools.join("pg_ctl"))
            .arg("-D")
            .arg(&data)
            .args(["-s", "-w", "-l"])
            .arg(home.join("log"))
            .args(["-o", &options, "start"])
            .status()?;
        ensure!(status.success(), "PostgreSQL did not start: see {}", home.join("log").display());
        let version = run(as_postgres(&tools.join("postgres")).arg("--version"))?;
        Ok(Self { tools, data, socket, version })
    }

    /// The address of a database, with the socket's folder written as a URL wants it.
    pub fn url(&self, name: &str) -> String {
        format!("postgres://postgres@{}/{name}", self.socket.display().to_string().replace('/', "%2F"))
    }

    pub async fn execute(&self, sql: &str) -> anyhow::Result<()> {
        Ok(connect(&self.url("postgres")).await?.batch_execute(sql).await?)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = as_postgres(&self.tools.join("pg_ctl"));
        let _ = stop.arg("-D").arg(&self.data).args(["-m", "immediate", "-s", "stop"]).status();
        let _ = std::fs::remove_dir_all(&self.socket);
    }
}

/// A connection, driven until it is dropped.
pub async fn connect(url: &str) -> anyhow::Result<Client> {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}
