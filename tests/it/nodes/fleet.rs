use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU16, Ordering};

use postulo::actions::recount::recount;
use postulo::cli::DEMO_CONTENT;
use postulo::clock::Clock;
use postulo::domain::moment::Moment;
use postulo::entropy::Entropy;
use postulo::settings::Settings;
use postulo::storage::vault::Vault;
use postulo::storage::{keys, tallies};
use postulo::tools::Tools;
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;
use uuid::Uuid;

use super::until;
use crate::support::process::{Process, run_with};
use crate::support::{Backend, fresh};

static NEXT_PORT: AtomicU16 = AtomicU16::new(0);

/// A port that nobody listens on, below those that the system gives out by itself.
pub fn free_port() -> u16 {
    let first = 12_000 + (std::process::id() % 160) as u16 * 100;
    let mut ports = std::iter::repeat_with(|| first + NEXT_PORT.fetch_add(1, Ordering::SeqCst));
    ports.find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok()).unwrap()
}

/// Three `postulo serve` on one database, with one key file.
pub struct Fleet {
    pub folder: TempDir,
    pub database: String,
    /// Where each listens, run or not.
    pub addresses: [String; 3],
    pub nodes: [Option<Process>; 3],
    environment: Vec<(String, String)>,
}

impl Fleet {
    /// On a fresh database, with the founding campaign.
    pub async fn start(settings: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let database = fresh(Backend::Postgres, folder.path()).await;
        Self::on(folder, database, settings).await
    }

    /// As an operator does it: the first node loads the campaign, and its keys are copied to the others.
    pub async fn on(folder: TempDir, database: String, settings: &[(&str, &str)]) -> Self {
        let mut environment = vec![
            ("POSTULO_DATABASE__URL".to_owned(), database.clone()),
            ("POSTULO_DATABASE__CONNECTIONS".to_owned(), "5".to_owned()),
            ("POSTULO_HTTP__TRUSTED_PROXIES".to_owned(), "127.0.0.1".to_owned()),
            // A crowd is what these tests are made of.
            ("POSTULO_DEFENCE__FLOOR".to_owned(), "1000000".to_owned()),
            ("POSTULO_DEFENCE__SHARE_LEAST".to_owned(), "1000000".to_owned()),
        ];
        environment.extend(settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let addresses = [(); 3].map(|()| format!("127.0.0.1:{}", free_port()));
        let mut fleet = Self { folder, database, addresses, nodes: [const { None }; 3], environment };
        let content = fleet.folder.path().join("campaign.toml");
        std::fs::write(&content, DEMO_CONTENT).unwrap();
        let load = ["campaign", "load", content.to_str().unwrap()];
        let (well, printed) = run_with(&fleet.data(0), &fleet.variables(0), &load).await;
        assert!(well, "{printed}");
        for node in 0..3 {
            fleet.share_keys(node);
        }
        let [first, second, third] =
            [0, 1, 2].map(|node| Process::serve_with(fleet.data(node), fleet.variables(node)));
        let (first, second, third) = tokio::join!(first, second, third);
        fleet.nodes = [Some(first), Some(second), Some(third)];
        fleet
    }

    /// The data directory of a node.
    pub fn data(&self, node: usize) -> PathBuf {
        self.folder.path().join(format!("node{node}"))
    }

    fn share_keys(&self, node: usize) {
        std::fs::create_dir_all(self.data(node)).unwrap();
        if node > 0 {
            std::fs::copy(self.data(0).join("keys.toml"), self.data(node).join("keys.toml")).unwrap();
        }
    }

    fn variables(&self, node: usize) -> Vec<(String, String)> {
        let mut variables = self.environment.clone();
        variables.push(("POSTULO_HTTP__BIND".to_owned(), self.addresses[node].clone()));
        variables
    }

    pub fn urls(&self) -> Vec<String> {
        self.addresses.iter().map(|address| format!("http://{address}")).collect()
    }

    pub async fn kill(&mut self, node: usize) {
        self.nodes[node].take().unwrap().kill().await;
    }

    /// Ends a node as a service manager does, and starts it again.
    pub async fn restart(&mut self, node: usize) {
        assert!(self.nodes[node].take().unwrap().terminate().await, "it ended badly");
        self.nodes[node] = Some(Process::serve_with(self.data(node), self.variables(node)).await);
    }

    /// The keys that all nodes share.
    pub fn vault(&self) -> Vault {
        vault(&self.data(0))
    }

    /// Looks into the database as another node would.
    pub async fn tools(&self) -> Tools {
        let mut settings = Settings::load(None, std::iter::empty()).unwrap();
        settings.data_dir = self.data(0);
        settings.database.url.clone_from(&self.database);
        Tools::open(settings, Clock::System, Entropy::System).await.unwrap()
    }

    /// Waits until what every node answers to `/readyz` has this status.
    pub async fn all_answer(&self, status: u16) {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        for url in self.urls() {
            until(&format!("{status} from {url}/readyz"), async || {
                let answer = client.get(format!("{url}/readyz")).send().await;
                answer.is_ok_and(|answer| answer.status().as_u16() == status)
            })
            .await;
        }
    }
}

/// Reads the keys of a data directory.
pub fn vault(data: &Path) -> Vault {
    let secrets = keys::load_or_make(&data.join("keys.toml"), true, Moment(0), &Entropy::System).unwrap();
    Vault::new(&secrets, Entropy::System)
}

/// The only campaign.
pub async fn campaign(tools: &Tools) -> i32 {
    tallies::list(tools.db.read()).await.unwrap()[0].campaign
}

/// Fails where parts and whole, or count and signatures, disagree; returns the count.
pub async fn sound_count(tools: &Tools) -> i64 {
    let drifts = recount(&tools.desk(), campaign(tools).await).await.unwrap();
    assert!(drifts.is_empty(), "{drifts:?}");
    tallies::list(tools.db.read()).await.unwrap()[0].online
}

/// A figure that the database itself knows.
pub async fn figure(db: &impl ConnectionTrait, sql: &str) -> i64 {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    db.query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

/// Everybody who stands in the database: id, whether counted, and address.
pub async fn standing(tools: &Tools) -> Vec<(Uuid, bool, String)> {
    use postulo::domain::signature::State;
    use postulo::storage::census::list_sealed;
    let all = list_sealed(tools.db.read(), (0, Uuid::nil()), 100_000).await.unwrap();
    let row = |one: &postulo::domain::signature::Signature| {
        let person = tools.desk().person(one).unwrap();
        (one.id, one.state == State::Confirmed, person.email)
    };
    all.iter().map(row).collect()
}
