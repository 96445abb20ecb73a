use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use postulo::cli::DEMO_CONTENT;
use postulo::storage::Db;
use sea_orm::ConnectionTrait;
use tempfile::TempDir;

use crate::support::db::{self, Backend};
use crate::support::process::{Process, postulo, run};
use crate::support::smtp::{Manner, Server};
use crate::support::{Person, Visitor};

/// Runs the doctor with more settings; returns its exit code and what it said.
async fn examined(folder: &Path, environment: &[(&str, &str)]) -> (i32, String) {
    let output = postulo(folder).arg("doctor").envs(environment.iter().copied()).output().await.unwrap();
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    (output.status.code().unwrap(), printed)
}

/// The level of the line that has `part` in it.
fn level<'a>(printed: &'a str, part: &str) -> &'a str {
    let line = printed.lines().find(|line| line.contains(part));
    line.unwrap_or_else(|| panic!("no `{part}` in:\n{printed}")).split_whitespace().next().unwrap()
}

/// A data directory with the campaign and one signature, and the URL of its database.
async fn installation(backend: Backend) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o700)).unwrap();
    let content = folder.path().join("campaign.toml");
    std::fs::write(&content, DEMO_CONTENT).unwrap();
    let url = match backend {
        Backend::Sqlite => format!("sqlite://{}", folder.path().join("postulo.db").display()),
        Backend::Postgres => db::empty().await,
    };
    let mut load = postulo(folder.path());
    load.args(["campaign", "load", content.to_str().unwrap()]).env("POSTULO_DATABASE__URL", &url);
    assert!(load.output().await.unwrap().status.success());
    let service = Process::serve(folder.path(), &[("POSTULO_DATABASE__URL", &url)]).await;
    Visitor::new(&service.url).sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
    assert!(service.terminate().await);
    (folder, url)
}

#[tokio::test]
async fn a_sound_installation_passes_on_both_databases_with_and_without_its_service() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let (folder, url) = installation(backend).await;
        let database = ("POSTULO_DATABASE__URL", url.as_str());
        let (code, printed) = examined(folder.path(), &[database]).await;
        // The tests' own PostgreSQL may be set for speed; nothing else may fail.
        let failed: Vec<&str> = printed.lines().filter(|line| line.starts_with("FAIL")).collect();
        assert!(failed.iter().all(|line| line.contains("= off")), "{printed}");
        assert_eq!(code, i32::from(!failed.is_empty()));
        for part in ["up to date", "the keys open", "no drift", "keys.toml", "mails wait"] {
            assert_eq!(level(&printed, part), "ok", "{printed}");
        }
        assert_eq!(level(&printed, "links in mails lead nowhere"), "warn");
        let mut pause = postulo(folder.path());
        pause.args(["mail", "pause"]).env("POSTULO_DATABASE__URL", &url);
        assert!(pause.output().await.unwrap().status.success());
        let (_, printed) = examined(folder.path(), &[database]).await;
        assert_eq!(level(&printed, "stopped by hand"), "warn");
        let service = Process::serve(folder.path(), &[database]).await;
        let (_, printed) = examined(folder.path(), &[database]).await;
        assert_eq!(level(&printed, "the keys open"), "ok");
        if backend == Backend::Sqlite {
            assert_eq!(level(&printed, "a service runs on"), "ok");
        }
        assert!(service.terminate().await);
        assert!(!printed.contains("anna") && !printed.contains("Anna"));
    }
}

#[tokio::test]
async fn settings_that_make_no_sense_together_are_named() {
    let (folder, _) = installation(Backend::Sqlite).await;
    let https = ("POSTULO_HTTP__PUBLIC_URL", "https://petitions.example.org");
    let (code, printed) = examined(folder.path(), &[https]).await;
    assert_eq!(code, 0, "{printed}");
    assert_eq!(level(&printed, "trusted_proxies is empty"), "warn");
    assert_eq!(level(&printed, "does not leave"), "warn");
    let (code, printed) =
        examined(folder.path(), &[https, ("POSTULO_HTTP__TRUSTED_PROXIES", "0.0.0.0/0")]).await;
    assert_eq!((code, level(&printed, "trusts the whole internet")), (1, "FAIL"));
    let (code, printed) = examined(folder.path(), &[("POSTULO_HTTP__BLIND", "1")]).await;
    assert_eq!((code, level(&printed, "POSTULO_HTTP__BLIND")), (1, "FAIL"));
}

