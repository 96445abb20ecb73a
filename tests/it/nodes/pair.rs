use std::path::{Path, PathBuf};
use std::process::Stdio;

use tempfile::TempDir;
use tokio::process::{Child, Command};

use super::until;

/// A PostgreSQL and its streaming replica, each on a socket of its own. Killed when they go out of scope.
pub struct Pair {
    folder: TempDir,
    primary: Child,
    _replica: Child,
}

const COMMON: [&str; 7] = [
    "listen_addresses=",
    "wal_level=replica",
    "max_wal_senders=4",
    "max_connections=100",
    "shared_buffers=32MB",
    // What is left of a server that was killed lies in its folder.
    "dynamic_shared_memory_type=mmap",
    "log_min_messages=fatal",
];

fn bin(program: &str) -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL: ./test installs it");
    let newest = versions.map(|entry| entry.unwrap().path()).max().unwrap();
    newest.join("bin").join(program)
}

/// PostgreSQL does not run as root.
fn as_postgres(program: &str, folder: &Path) -> Command {
    let is_root = std::os::unix::fs::MetadataExt::uid(&std::fs::metadata("/proc/self").unwrap()) == 0;
    let mut command = if is_root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]).arg(bin(program));
        command
    } else {
        Command::new(bin(program))
    };
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.kill_on_drop(true);
    command
}

async fn run(command: &mut Command) {
    let done = command.stderr(Stdio::piped()).output().await.unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

impl Pair {
    /// A primary that acknowledges only what its replica has too.
    pub async fn start() -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path();
        run(Command::new("chmod").arg("755").arg(path)).await;
        if std::os::unix::fs::MetadataExt::uid(&std::fs::metadata(path).unwrap()) == 0 {
            run(Command::new("chown").arg("postgres").arg(path)).await;
        }
        run(as_postgres("initdb", path)
            .args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", "-D"])
            .arg(path.join("primary")))
        .await;
        let primary = serve(path, "primary", "synchronous_standby_names=*");
        answers(path, "primary").await;
        run(as_postgres("pg_basebackup", path)
            .args(["-U", "postgres", "-R", "-X", "stream", "-c", "fast", "--no-sync", "-h"])
            .arg(path)
            .args(["-p", port("primary"), "-D"])
            .arg(path.join("replica")))
        .await;
        // Once promoted it must not wait for a replica that it does not have.
        let replica = serve(path, "replica", "synchronous_standby_names=");
        answers(path, "replica").await;
        let pair = Self { folder, primary, _replica: replica };
        until("the replica follows", async || {
            pair.ask("primary", "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'").await
                == "1"
        })
        .await;
        pair.ask("primary", "CREATE DATABASE postulo").await;
        pair
    }

    /// The sockets of both, as HAProxy names them.
    pub fn sockets(&self) -> [String; 2] {
        ["primary", "replica"].map(|server| {
            format!("unix@{}", self.folder.path().join(format!(".s.PGSQL.{}", port(server))).display())
        })
    }

    /// What a server answers.
    pub async fn ask(&self, server: &str, sql: &str) -> String {
        let mut psql = as_postgres("psql", self.folder.path());
        psql.args(["-U", "postgres", "-p", port(server), "-Atc", sql, "-h"]).arg(self.folder.path());
        let done = psql.stdout(Stdio::piped()).output().await.unwrap();
        String::from_utf8(done.stdout).unwrap().trim().to_owned()
    }

    /// `kill -9`.
    pub async fn kill_primary(&mut self) {
        self.primary.kill().await.unwrap();
    }

    pub async fn promote_replica(&self) {
        run(as_postgres("pg_ctl", self.folder.path())
            .args(["promote", "-w", "-D"])
            .arg(self.folder.path().join("replica")))
        .await;
    }
}

/// Only a name: they listen on sockets.
fn port(server: &str) -> &'static str {
    if server == "primary" { "5432" } else { "5433" }
}

fn serve(folder: &Path, server: &str, synchronous: &str) -> Child {
    let mut command = as_postgres("postgres", folder);
    command.arg("-D").arg(folder.join(server)).arg("-k").arg(folder).args(["-p", port(server)]);
    for setting in COMMON.iter().chain([&synchronous]) {
        command.args(["-c", setting]);
    }
    command.spawn().unwrap()
}

async fn answers(folder: &Path, server: &str) {
    until(server, async || {
        let mut ready = as_postgres("pg_isready", folder);
        ready.args(["-U", "postgres", "-p", port(server), "-h"]).arg(folder);
        ready.status().await.unwrap().success()
    })
    .await;
}
