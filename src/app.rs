//! The one App: what every handler, job and command works with. The same type in tests, with another clock, entropy and mailer.

use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::actions::Desk;
use crate::actions::deliveries::DeliveryError;
use crate::actions::deliveries::hand_over::delivered;
use crate::actions::listings::open_listings;
use crate::actions::note_wording::note_wording;
use crate::actions::replies::shown;
use crate::domain::bulletin::News;
use crate::domain::lang::Lang;
use crate::domain::listing::Lists;
use crate::guard::limits::Limits;
use crate::guard::lists::{House, Houses};
use crate::guard::proof::Prover;
use crate::guard::watch::Watch;
use crate::i18n;
use crate::intake::{self, Intake};
use crate::live::Hub;
use crate::mail::{Mailer, Pace, Post};
use crate::storage::deliveries::steps;
use crate::storage::listings::Settings;
use crate::storage::outbox::Lane;
use crate::storage::{
    StorageError, bulletins, campaigns, card_offers, defences, letters, listings, outbox, queue, replies,
    ridings, switches, tallies, texts, usage,
};
use crate::telemetry::Metrics;
use crate::tools::Tools;

/// How many updates a campaign's page lists.
const LATEST: u64 = 3;

/// The service.
pub struct App {
    pub tools: Arc<Tools>,
    pub hub: Arc<Hub>,
    pub intake: Intake,
    pub limits: Limits,
    /// What organisations have set for their forms.
    pub houses: Houses,
    /// How fast people sign on this node.
    pub watch: Watch,
    pub prover: Prover,
    pub mailer: Mailer,
    pub pace: Pace,
    pub post: Post,
    pub metrics: Arc<Metrics>,
    /// Rung when mail has been queued.
    pub mail_waits: Arc<Notify>,
    /// Whether this is the demo, whose outbox can be read.
    pub demo: bool,
    pub pages: crate::web::pages::Cache,
    /// Names this start of the service in the ids of its requests.
    pub name: u32,
    /// How many requests it has had.
    pub requests: AtomicU32,
    /// Cancelled when the service begins to end: it is no longer ready.
    pub stopping: CancellationToken,
}

impl App {
    /// Puts the parts together and starts the intake's worker, which `tasks` waits for.
    pub async fn start(
        tools: Tools,
        mailer: Mailer,
        demo: bool,
        tasks: &TaskTracker,
    ) -> anyhow::Result<Arc<Self>> {
        let tools = Arc::new(tools);
        let hub = Arc::new(Hub::default());
        let mail_waits = Arc::new(Notify::new());
        let metrics = Arc::new(Metrics::default());
        let (intake, worker) = intake::open(tools.clone(), hub.clone(), mail_waits.clone(), metrics.clone());
        tasks.spawn(worker.run());
        let limits = Limits::new(&tools.settings.limits, &tools.clock, !tools.db.is_one_process());
        let watch = Watch::new(&tools.settings.defence, tools.clock.now());
        let prover = Prover::new(tools.vault.proof_secret(), &tools.settings.defence);
        let pages = crate::web::pages::Cache::default();
        let name = u32::from_be_bytes(tools.entropy.bytes());
        let app = Arc::new(Self {
            tools,
            hub,
            intake,
            limits,
            houses: Houses::default(),
            watch,
            prover,
            mailer,
            pace: Pace::default(),
            post: Post::default(),
            metrics,
            mail_waits,
            demo,
            pages,
            name,
            requests: AtomicU32::new(0),
            stopping: CancellationToken::new(),
        });
        app.refresh().await?;
        app.learn_sources().await?;
        let (heralding, ended, metrics) = (app.hub.clone(), app.stopping.clone(), app.metrics.clone());
        tasks.spawn(async move {
            let faults = || metrics.panicked();
            ended.run_until_cancelled(heralding.herald_on(faults)).await;
            heralding.end_streams();
        });
        if app.tools.db.is_one_process() {
            let tx = app.tools.db.write().await?;
            outbox::release_leases(&*tx).await?;
            tx.commit().await?;
        }
        Ok(app)
    }

