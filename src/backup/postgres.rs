//! PostgreSQL's own programs copy its databases. They are told the password by their environment, which others cannot see.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, bail};
use percent_encoding::percent_decode_str;
use tokio::process::Command;
use url::Url;

/// Where a database is, as libpq's programs take it.
pub struct Place(Vec<(&'static str, String)>);

impl Place {
    pub fn parse(url: &str) -> anyhow::Result<Self> {
        // The parser's own message could quote the URL, which holds a password.
        let url = Url::parse(url).map_err(|_| anyhow::anyhow!("database.url: not a URL"))?;
        let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let mut place = vec![
            ("PGHOST", decoded(url.host_str().unwrap_or_default())),
            ("PGPORT", url.port().map_or_else(String::new, |port| port.to_string())),
            ("PGUSER", decoded(url.username())),
            ("PGPASSWORD", decoded(url.password().unwrap_or_default())),
            ("PGDATABASE", decoded(url.path().trim_start_matches('/'))),
        ];
        for (name, value) in url.query_pairs() {
            let known = match &*name {
                "host" => "PGHOST",
                "port" => "PGPORT",
                "user" => "PGUSER",
                "password" => "PGPASSWORD",
                "dbname" => "PGDATABASE",
                "sslmode" | "ssl-mode" => "PGSSLMODE",
                _ => continue,
            };
            place.push((known, value.into_owned()));
        }
        // The last word on each counts, as it does where the program itself connects.
        place.retain(|(_, value)| !value.is_empty());
        Ok(Self(place))
    }
}

/// A program of PostgreSQL: on the path, or where Debian puts them, the newest.
fn find(name: &str, path: Option<&OsStr>) -> anyhow::Result<PathBuf> {
    let folders = path.iter().flat_map(std::env::split_paths);
    let mut debian: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let folder = entry.ok()?.path();
            Some((folder.file_name()?.to_str()?.parse().ok()?, folder.join("bin")))
        })
        .collect();
    debian.sort_by(|a, b| b.cmp(a));
    let found = debian.into_iter().map(|(_, folder)| folder).chain(folders).map(|folder| folder.join(name));
    found.into_iter().find(|program| program.is_file()).with_context(|| {
        format!("{name} is not installed here (Debian: postgresql-client); it is what copies a PostgreSQL database")
    })
}

async fn run(name: &str, place: &Place, arguments: &[&str], file: &Path) -> anyhow::Result<()> {
    let program = find(name, std::env::var_os("PATH").as_deref())?;
    let mut command = Command::new(program);
    command.envs(place.0.iter().map(|(name, value)| (name, value))).args(arguments).arg(file);
    let output = command.stdin(Stdio::null()).kill_on_drop(true).output().await?;
    if !output.status.success() {
        bail!("{name}: {}", String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(())
}

/// Writes what `snapshot` sees into `file`, in PostgreSQL's custom format.
pub async fn dump(place: &Place, snapshot: &str, file: &Path) -> anyhow::Result<()> {
    let snapshot = format!("--snapshot={snapshot}");
    let arguments =
        ["--format=custom", "--no-owner", "--no-privileges", "--no-password", &snapshot, "--file"];
    run("pg_dump", place, &arguments, file).await
}

/// Fills an empty database from such a file: all of it or nothing.
pub async fn restore(place: &Place, file: &Path) -> anyhow::Result<()> {
    let database = place.0.iter().rev().find(|(name, _)| *name == "PGDATABASE");
    let (_, database) = database.context("database.url: names no database")?;
    let database = format!("--dbname={database}");
    let arguments = ["--no-owner", "--no-privileges", "--no-password", "--single-transaction", &database];
    run("pg_restore", place, &arguments, file).await
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_url_becomes_what_libpq_reads() {
        let place =
            Place::parse("postgres://post%40ulo:pa%2Fss@db.example.org:5433/petitions?sslmode=require")
                .unwrap();
        let named = |name: &str| {
            place.0.iter().rev().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
        };
        assert_eq!(named("PGHOST"), Some("db.example.org"));
        assert_eq!(named("PGPORT"), Some("5433"));
        assert_eq!(named("PGUSER"), Some("post@ulo"));
        assert_eq!(named("PGPASSWORD"), Some("pa/ss"));
        assert_eq!(named("PGDATABASE"), Some("petitions"));
        assert_eq!(named("PGSSLMODE"), Some("require"));
        let socket = Place::parse("postgres://postgres@%2Fvar%2Frun%2Fpostgresql/postulo").unwrap();
        assert!(socket.0.contains(&("PGHOST", "/var/run/postgresql".to_owned())));
    }
}
