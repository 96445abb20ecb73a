//! An installation of a test that is copied to another folder, for a program that is killed there or a disk that is filled.

use std::path::Path;
use std::sync::Arc;

use postulo::app::App;
use postulo::clock::Clock;
use postulo::domain::moment::Moment;
use postulo::entropy::Entropy;
use postulo::mail::Mailer;
use postulo::settings::Settings;
use postulo::storage::Db;
use postulo::tools::Tools;
use sea_orm::ConnectionTrait;
use tokio_util::task::TaskTracker;

use crate::support::TestApp;

/// Copies the database and its keys.
pub async fn copy(app: &TestApp, folder: &Path) {
    let copy = format!("VACUUM INTO '{}'", folder.join("postulo.db").display());
    app.app.tools.db.read().execute_unprepared(&copy).await.unwrap();
    std::fs::copy(app.folder.path().join("keys.toml"), folder.join("keys.toml")).unwrap();
}

pub async fn database(folder: &Path) -> Db {
    Db::open(&format!("sqlite://{}", folder.join("postulo.db").display()), 1).await.unwrap()
}

/// The service on this folder, at a moment that is told; it does nothing by itself.
pub async fn service(folder: &Path, at: Moment, variables: &[(&str, &str)]) -> (Arc<App>, Clock) {
    let mut variables = variables.to_vec();
    variables.push(("POSTULO_DATA_DIR", folder.to_str().unwrap()));
    let variables = variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
    let settings = Settings::load(None, variables).unwrap();
    let mailer = Mailer::new(&settings).unwrap();
    let clock = Clock::manual(at);
    let tools = Tools::open(settings, clock.clone(), Entropy::System).await.unwrap();
    (App::start(tools, mailer, false, &TaskTracker::new()).await.unwrap(), clock)
}
