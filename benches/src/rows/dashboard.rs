use std::time::{Duration, Instant};

use anyhow::Context;

use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::Ground;
use crate::load::Wire;
use crate::service::{self, Mail, Process};
use crate::store::{Backend, Store};

const MANY: u64 = 1_000_000;
const FEW: u64 = 10;

const FIGURES: &str = "/studio/campaigns/recognize-celil";
const EMAIL: &str = "viewer@example.org";
const PASSWORD: &str = "correct horse battery staple";

/// For so long the service keeps what it read for whoever comes next: each who opens the figures here is the first again.
const FORGOTTEN: Duration = Duration::from_millis(2200);

/// A service, and somebody who is logged in there.
struct Side {
    process: Process,
    cookie: String,
    took: Vec<f64>,
}

async fn log_in(process: &Process) -> anyhow::Result<String> {
    let form = format!("email={}&password={}", EMAIL.replace('@', "%40"), PASSWORD.replace(' ', "+"));
    let request = format!(
        "POST /studio/login HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         sec-fetch-site: same-origin\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    );
    let mut wire = Wire::open(process.address).await?;
    let answer = wire.exchange(request.as_bytes()).await?;
    anyhow::ensure!(answer.status == 303, "logging in answers {}", answer.status);
    let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
    Ok(cookie.context("a session")?.to_owned())
}

impl Side {
    async fn of(ground: &Ground, backend: Backend, name: &str, stored: u64) -> anyhow::Result<Self> {
        let store: Store = ground.stored(backend, name, stored).await?;
        service::add_account(&ground.program, &store, (EMAIL, "viewer"), PASSWORD).await?;
        let process = ground.start(&store, Mail::Held).await?;
        let cookie = log_in(&process).await?;
        Ok(Self { process, cookie, took: Vec::new() })
    }

    /// From the connection to the last byte, in milliseconds.
    async fn open(&mut self, counted: &str) -> anyhow::Result<()> {
        let request = format!(
            "GET {FIGURES} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\ncookie: {}\r\n\r\n",
            self.cookie
        );
        let begin = Instant::now();
        let mut wire = Wire::open(self.process.address).await?;
        let answer = wire.exchange(request.as_bytes()).await?;
        let took = begin.elapsed().as_secs_f64() * 1000.0;
        anyhow::ensure!(answer.status == 200, "the figures answer {}", answer.status);
        let said = format!("data-figure=\"counted\">{counted}<");
        let is_right = memchr::memmem::find(answer.body, said.as_bytes()).is_some();
        anyhow::ensure!(is_right, "the figures do not say that {counted} are counted");
        self.took.push(took);
        Ok(())
    }
}

async fn opened(ground: &Ground, backend: Backend) -> anyhow::Result<Finding> {
    let mut many = Side::of(ground, backend, "dashboard-many", MANY).await?;
    let mut few = Side::of(ground, backend, "dashboard-few", FEW).await?;
    // The first of each fills the caches of files and connections.
    for _ in 0..=ground.effort.starts {
        many.open("1,000,000").await?;
        few.open("10").await?;
        tokio::time::sleep(FORGOTTEN).await;
    }
    for side in [&mut many, &mut few] {
        side.took.remove(0);
    }
    let words = format!("figures of a campaign with 1 million signatures, {}", backend.name());
    let finding = Finding::new("dashboard", "ms", (&words, "with 10"), &many.took, &few.took)
        .held_to(Measure::Ratio, Limit::at_most(1.5))
        .note(format!("opened {} times each, by nobody in the two seconds before", ground.effort.starts));
    many.process.stop().await?;
    few.process.stop().await?;
    Ok(finding)
}

/// How long the figures of a large campaign take to open, and those of a small one, in turn.
pub async fn against_small(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let mut findings = Vec::new();
    for backend in [Backend::Sqlite, Backend::Postgres] {
        findings.push(opened(ground, backend).await?);
    }
    Ok(findings)
}
