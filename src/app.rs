//! The one App: what every handler, job and command works with. The same type in tests, with another clock, entropy and mailer.

use std::sync::Arc;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::actions::Desk;
use crate::guard::limits::Limits;
use crate::intake::{self, Intake};
use crate::live::Hub;
use crate::mail::Mailer;
use crate::storage::{StorageError, campaigns, outbox, tallies, texts};
use crate::tools::Tools;

/// The service.
pub struct App {
    pub tools: Arc<Tools>,
    pub hub: Arc<Hub>,
    pub intake: Intake,
    pub limits: Limits,
    pub mailer: Mailer,
    /// Rung when mail has been queued.
    pub mail_waits: Arc<Notify>,
    /// Whether this is the demo, whose outbox can be read.
    pub demo: bool,
    pub pages: crate::web::pages::Cache,
    /// Cancelled when the service ends, so that open streams end too.
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
        let (intake, worker) = intake::open(tools.clone(), hub.clone(), mail_waits.clone());
        tasks.spawn(worker.run());
        let limits = Limits::new(&tools.settings.limits, &tools.clock);
        let pages = crate::web::pages::Cache::default();
        let app = Arc::new(Self {
            tools,
            hub,
            intake,
            limits,
            mailer,
            mail_waits,
            demo,
            pages,
            stopping: CancellationToken::new(),
        });
        app.refresh().await?;
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

    /// Takes in what others have changed in the database: campaigns, and counts.
    pub async fn refresh(&self) -> Result<(), StorageError> {
        let db = self.tools.db.read();
        for (id, revision) in campaigns::list_revisions(db).await? {
            if self.hub.campaign_by_id(id).is_some_and(|known| known.revision == revision) {
                continue;
            }
            if let Some(campaign) = campaigns::find(db, id).await? {
                let editions = texts::list_editions(db, id).await?;
                self.hub.publish(campaign, editions);
            }
        }
        let counts = tallies::list(db).await?;
        self.hub.moved(&counts, self.tools.clock.now());
        Ok(())
    }
}
