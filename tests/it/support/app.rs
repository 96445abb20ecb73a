use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use postulo::actions::defend::set_mode;
use postulo::actions::load_campaign::load_campaign;
use postulo::actions::recount::recount;
use postulo::app::App;
use postulo::cli::DEMO_CONTENT;
use postulo::clock::Clock;
use postulo::domain::content::CampaignFile;
use postulo::domain::defence::Mode;
use postulo::domain::moment::Moment;
use postulo::entropy::Entropy;
use postulo::mail::{Author, Mailer};
use postulo::settings::Settings;
use postulo::storage::tallies;
use postulo::tools::Tools;
use postulo::{jobs, service};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::db::{self, Backend};
use super::{Mail, Visitor};

/// 22 November 2026, 10:00 UTC.
pub const START: Moment = Moment(1_795_341_600_000);

/// How an app is to be built.
pub struct Build {
    pub backend: Backend,
    /// Changes to the settings.
    pub settings: fn(&mut Settings),
    /// Changes to the demo's content file.
    pub content: fn(&mut CampaignFile),
    /// Mail goes to this SMTP server; else it is kept in memory.
    pub smtp: Option<SocketAddr>,
    pub demo: bool,
}

impl Default for Build {
    fn default() -> Self {
        Self { backend: Backend::Sqlite, settings: |_| {}, content: |_| {}, smtp: None, demo: false }
    }
}

/// A service with the founding campaign, on a listener and a database of its own.
pub struct TestApp {
    pub app: Arc<App>,
    pub clock: Clock,
    pub url: String,
    pub folder: Arc<TempDir>,
    sent: Arc<Mutex<Vec<Vec<u8>>>>,
    stop: CancellationToken,
}

impl TestApp {
    pub async fn start(backend: Backend) -> Self {
        Self::build(Build { backend, ..Build::default() }).await
    }

    pub async fn build(build: Build) -> Self {
        let folder = Arc::new(TempDir::new().unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let database_url = db::fresh(build.backend, folder.path()).await;
        let mut settings = Settings::load(None, std::iter::empty()).unwrap();
        settings.data_dir = folder.path().to_owned();
        settings.http.public_url = url.clone();
        // Each visitor says from which network they come.
        settings.http.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
        settings.database.url = database_url;
        settings.database.connections = 4;
        // A proof of work that costs the tests nothing.
        (settings.defence.cost, settings.defence.tries) = (2, 40);
        if let Some(address) = build.smtp {
            settings.mail.transport = postulo::settings::Transport::Smtp;
            settings.mail.smtp_url = format!("smtp://{address}");
            settings.mail.timeout = 2;
        }
        (build.settings)(&mut settings);
        let sent = Arc::new(Mutex::new(Vec::new()));
        let mailer = if build.smtp.is_some() || build.demo {
            Mailer::new(&settings).unwrap()
        } else {
            Mailer::Memory(sent.clone(), Author::new(&settings).unwrap())
        };
        let clock = Clock::manual(START);
        let tools = Tools::open(settings, clock.clone(), Entropy::seeded(1)).await.unwrap();
        let mut file = CampaignFile::parse(DEMO_CONTENT).unwrap();
        (build.content)(&mut file);
        load_campaign(&tools.desk(), &file, "test").await.unwrap();
        let stop = CancellationToken::new();
        let app = App::start(tools, mailer, build.demo, &TaskTracker::new()).await.unwrap();
        tokio::spawn(service::serve(app.clone(), listener, stop.clone()));
        Self { app, clock, url, folder, sent, stop }
    }

    /// Another node on the same database, with the same keys and mailbox.
    pub async fn beside(&self) -> Self {
        self.beside_with(None).await
    }

    /// The same, but that its mail goes to this SMTP server.
    pub async fn beside_with(&self, smtp: Option<SocketAddr>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (mut settings, clock) = (self.app.tools.settings.clone(), self.clock.clone());
        let mailer = match smtp {
            Some(address) => {
                settings.mail.smtp_url = format!("smtp://{address}");
                Mailer::new(&settings).unwrap()
            }
            None => Mailer::Memory(self.sent.clone(), Author::new(&settings).unwrap()),
        };
        // Nodes do not roll the same dice.
        let tools = Tools::open(settings, clock.clone(), Entropy::System).await.unwrap();
        let stop = CancellationToken::new();
        let app = App::start(tools, mailer, false, &TaskTracker::new()).await.unwrap();
        tokio::spawn(service::serve(app.clone(), listener, stop.clone()));
        Self { app, clock, url, folder: self.folder.clone(), sent: self.sent.clone(), stop }
    }

    /// What the service does every second: reads what others changed, and looks whether a campaign is under pressure.
    pub async fn keep_watch(&self) {
        self.app.refresh().await.unwrap();
        jobs::defence::look(&self.app).await.unwrap();
    }

    /// As staff do at the command line, with the service noticing.
    pub async fn defend(&self, mode: Mode) {
        set_mode(&self.app.desk(), (self.campaign_id(), "recognize-celil"), mode, "test").await.unwrap();
        self.app.refresh().await.unwrap();
    }

    /// Someone with a browser, on a network of their own.
    pub fn visitor(&self) -> Visitor {
        Visitor::new(&self.url)
    }

    /// Sends all mail that is due.
    pub async fn run_mail(&self) {
        while jobs::mail::send_due(&self.app).await.unwrap() > 0 {}
    }

    /// All mail sent so far, oldest first.
    pub async fn mails(&self) -> Vec<Mail> {
        self.run_mail().await;
        self.sent.lock().unwrap().iter().map(|raw| Mail::parse(raw)).collect()
    }

    /// The newest mail to an address.
    pub async fn mail_to(&self, address: &str) -> Mail {
        let mails = self.mails().await;
        mails
            .into_iter()
            .rev()
            .find(|mail| mail.to == address)
            .unwrap_or_else(|| panic!("no mail to {address}"))
    }

    pub fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// The count as the database has it.
    pub async fn counted(&self) -> i64 {
        tallies::list(self.app.tools.db.read()).await.unwrap()[0].online
    }

    /// Fails where parts and whole, or count and signatures, disagree.
    pub async fn assert_no_drift(&self) {
        let drifts = recount(&self.app.desk(), self.campaign_id()).await.unwrap();
        assert!(drifts.is_empty(), "{drifts:?}");
        let parts = tallies::list_parts(self.app.tools.db.read(), self.campaign_id()).await.unwrap();
        for dimension in ["hour", "country", "region", "riding", "language", "source"] {
            let sum: i64 = parts.iter().filter(|(of, _, _)| of == dimension).map(|(_, _, n)| n).sum();
            assert_eq!(sum, self.counted().await, "{dimension}");
        }
    }

    pub fn campaign_id(&self) -> i32 {
        self.app.hub.campaign("recognize-celil").unwrap().id
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        self.stop.cancel();
    }
}
