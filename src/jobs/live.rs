use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tracing::warn;

use crate::app::App;
use crate::storage::StorageError;
use crate::storage::notices::Notices;

/// How long to wait before the notices are asked for again. Meanwhile counts are read once a second.
const PAUSE: Duration = Duration::from_secs(1);

/// Follows what other nodes count, as they commit it.
pub async fn follow(app: Arc<App>, stop: CancellationToken) {
    while let Some(Err(error)) = stop.run_until_cancelled(hear(&app)).await {
        warn!(%error, "the counts of other nodes are read once a second until they are heard again");
        let _ = stop.run_until_cancelled(tokio::time::sleep(PAUSE)).await;
    }
}

async fn hear(app: &App) -> Result<(), StorageError> {
    let mut notices = Notices::listen(&app.tools.db).await?;
    loop {
        let counts = notices.next().await?;
        app.hub.moved(&counts, app.tools.clock.now());
    }
}
