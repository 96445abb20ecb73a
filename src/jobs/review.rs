//! Carries out what moderators ruled about many signatures, some at a time.

use std::sync::Arc;

use tracing::error;

use crate::actions::ActionError;
use crate::actions::review::run::step;
use crate::app::App;
use crate::storage::rulings;

/// Goes on until nothing is under way, or the service ends.
pub async fn run(app: Arc<App>) {
    while !app.stopping.is_cancelled() {
        match go_on(&app).await {
            Ok(true) => tokio::task::yield_now().await,
            Ok(false) => return,
            Err(error) => return error!(%error, "a ruling waits for the database"),
        }
    }
}

/// One step of each ruling that is under way; whether there was any.
pub async fn go_on(app: &App) -> Result<bool, ActionError> {
    let open = rulings::list_open(app.tools.db.read()).await?;
    for ruling in &open {
        let count = step(&app.desk(), ruling).await?;
        app.hub.moved(count.as_slice(), app.tools.clock.now());
    }
    Ok(!open.is_empty())
}