#[tokio::test]
async fn keys_that_are_open_missing_damaged_or_foreign_fail() {
    let (folder, _) = installation(Backend::Sqlite).await;
    let keys = folder.path().join("keys.toml");
    let own = std::fs::read_to_string(&keys).unwrap();
    std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o644)).unwrap();
    let (code, printed) = examined(folder.path(), &[]).await;
    assert_eq!((code, level(&printed, "can be read by others (mode 644)")), (1, "FAIL"));
    std::fs::set_permissions(&keys, std::fs::Permissions::from_mode(0o600)).unwrap();

    let elsewhere = TempDir::new().unwrap();
    assert!(run(elsewhere.path(), &["recount"]).await.0);
    std::fs::copy(elsewhere.path().join("keys.toml"), &keys).unwrap();
    let (code, printed) = examined(folder.path(), &[]).await;
    assert_eq!((code, level(&printed, "do not open what is in the database")), (1, "FAIL"));

    std::fs::write(&keys, own.replace("secret", "sacred")).unwrap();
    let (code, printed) = examined(folder.path(), &[]).await;
    assert_eq!((code, level(&printed, "not a key file")), (1, "FAIL"));
    let secret = own.split("secret = \"").nth(1).unwrap().split('"').next().unwrap();
    assert!(!printed.contains(secret));

    std::fs::remove_file(&keys).unwrap();
    let (code, printed) = examined(folder.path(), &[]).await;
    assert_eq!((code, level(&printed, "keys.toml is not there")), (1, "FAIL"));
    assert!(!keys.exists(), "the doctor makes nothing");
}

#[tokio::test]
async fn a_database_that_is_away_drifted_or_newer_fails() {
    let (folder, url) = installation(Backend::Sqlite).await;
    let away = [("POSTULO_DATABASE__URL", "postgres://postulo:hunter2@127.0.0.1:1/postulo")];
    let (code, printed) = examined(folder.path(), &away).await;
    assert_eq!((code, level(&printed, "database ")), (1, "FAIL"), "{printed}");
    assert!(!printed.contains("hunter2"), "{printed}");

    let db = Db::open(&url, 1).await.unwrap();
    let change = async |sql: &str| {
        let tx = db.write().await.unwrap();
        tx.execute_unprepared(sql).await.unwrap();
        tx.commit().await.unwrap();
    };
    change("UPDATE tally SET online = 7").await;
    let (code, printed) = examined(folder.path(), &[]).await;
    assert_eq!((code, level(&printed, "disagree")), (1, "FAIL"), "{printed}");
    change("UPDATE tally SET online = 0").await;
    change("UPDATE outbox SET state = 'queued', created_at = created_at - 8 * 3600000").await;
    let (code, printed) = examined(folder.path(), &[]).await;
    assert_eq!((code, level(&printed, "mails wait")), (1, "FAIL"), "{printed}");
    change("INSERT INTO seaql_migrations VALUES ('m9999_from_the_future', 1)").await;
    let (code, printed) = examined(folder.path(), &[]).await;
    assert_eq!((code, level(&printed, "m9999_from_the_future")), (1, "FAIL"), "{printed}");
    db.close().await;

    // A page of the file is overwritten.
    let file = folder.path().join("postulo.db");
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(folder.path().join(format!("postulo.db{ending}")));
    }
    let mut bytes = std::fs::read(&file).unwrap();
    for byte in &mut bytes[4096..] {
        *byte = 0x5a;
    }
    std::fs::write(&file, bytes).unwrap();
    let (code, printed) = examined(folder.path(), &[]).await;
    assert_eq!((code, level(&printed, "database ")), (1, "FAIL"), "{printed}");

    let (code, printed) = examined(&folder.path().join("nowhere"), &[]).await;
    assert_eq!((code, level(&printed, "nowhere is not there")), (1, "FAIL"), "{printed}");
    assert!(!folder.path().join("nowhere").exists());
}

#[tokio::test]
async fn the_mail_server_is_greeted_and_given_no_mail() {
    let (folder, _) = installation(Backend::Sqlite).await;
    let server = Server::start(Manner::Takes).await;
    let url = format!("smtp://{}", server.address);
    let smtp = ("POSTULO_MAIL__TRANSPORT", "smtp");
    let (code, printed) = examined(folder.path(), &[smtp, ("POSTULO_MAIL__SMTP_URL", &url)]).await;
    assert_eq!((code, level(&printed, "the mail server answers")), (0, "ok"), "{printed}");
    assert!(server.taken().is_empty());
    let nobody = "smtp://user:hunter2@127.0.0.1:1";
    let (code, printed) = examined(folder.path(), &[smtp, ("POSTULO_MAIL__SMTP_URL", nobody)]).await;
    assert_eq!((code, level(&printed, "the mail server: away")), (1, "FAIL"), "{printed}");
    assert!(!printed.contains("hunter2"));
}

#[tokio::test]
async fn purging_says_first_what_it_would_delete() {
    let (folder, url) = installation(Backend::Sqlite).await;
    let db = Db::open(&url, 1).await.unwrap();
    let tx = db.write().await.unwrap();
    tx.execute_unprepared("UPDATE signature SET expires_at = 1, created_at = 1").await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..2 {
        let (well, printed) = run(folder.path(), &["purge", "--dry-run"]).await;
        assert!(well && printed.contains("would be deleted now"), "{printed}");
        assert!(printed.contains("1  signatures that were not confirmed in time"), "{printed}");
    }
    let (well, printed) = run(folder.path(), &["purge"]).await;
    assert!(well && printed.contains("1  signatures that were not confirmed in time"), "{printed}");
    let (_, printed) = run(folder.path(), &["purge", "--dry-run"]).await;
    assert!(printed.contains("0  signatures that were not confirmed in time"), "{printed}");
}
