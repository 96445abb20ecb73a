//! Broken on purpose: what people were told holds, whatever breaks. A file for each way of breaking.

mod clients;
mod clock;
mod copied;
mod disk;
mod killed;
mod lanes;
mod logs;
mod mail_server;
mod measured;
mod packing;
mod panics;
mod postgres;
mod printing;
mod shutdown;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::time::Duration;

use postulo::cli::DEMO_CONTENT;
use postulo::clock::Clock;
use postulo::domain::email::EmailAddress;
use postulo::domain::moment::Moment;
use postulo::entropy::Entropy;
use postulo::settings::Settings;
use postulo::storage::queue;
use postulo::tools::Tools;
use reqwest::{Client, Response};
use sea_orm::EntityTrait;
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::support::process::{Process, postulo};
use crate::support::smtp::Server;
use crate::support::{CAMPAIGN, Mail, TestApp};

/// Nothing that is waited for takes longer, on however slow a machine.
const DEADLINE: Duration = Duration::from_mins(1);

/// Waits until something is so.
async fn until(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let waiting = async {
        while !is_so().await {
            tokio::task::yield_now().await;
        }
    };
    assert!(tokio::time::timeout(DEADLINE, waiting).await.is_ok(), "in vain: {what}");
}

/// What a service is started with.
type Variables = Vec<(String, String)>;

/// An installation on the disk: a folder with the campaign loaded, a mail server, and the environment of both.
struct Installation {
    folder: TempDir,
    sink: Server,
    variables: Variables,
}

impl Installation {
    /// On SQLite, or on the PostgreSQL of this URL.
    async fn new(database: Option<String>, sink: Server) -> Self {
        let folder = TempDir::new().unwrap();
        let mut variables: Variables = [
            ("POSTULO_MAIL__TRANSPORT", "smtp"),
            ("POSTULO_HTTP__TRUSTED_PROXIES", "127.0.0.0/8"),
            ("POSTULO_LIMITS__NETWORK_BURST", "1000000"),
            ("POSTULO_LIMITS__NETWORK_SUSTAINED", "1000000"),
            // However many come at once here, it is no pressure.
            ("POSTULO_DEFENCE__FLOOR", "1000000"),
            ("POSTULO_DEFENCE__SHARE_LEAST", "1000000"),
        ]
        .map(|(name, value): (&str, &str)| (name.to_owned(), value.to_owned()))
        .to_vec();
        variables.push(("POSTULO_MAIL__SMTP_URL".into(), format!("smtp://{}", sink.address)));
        variables.extend(database.map(|url| ("POSTULO_DATABASE__URL".to_owned(), url)));
        let installation = Self { folder, sink, variables };
        let content = installation.folder.path().join("campaign.toml");
        std::fs::write(&content, DEMO_CONTENT).unwrap();
        installation.run(&["campaign", "load", content.to_str().unwrap()]).await;
        installation
    }

    fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Runs a command, which must go well, and returns what it printed.
    async fn run(&self, arguments: &[&str]) -> String {
        run(self.folder.path(), &self.variables, arguments).await
    }

    async fn serve(&self) -> Process {
        let variables: Vec<(&str, &str)> =
            self.variables.iter().map(|(name, value)| (&**name, &**value)).collect();
        Process::serve(self.folder.path(), &variables).await
    }

    /// Its tools, with a clock that shows this.
    async fn tools(&self, at: Moment) -> Tools {
        let mut variables = self.variables.clone();
        variables.push(("POSTULO_DATA_DIR".into(), self.folder.path().to_str().unwrap().into()));
        let settings = Settings::load(None, variables.into_iter()).unwrap();
        Tools::open(settings, Clock::manual(at), Entropy::System).await.unwrap()
    }

    /// Fails unless everybody who was told so is stored, each once, and the count is exact.
    async fn assert_whole(&self, seen: &Seen) {
        let tools = self.tools(Clock::System.now()).await;
        let rows = entity::signature::Entity::find().all(tools.db.read()).await.unwrap();
        let stored: BTreeSet<Vec<u8>> = rows.iter().filter_map(|row| row.email_index.clone()).collect();
        assert_eq!(stored.len(), rows.len(), "each address has signed once");
        for email in &seen.acknowledged {
            let index = tools.desk().email_index(&EmailAddress::parse(email).unwrap());
            assert!(stored.contains(index.as_slice()), "{email} was acknowledged and is not stored");
        }
        let confirmed = rows.iter().filter(|row| row.state == "confirmed").count();
        assert!(confirmed >= seen.confirmed, "told {}, counted {confirmed}", seen.confirmed);
        let printed = self.run(&["recount"]).await;
        assert!(printed.contains("no drift"), "{printed}");
        assert_eq!(printed.split_whitespace().next(), Some(&*confirmed.to_string()), "{printed}");
    }

    /// Fails where a mail came more than twice, or a signature has none.
    async fn assert_mailed(&self) {
        let mut times: BTreeMap<String, usize> = BTreeMap::new();
        let mut reached = BTreeSet::new();
        for mail in self.sink.taken() {
            *times.entry(mail.id).or_default() += 1;
            reached.insert(mail.to);
        }
        assert!(times.values().all(|times| *times <= 2), "{times:?}");
        let tools = self.tools(Clock::System.now()).await;
        let stored = entity::signature::Entity::find().all(tools.db.read()).await.unwrap().len();
        assert_eq!((times.len(), reached.len()), (stored, stored), "one mail for each signature");
        assert_eq!(queue::count_queued(tools.db.read()).await.unwrap(), 0);
    }
}

