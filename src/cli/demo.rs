use anyhow::Context;
use tokio_util::task::TaskTracker;

use super::serve::stop_on_signal;
use super::tell;
use crate::actions::load_campaign::load_campaign;
use crate::app::App;
use crate::domain::content::CampaignFile;
use crate::domain::lang::Lang;
use crate::mail::Mailer;
use crate::settings::{Settings, Transport};
use crate::storage::campaigns;
use crate::tools::Tools;
use crate::{paths, service};

/// The founding campaign, built into the program.
pub const CONTENT: &str = include_str!("../../config/demo/recognize-celil.toml");

/// As in `config/default.toml`.
const DEFAULT_URL: &str = "http://localhost:3000";

pub async fn run(mut settings: Settings, fresh: bool) -> anyhow::Result<()> {
    settings.data_dir.push("demo");
    // Whatever else is configured, the demo touches only its own folder.
    settings.database.url.clear();
    settings.mail.transport = Transport::Folder;
    // First of all, so that a demo that still runs keeps what it has.
    let listener = service::listen(&settings)?;
    if fresh && settings.data_dir.exists() {
        std::fs::remove_dir_all(&settings.data_dir)
            .with_context(|| settings.data_dir.display().to_string())?;
    }
    if settings.http.public_url == DEFAULT_URL {
        // On another port than the usual one its links still lead back to it.
        settings.http.public_url = format!("http://localhost:{}", listener.local_addr()?.port());
    }
    let mailer = Mailer::new(&settings)?;
    let tools = super::tools(settings).await?;
    let _alone = super::stay_alone(&tools)?;
    load_content(&tools).await?;
    let tasks = TaskTracker::new();
    let app = App::start(tools, mailer, true, &tasks).await?;
    print_addresses(&app);
    service::run(app, listener, stop_on_signal()?, tasks).await
}

/// Loads the demo's campaign, unless it is there.
pub async fn load_content(tools: &Tools) -> anyhow::Result<()> {
    let file = CampaignFile::parse(CONTENT).map_err(|errors| anyhow::anyhow!(errors.join("\n")))?;
    if campaigns::find_by_slug(tools.db.read(), &file.slug).await?.is_none() {
        load_campaign(&tools.desk(), &file, "demo").await?;
    }
    Ok(())
}

fn print_addresses(app: &App) {
    let url = &app.tools.settings.http.public_url;
    tell("The founding campaign is open:");
    for lang in Lang::ALL {
        tell(&format!("  {:<9} {url}{}", lang.own_name(), paths::campaign(lang, "recognize-celil")));
    }
    tell("The mail it sends:");
    tell(&format!("  {:<9} {url}{}", "Outbox", paths::OUTBOX));
    tell("Sign, open the mail, press the button, and watch the count move in a second tab. Ctrl-C ends it.");
}