    pub fn desk(&self) -> Desk<'_> {
        self.tools.desk()
    }

    /// Takes in what others have changed in the database: campaigns, counts, defences, and how the mail goes.
    pub async fn refresh(&self) -> Result<(), StorageError> {
        let db = self.tools.db.read();
        for (id, revision) in campaigns::list_revisions(db).await? {
            if self.hub.knows(id, revision) {
                continue;
            }
            if let Some(campaign) = campaigns::find(db, id).await? {
                let editions = texts::list_editions(db, id).await?;
                self.hub.publish(campaign, editions);
            }
        }
        for (id, revision) in letters::list_revisions(db).await? {
            if self.hub.letter(id).is_none_or(|known| known.revision != revision) {
                self.learn_letter(id).await?;
            }
        }
        for (id, revision) in card_offers::list_revisions(db).await? {
            if self.hub.offer(id).is_none_or(|known| known.revision != revision) {
                self.learn_offer(id).await?;
            }
        }
        if ridings::revision(db).await? != self.tools.atlas.ridings().revision {
            self.tools.atlas.replace(ridings::read(&self.tools.db).await?);
        }
        for set in listings::list_set(db).await? {
            if !self.houses.knows(set.organisation, set.revision) {
                self.learn_house(set).await?;
            }
        }
        for (id, revision) in bulletins::list_revisions(db).await? {
            if self.hub.news(id).revision != revision {
                self.learn_news(id, revision).await?;
            }
        }
        for (id, revision) in steps::list_revisions(db).await? {
            if self.hub.delivered(id).revision != revision {
                self.learn_delivered(id, revision).await?;
            }
        }
        for (id, revision) in replies::list_revisions(db).await? {
            if self.hub.replies(id).revision != revision {
                self.hub.replied(id, shown(&self.desk(), id, revision).await?);
            }
        }
        let counts = tallies::list(db).await?;
        let now = self.tools.clock.now();
        self.hub.moved(&counts, now);
        self.hub.defended(&defences::list(db).await?);
        let is_on = switches::is_on(db, switches::Name::Mail).await?;
        let oldest = queue::oldest_due(db, Lane::Confirmations, now).await?;
        let lag = oldest.map_or(0, |due| u64::try_from(now.seconds() - due.seconds()).unwrap_or(0));
        self.post.learn(is_on, Duration::from_secs(lag));
        Ok(())
    }

    /// Reads anew what an organisation has set and listed.
    async fn learn_house(&self, set: Settings) -> Result<(), StorageError> {
        let organisation = set.organisation;
        let (listed, closed) = open_listings(self.tools.db.read(), &self.tools.vault, organisation).await?;
        if !closed.is_empty() {
            tracing::warn!(organisation, closed = closed.len(), "networks or domains on a list do not open");
        }
        let house = House { revision: set.revision, limits: set.limits, lists: Lists::new(&listed) };
        self.houses.learn(organisation, house);
        Ok(())
    }

    /// Reads a campaign's open letter anew.
    pub async fn learn_letter(&self, campaign: i32) -> Result<(), StorageError> {
        if let Some(letter) = letters::find(self.tools.db.read(), campaign).await? {
            self.hub.lettered(campaign, letter, self.tools.clock.now());
        }
        Ok(())
    }

    /// Reads anew to whom a campaign's supporters may write cards.
    pub async fn learn_offer(&self, campaign: i32) -> Result<(), StorageError> {
        if let Some(offer) = card_offers::find(self.tools.db.read(), campaign).await? {
            self.hub.offered(campaign, offer);
        }
        Ok(())
    }

    /// Reads anew which sources are counted.
    pub async fn learn_sources(&self) -> Result<(), StorageError> {
        self.hub.learn_sources(tallies::list_sources(self.tools.db.read()).await?);
        Ok(())
    }

    /// Writes down with which words people are asked for consent to updates.
    pub async fn note_wording(&self) -> Result<(), StorageError> {
        let shown: Vec<_> = Lang::ALL.into_iter().map(|lang| (lang, i18n::updates_words(lang))).collect();
        note_wording(&self.desk(), &shown).await
    }

    /// Reads a campaign's newest updates anew.
    async fn learn_news(&self, campaign: i32, revision: i32) -> Result<(), StorageError> {
        let latest = bulletins::list_published(self.tools.db.read(), campaign, i16::MAX, LATEST).await?;
        self.hub.heard(campaign, News { revision, latest });
        Ok(())
    }

    /// Reads anew what of a campaign was delivered.
    async fn learn_delivered(&self, campaign: i32, revision: i32) -> Result<(), StorageError> {
        match delivered(&self.desk(), campaign, revision).await {
            Ok(delivered) => self.hub.handed_over(campaign, delivered),
            Err(DeliveryError::Storage(error)) => return Err(error),
            Err(error) => tracing::warn!(campaign, %error, "what was delivered cannot be told"),
        }
        Ok(())
    }

    /// Tells the other nodes what this one has used of the limits, and learns what all have.
    pub async fn share_usage(&self) -> Result<(), StorageError> {
        let told = self.limits.to_tell();
        if told.is_empty() || self.tools.db.is_one_process() {
            return Ok(());
        }
        let tx = self.tools.db.write().await?;
        let all = usage::add(&*tx, told.clone()).await?;
        tx.commit().await?;
        self.limits.learn(&told, &all);
        Ok(())
    }
}
