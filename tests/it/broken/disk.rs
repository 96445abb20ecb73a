//! A file system of a few megabytes is filled, as by some other program, and freed.

use std::io::Write;
use std::path::{Path, PathBuf};

use sea_orm::EntityTrait;
use tempfile::TempDir;
use tokio::process::Command;

use super::{Variables, client, post, run, until};
use crate::support::process::Process;
use crate::support::{CAMPAIGN, Visitor};
use postulo::cli::DEMO_CONTENT;

pub struct Disk(TempDir);

impl Disk {
    /// Nothing where this user may mount none, and why.
    pub async fn of(megabytes: u32) -> Result<Self, String> {
        let folder = TempDir::new().unwrap();
        let size = format!("size={megabytes}m,mode=700");
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(folder.path());
        let output = mount.output().await.map_err(|error| error.to_string())?;
        if output.status.success() {
            Ok(Self(folder))
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }

    fn ballast(&self) -> PathBuf {
        self.0.path().join("ballast")
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Leaves so many bytes.
    pub fn fill_but(&self, bytes: u64) {
        self.fill();
        let file = std::fs::File::options().write(true).open(self.ballast()).unwrap();
        let length = file.metadata().unwrap().len();
        file.set_len(length - bytes).unwrap();
    }

    fn fill(&self) {
        let mut file = std::fs::File::create(self.ballast()).unwrap();
        while file.write_all(&[0; 4096]).is_ok() {}
        while file.write_all(&[0]).is_ok() {}
    }

    pub fn free(&self) {
        std::fs::remove_file(self.ballast()).unwrap();
    }

    fn mails(&self) -> usize {
        let entries = std::fs::read_dir(self.0.path().join("outbox")).unwrap();
        entries.filter(|entry| entry.as_ref().unwrap().path().extension().is_some_and(|e| e == "eml")).count()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = std::process::Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

async fn sign(url: &str, n: usize) -> reqwest::Response {
    let email = format!("a{n}@example.org");
    let fields = [("name", "Anna Roy"), ("email", &*email), ("country", "CA"), ("postal_code", "K1A 0A6")];
    post(&client(), url, &format!("{CAMPAIGN}/sign"), &fields).await.expect("an answer")
}

#[tokio::test]
async fn a_full_disk_is_503_until_it_is_freed_and_loses_nothing() {
    let disk = match Disk::of(12).await {
        Ok(disk) => disk,
        Err(why) => {
            eprintln!(
                "NOT RUN: no file system can be mounted here ({why}). What SQLite does when it is full is also tested \
                 by storage::a_full_disk_is_503_and_what_is_acknowledged_afterwards_is_stored."
            );
            return;
        }
    };
    let folder = disk.0.path();
    std::fs::write(folder.join("campaign.toml"), DEMO_CONTENT).unwrap();
    let variables: Variables = vec![("POSTULO_HTTP__TRUSTED_PROXIES".into(), "127.0.0.0/8".into())];
    run(folder, &variables, &["campaign", "load", folder.join("campaign.toml").to_str().unwrap()]).await;
    let quiet = [
        ("POSTULO_HTTP__TRUSTED_PROXIES", "127.0.0.0/8"),
        ("POSTULO_DEFENCE__FLOOR", "1000000"),
        ("POSTULO_DEFENCE__SHARE_LEAST", "1000000"),
    ];
    let service = Process::serve(folder, &quiet).await;
    let visitor = Visitor::new(&service.url);
    let mut acknowledged = 0;
    for round in 0..2 {
        for _ in 0..5 {
            assert_eq!(sign(&service.url, acknowledged).await.status(), 303);
            acknowledged += 1;
        }
        disk.fill();
        let refused = loop {
            let answer = sign(&service.url, acknowledged).await;
            if answer.status() != 303 {
                break answer;
            }
            acknowledged += 1;
        };
        assert_eq!(refused.status(), 503, "round {round}");
        assert!(refused.headers().contains_key("retry-after"));
        visitor.get(CAMPAIGN).await.expect(200);
        visitor.get("/healthz").await.expect(200);
        visitor.get("/readyz").await.expect(200);
        disk.free();
        until("it recovers by itself", async || sign(&service.url, acknowledged).await.status() == 303).await;
        acknowledged += 1;
    }
    // What could not be written to the folder meanwhile waits for another try, which staff may hasten.
    until("all mail is in the folder", async || {
        run(folder, &variables, &["mail", "retry"]).await;
        disk.mails() == acknowledged
    })
    .await;
    assert!(service.terminate().await);
    let shown = run(folder, &variables, &["mail", "show"]).await;
    assert!(shown.contains("confirmations 0 wait") && !shown.contains("failed"), "{shown}");
    assert!(run(folder, &variables, &["recount"]).await.contains("no drift"));
    let db = format!("sqlite://{}", folder.join("postulo.db").display());
    let db = postulo::storage::Db::open(&db, 1).await.unwrap();
    assert_eq!(entity::signature::Entity::find().all(db.read()).await.unwrap().len(), acknowledged);
    db.close().await;
}
