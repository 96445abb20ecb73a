//! A PostgreSQL of the test's own, which is stopped and started.

use std::path::PathBuf;
use std::time::Duration;

use tempfile::TempDir;
use tokio::process::Command;

use super::{Installation, client, confirm_all, post, until};
use crate::support::smtp::{Manner, Server};
use crate::support::{CAMPAIGN, Visitor};

struct Cluster {
    folder: TempDir,
    bin: PathBuf,
}

impl Cluster {
    async fn start() -> Self {
        let versions = std::fs::read_dir("/usr/lib/postgresql").expect("the PostgreSQL that ./test installs");
        let bin = versions.map(|entry| entry.unwrap().path().join("bin")).max().unwrap();
        let cluster = Self { folder: TempDir::new().unwrap(), bin };
        let path = cluster.folder.path();
        if is_root() {
            let owned = std::process::Command::new("chown").arg("postgres").arg(path).status().unwrap();
            assert!(owned.success());
        }
        let data = path.join("data");
        cluster
            .do_as("initdb", &["-D", data.to_str().unwrap(), "-U", "postgres", "-A", "trust", "-E", "UTF8"])
            .await;
        cluster.again().await;
        cluster
    }

    async fn do_as(&self, program: &str, arguments: &[&str]) {
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command
                .args(["--reuid=postgres", "--regid=postgres", "--init-groups"])
                .arg(self.bin.join(program));
            command
        } else {
            Command::new(self.bin.join(program))
        };
        // What it starts must not hold our pipes open: it would never be seen to end.
        let (out, log) = (std::process::Stdio::null(), std::process::Stdio::null());
        let status = command.args(arguments).current_dir("/").stdout(out).stderr(log).status().await.unwrap();
        assert!(status.success(), "{program} {arguments:?}");
    }

    async fn again(&self) {
        let (folder, data) = (self.folder.path().to_str().unwrap(), self.folder.path().join("data"));
        let log = self.folder.path().join("log");
        let options = format!("-k {folder} -c listen_addresses=''");
        let (data, log) = (data.to_str().unwrap(), log.to_str().unwrap());
        self.do_as("pg_ctl", &["-D", data, "-s", "-w", "-l", log, "-o", &options, "start"]).await;
    }

    async fn stop(&self) {
        let data = self.folder.path().join("data");
        self.do_as("pg_ctl", &["-D", data.to_str().unwrap(), "-s", "-m", "immediate", "stop"]).await;
    }

    fn url(&self) -> String {
        format!("postgres://postgres@{}/postgres", self.folder.path().to_str().unwrap().replace('/', "%2F"))
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if let Ok(number) = std::fs::read_to_string(self.folder.path().join("data/postmaster.pid")) {
            let number = number.lines().next().unwrap_or_default();
            let _ = std::process::Command::new("kill").args(["-QUIT", number]).status();
        }
    }
}

fn is_root() -> bool {
    std::os::unix::fs::MetadataExt::uid(&std::fs::metadata("/proc/self").unwrap()) == 0
}

async fn sign(url: &str, who: &str) -> reqwest::Response {
    let email = format!("{who}@example.org");
    let fields = [("name", "Anna Roy"), ("email", &*email), ("country", "CA"), ("postal_code", "K1A 0A6")];
    post(&client(), url, &format!("{CAMPAIGN}/sign"), &fields).await.expect("an answer")
}

#[tokio::test]
async fn postgres_stops_and_returns_and_so_does_the_service() {
    let cluster = Cluster::start().await;
    let sink = Server::start(Manner::Takes).await;
    let installation = Installation::new(Some(cluster.url()), sink.clone())
        .await
        .with("POSTULO_MAIL__TIMEOUT", "1")
        .with("POSTULO_INTAKE__PATIENCE", "2");
    let service = installation.serve().await;
    let visitor = Visitor::new(&service.url);
    let mut seen = super::Seen::default();
    assert_eq!(sign(&service.url, "anna").await.status(), 303);
    until("the first mail comes", async || sink.taken().len() == 1).await;
    confirm_all(&service.url, &sink.taken()).await;
    visitor.get(CAMPAIGN).await.expect(200);
    // One mail is under way, and what becomes of it cannot be written down.
    sink.behave(Manner::HangsInData);
    assert_eq!(sign(&service.url, "bela").await.status(), 303);
    seen.acknowledged.extend(["anna@example.org".into(), "bela@example.org".into()]);
    seen.confirmed = 1;

    cluster.stop().await;
    until("it is not ready", async || visitor.get("/readyz").await.status == 503).await;
    // It answers, however little the database does: here within the time that a load balancer would ever wait.
    let answered = tokio::time::timeout(Duration::from_secs(30), visitor.get("/readyz")).await;
    answered.expect("an answer").expect(503);
    visitor.get("/healthz").await.expect(200);
    // In French nobody has seen it yet.
    for page in [CAMPAIGN, "/fr/campaigns/recognize-celil", "/campaigns/recognize-celil/tally.json"] {
        visitor.get(page).await.expect(200);
    }
    let refused = sign(&service.url, "carol").await;
    assert_eq!(refused.status(), 503);
    assert!(refused.headers().contains_key("retry-after"));
    sink.behave(Manner::Takes);

    cluster.again().await;
    until("it is ready again", async || visitor.get("/readyz").await.status == 200).await;
    until("signing goes on", async || sign(&service.url, "dora").await.status() == 303).await;
    seen.acknowledged.push("dora@example.org".into());
    until("the mail goes on", async || {
        installation.run(&["mail", "retry"]).await;
        let mails = sink.taken();
        ["bela@", "dora@"].iter().all(|who| mails.iter().any(|mail| mail.to.starts_with(who)))
    })
    .await;
    let mails: Vec<_> = sink.taken().into_iter().filter(|mail| !mail.to.starts_with("anna")).collect();
    let mails: Vec<_> = mails.into_iter().filter(|mail| mail.text.contains("/confirm/")).collect();
    confirm_all(&service.url, &mails).await;
    seen.confirmed = 3;
    let tools = installation.tools(postulo::clock::Clock::System.now()).await;
    let left = async || postulo::storage::queue::count_queued(tools.db.read()).await.unwrap();
    until("what became of all mail is written down", async || left().await == 0).await;
    assert!(service.terminate().await);
    installation.assert_whole(&seen).await;
    let mut ids: Vec<_> = sink.taken().into_iter().map(|mail| mail.id).collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert!(all <= ids.len() + 1, "{all} mails of {}", ids.len());
}
