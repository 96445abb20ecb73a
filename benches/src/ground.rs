//! What every row stands on: the program under test, a folder for databases, how much effort to make.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::{Duration, Instant};

use anyhow::Context;
use tokio::process::Command;
use tokio::sync::OnceCell;

use crate::load::{self, Acknowledged, Closed, Confirm, Links, Measured, Sign};
use crate::machine;
use crate::service::{self, Cluster, Launch, Mail, Process};
use crate::sink::Sink;
use crate::store::{Backend, Store, fill};

/// How long and how often.
#[derive(Clone, Debug)]
pub struct Effort {
    pub rounds: usize,
    pub warm_up: Duration,
    pub length: Duration,
    /// Sizes for growth, the first being what the others are compared with.
    pub sizes: Vec<u64>,
    /// Links to press in one round.
    pub links: usize,
    /// Mails in one round of mail.
    pub mails: usize,
    pub watchers: usize,
    pub starts: usize,
    /// Without another mail for so long, no more are waited for.
    pub patience: Duration,
}

impl Effort {
    /// What the published figures are made with.
    pub fn full() -> Self {
        Self {
            rounds: 5,
            warm_up: Duration::from_secs(1),
            length: Duration::from_secs(5),
            sizes: vec![10_000, 1_000_000, 10_000_000],
            links: 40_000,
            mails: 30_000,
            watchers: 19_000,
            starts: 11,
            patience: Duration::from_secs(10),
        }
    }

    /// A look, not a result.
    pub fn quick() -> Self {
        Self {
            rounds: 3,
            warm_up: Duration::from_millis(500),
            length: Duration::from_secs(2),
            sizes: vec![10_000, 1_000_000],
            links: 10_000,
            mails: 8000,
            starts: 5,
            ..Self::full()
        }
    }
}

/// Signatures that come in through the product before they are multiplied.
const BASE: usize = 240;

/// What every row stands on.
pub struct Ground {
    pub effort: Effort,
    /// `postulo`.
    pub program: PathBuf,
    pub scratch: PathBuf,
    pub campaign: PathBuf,
    pub connections: usize,
    /// Numbers people across all rows, so that nobody comes twice.
    pub people: Arc<AtomicU64>,
    cluster: OnceCell<Cluster>,
}

impl Ground {
    pub fn new(effort: Effort, program: PathBuf, scratch: PathBuf, campaign: PathBuf) -> Self {
        Self {
            effort,
            program,
            scratch,
            campaign,
            connections: 64,
            people: Arc::default(),
            cluster: OnceCell::new(),
        }
    }

    /// The PostgreSQL of this run, started when it is first asked for.
    pub async fn cluster(&self) -> anyhow::Result<&Cluster> {
        self.cluster.get_or_try_init(async || Cluster::start(&self.scratch)).await
    }

    pub fn postgres_version(&self) -> Option<&str> {
        self.cluster.get().map(|cluster| cluster.version.as_str())
    }

    pub async fn start(&self, store: &Store, mail: Mail) -> anyhow::Result<Process> {
        self.start_on(store, mail, None).await
    }

    pub async fn start_on(&self, store: &Store, mail: Mail, cores: Option<&str>) -> anyhow::Result<Process> {
        let launch = Launch { program: &self.program, store, mail, stock_limits: false, cores };
        let process = service::start(launch).await?;
        process.settle().await?;
        Ok(process)
    }

    /// An empty folder or database, without a campaign.
    pub async fn nothing(&self, backend: Backend, name: &str) -> anyhow::Result<Store> {
        let folder = self.scratch.join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&folder)?;
        if backend == Backend::Sqlite {
            return Ok(Store::Sqlite { folder });
        }
        let (cluster, database) = (self.cluster().await?, name.replace('-', "_"));
        cluster.execute(&format!("DROP DATABASE IF EXISTS {database}")).await?;
        cluster.execute(&format!("CREATE DATABASE {database}")).await?;
        Ok(Store::Postgres { folder, url: cluster.url(&database) })
    }

    /// A store with the campaign and nobody's signature.
    pub async fn empty(&self, backend: Backend, name: &str) -> anyhow::Result<Store> {
        let store = self.nothing(backend, name).await?;
        service::load_campaign(&self.program, &store, &self.campaign).await?;
        // A bench comes from one machine, all at once: the very thing that a form under pressure asks proofs for.
        service::set_defence(&self.program, &store, "never").await?;
        Ok(store)
    }

    /// A store with `size` confirmed signatures: some hundred came in through the product, the rest are multiplied from them.
    pub async fn stored(&self, backend: Backend, name: &str, size: u64) -> anyhow::Result<Store> {
        let begin = Instant::now();
        let store = self.empty(backend, name).await?;
        let sink = Sink::start()?;
        let process = self.start(&store, Mail::To(sink.address, 16)).await?;
        let base = BASE.min(usize::try_from(size)?);
        self.sign_some(&process, base, &Acknowledged::default()).await?;
        sink.wait_for(base, self.effort.patience).await;
        self.confirm_all(&process, &sink, (&Acknowledged::default(), false)).await?;
        process.stop().await?;
        fill(&store, size).await.with_context(|| format!("filling {name}"))?;
        service::recount(&self.program, &store).await?;
        if size > 100_000 {
            println!(
                "  {size} signatures stored in {} after {:.0} s",
                backend.name(),
                begin.elapsed().as_secs_f64()
            );
        }
        Ok(store)
    }

    /// So many sign, unmeasured.
    pub async fn sign_some(
        &self,
        process: &Process,
        people: usize,
        acknowledged: &Acknowledged,
    ) -> anyhow::Result<()> {
        let sign = Sign::new(&self.people, Some(acknowledged)).at_most(people);
        let run = Closed { warm_up: Duration::ZERO, ..self.closed(process, Duration::from_mins(5)) };
        load::closed(run, move |_| sign.clone()).await?.all_good("signing beforehand")?;
        Ok(())
    }

    /// Presses every link that has come; returns what was measured.
    pub async fn confirm_all(
        &self,
        process: &Process,
        sink: &Sink,
        (acknowledged, types_code): (&Acknowledged, bool),
    ) -> anyhow::Result<Measured> {
        if sink.links_waiting() == 0 {
            return Ok(Measured::default());
        }
        let links = Links::new(sink.take_links().into());
        let confirm = Confirm { links, acknowledged: acknowledged.clone(), types_code };
        let run = Closed { warm_up: Duration::ZERO, ..self.closed(process, Duration::from_mins(1)) };
        load::closed(run, move |_| confirm.clone()).await?.all_good("confirming")
    }

    /// The usual closed loop against a service.
    pub fn closed(&self, process: &Process, length: Duration) -> Closed {
        Closed {
            address: process.address,
            connections: self.connections,
            warm_up: self.effort.warm_up,
            length,
            core: None,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.scratch.join(name)
    }
}

/// This very program in the part of a comparison.
pub fn ceiling(arguments: &[&str], cores: Option<&str>) -> anyhow::Result<Command> {
    let mut command = service::command(&std::env::current_exe()?, cores);
    command.arg("ceiling").args(arguments).stderr(std::process::Stdio::inherit());
    Ok(command)
}

/// Whether page figures can have one core each for the service and the load.
pub fn has_cores_apart() -> bool {
    machine::cores() >= 2
}

/// Where the campaign's file lies.
pub fn campaign_file(root: &Path) -> PathBuf {
    root.join("config/demo/recognize-celil.toml")
}
