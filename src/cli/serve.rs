use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::info;

use super::tell;
use crate::actions::accounts::set_up::{self, is_set_up};
use crate::app::App;
use crate::mail::Mailer;
use crate::settings::Settings;
use crate::{paths, service};

pub async fn run(settings: Settings) -> anyhow::Result<()> {
    let mailer = Mailer::new(&settings)?;
    let tasks = TaskTracker::new();
    let listener = service::listen(&settings)?;
    let tools = super::tools(settings).await?;
    let _alone = super::stay_alone(&tools)?;
    let app = App::start(tools, mailer, false, &tasks).await?;
    tell(&format!(
        "Postulo serves {} on http://{}",
        app.tools.settings.http.public_url,
        listener.local_addr()?
    ));
    let desk = app.desk();
    if !is_set_up(&desk).await? {
        let link = paths::studio_set_up(&set_up::token(&desk));
        tell("There is no account yet. Within a day, and once, this link makes the first:");
        tell(&format!("  {}{link}", app.tools.settings.http.public_url));
    }
    if app.hub.campaigns().is_empty() {
        tell("There is no campaign yet: `postulo campaign load FILE` adds one while this runs.");
    }
    service::run(app, listener, stop_on_signal()?, tasks).await
}

/// Cancelled by the signals that mean "end".
pub fn stop_on_signal() -> anyhow::Result<CancellationToken> {
    let stop = CancellationToken::new();
    let token = stop.clone();
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::spawn(async move {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
        info!("stopping");
        token.cancel();
    });
    Ok(stop)
}
