use std::time::Duration;

use postulo::app::App;
use postulo::clock::Clock;
use postulo::jobs::mail::send_due;
use postulo::mail::Mailer;
use postulo::storage::queue;
use tempfile::TempDir;
use tokio_util::task::TaskTracker;

use super::{Installation, Surge, confirm_all, until};
use crate::support::smtp::{Manner, Server};
use crate::support::{Backend, Build, Person, TestApp, fresh};

/// Kills the service in the middle of a surge; returns what it was, and what people had been told.
async fn killed(database: Option<String>) -> (Installation, super::Seen) {
    let installation = Installation::new(database, Server::start(Manner::Takes).await).await;
    let service = installation.serve().await;
    let surge = Surge::begin(&service.url, &installation.sink);
    surge.has_confirmed(60).await;
    service.kill().await;
    let seen = surge.end().await;
    assert!(seen.acknowledged.len() > 60 && seen.confirmed >= 60);
    installation.assert_whole(&seen).await;
    (installation, seen)
}

#[tokio::test]
async fn a_service_killed_in_a_surge_on_sqlite_goes_on_where_it_was() {
    let (installation, mut seen) = killed(None).await;
    let service = installation.serve().await;
    let tools = installation.tools(Clock::System.now()).await;
    until("the mail goes on", async || queue::count_queued(tools.db.read()).await.unwrap() == 0).await;
    installation.assert_mailed().await;
    let mails = installation.sink.taken();
    confirm_all(&service.url, &mails).await;
    seen.confirmed = mails.iter().map(|mail| &mail.to).collect::<std::collections::BTreeSet<_>>().len();
    assert!(service.terminate().await);
    installation.assert_whole(&seen).await;
}

#[tokio::test]
async fn a_service_killed_in_a_surge_on_postgres_goes_on_where_it_was() {
    let nowhere = TempDir::new().unwrap();
    let url = fresh(Backend::Postgres, nowhere.path()).await;
    let (installation, mut seen) = killed(Some(url)).await;
    // What the dead one held is anybody's after five minutes, which this clock has behind it.
    let tools = installation.tools(Clock::System.now() + Duration::from_secs(301)).await;
    let mailer = Mailer::new(&tools.settings).unwrap();
    let app = App::start(tools, mailer, false, &TaskTracker::new()).await.unwrap();
    while send_due(&app).await.unwrap() > 0 {}
    installation.assert_mailed().await;
    let service = installation.serve().await;
    let mails = installation.sink.taken();
    confirm_all(&service.url, &mails).await;
    seen.confirmed = mails.iter().map(|mail| &mail.to).collect::<std::collections::BTreeSet<_>>().len();
    assert!(service.terminate().await);
    installation.assert_whole(&seen).await;
}

/// A worker that is cut off holds its mails; nobody else sends them meanwhile, and somebody does afterwards.
#[tokio::test]
async fn what_a_dead_worker_held_is_sent_once_its_lease_is_over() {
    let app = TestApp::build(Build { backend: Backend::Postgres, ..Build::default() }).await;
    for n in 0..5 {
        app.visitor().sign_well(&Person::new("Anna Roy", &format!("a{n}@example.org"))).await;
    }
    let (now, lease) = (app.clock.now(), app.clock.now() + Duration::from_mins(5));
    let tx = app.app.tools.db.write().await.unwrap();
    let held = postulo::storage::outbox::claim(&*tx, now, lease, 3).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(held.len(), 3);
    assert_eq!(app.mails().await.len(), 2);
    app.advance(Duration::from_mins(5));
    assert_eq!(app.mails().await.len(), 5);
    app.assert_no_lease().await;
    assert_eq!(app.waiting().await, 0);
    app.assert_no_drift().await;
}