async fn run(folder: &Path, variables: &Variables, arguments: &[&str]) -> String {
    let variables = variables.iter().map(|(name, value)| (name, value));
    let output = postulo(folder).args(arguments).envs(variables).output().await.unwrap();
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{arguments:?}: {printed}");
    printed
}

/// What people were told.
#[derive(Default)]
struct Seen {
    acknowledged: Vec<String>,
    confirmed: usize,
    /// Requests that were sent and got no answer.
    unanswered: usize,
}

/// Many people who sign, and press the button in their mails.
struct Surge {
    crowd: JoinSet<Seen>,
    over: Arc<AtomicBool>,
    confirmed: Arc<AtomicUsize>,
}

static PEOPLE: AtomicU32 = AtomicU32::new(0);

/// Posts a form from a network of its own; nothing where no answer came.
async fn post(client: &Client, url: &str, path: &str, fields: &[(&str, &str)]) -> Option<Response> {
    let n = PEOPLE.fetch_add(1, Ordering::SeqCst).to_be_bytes();
    let network = format!("10.{}.{}.{}", 100 + n[1] % 100, n[2], n[3]);
    let request = client.post(format!("{url}{path}")).header("x-forwarded-for", network).form(fields);
    request.send().await.ok()
}

fn client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}

impl Surge {
    /// Eight sign and two confirm as fast as they are answered, until it is over or the service is gone.
    fn begin(url: &str, sink: &Server) -> Self {
        let (over, confirmed) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let mut crowd = JoinSet::new();
        for worker in 0..8 {
            crowd.spawn(sign(url.to_owned(), worker, over.clone()));
        }
        for worker in 0..2 {
            crowd.spawn(confirm(url.to_owned(), sink.clone(), worker, over.clone(), confirmed.clone()));
        }
        Self { crowd, over, confirmed }
    }

    /// Waits until so many have confirmed.
    async fn has_confirmed(&self, count: usize) {
        until("people confirm", async || self.confirmed.load(Ordering::SeqCst) >= count).await;
    }

    /// Has everybody finish what they are at.
    async fn end(self) -> Seen {
        self.over.store(true, Ordering::SeqCst);
        let mut all = Seen::default();
        for seen in self.crowd.join_all().await {
            all.acknowledged.extend(seen.acknowledged);
            all.confirmed += seen.confirmed;
            all.unanswered += seen.unanswered;
        }
        all
    }
}

async fn sign(url: String, worker: usize, over: Arc<AtomicBool>) -> Seen {
    let (client, mut seen) = (client(), Seen::default());
    for n in 0.. {
        if over.load(Ordering::SeqCst) {
            break;
        }
        let email = format!("w{worker}n{n}-{}@example.org", PEOPLE.load(Ordering::SeqCst));
        let fields =
            [("name", "Anna Roy"), ("email", &*email), ("country", "CA"), ("postal_code", "K1A 0A6")];
        match post(&client, &url, &format!("{CAMPAIGN}/sign"), &fields).await {
            Some(answer) if answer.status() == 303 => seen.acknowledged.push(email),
            Some(_) => {}
            None => {
                seen.unanswered += 1;
                break;
            }
        }
    }
    seen
}

/// Presses the button in every second mail: two of these press them all.
async fn confirm(
    url: String,
    sink: Server,
    worker: usize,
    over: Arc<AtomicBool>,
    confirmed: Arc<AtomicUsize>,
) -> Seen {
    let (client, mut seen, mut known) = (client(), Seen::default(), 0);
    while !over.load(Ordering::SeqCst) {
        let mails = sink.taken_after(known);
        let mine = mails.iter().enumerate().filter(|(at, _)| (known + at) % 2 == worker);
        for (_, mail) in mine {
            match post(&client, &url, &mail.confirm_path(), &[]).await {
                Some(answer) if answer.status() == 303 => {
                    seen.confirmed += 1;
                    confirmed.fetch_add(1, Ordering::SeqCst);
                }
                Some(_) => {}
                None => {
                    seen.unanswered += 1;
                    return seen;
                }
            }
            if over.load(Ordering::SeqCst) {
                return seen;
            }
        }
        known += mails.len();
        tokio::task::yield_now().await;
    }
    seen
}

/// Presses the buttons in all these mails, each as often as it came.
async fn confirm_all(url: &str, mails: &[Mail]) {
    let client = client();
    for mail in mails {
        let answer = post(&client, url, &mail.confirm_path(), &[]).await.unwrap();
        assert_eq!(answer.status(), 303);
    }
}

impl TestApp {
    async fn waiting(&self) -> i64 {
        queue::count_queued(self.app.tools.db.read()).await.unwrap()
    }

    /// Fails where a worker still holds a mail.
    async fn assert_no_lease(&self) {
        let rows = entity::outbox::Entity::find().all(self.app.tools.db.read()).await.unwrap();
        let held = rows.iter().filter(|row| row.state == "queued" && row.leased_until > self.clock.now().0);
        assert_eq!(held.count(), 0);
    }

    async fn is_ready(&self) -> bool {
        self.visitor().get("/readyz").await.status == 200
    }
}
