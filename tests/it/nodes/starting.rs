use postulo::clock::Clock;
use postulo::entropy::Entropy;
use postulo::storage::{Db, keys};
use tempfile::TempDir;

use super::fleet::{Fleet, figure};
use super::{until, within};
use crate::support::empty;
use crate::support::process::{Process, run_with};

#[tokio::test]
async fn nodes_that_start_at_once_on_an_empty_database_migrate_it_once() {
    let folder = TempDir::new().unwrap();
    let database = empty().await;
    let node = |n: usize| {
        let data = folder.path().join(n.to_string());
        std::fs::create_dir(&data).unwrap();
        if n == 0 {
            let made =
                keys::load_or_make(&data.join("keys.toml"), false, Clock::System.now(), &Entropy::System);
            made.unwrap();
        } else {
            std::fs::copy(folder.path().join("0/keys.toml"), data.join("keys.toml")).unwrap();
        }
        Process::serve_with(data, vec![("POSTULO_DATABASE__URL".to_owned(), database.clone())])
    };
    let (first, second, third) = (node(0), node(1), node(2));
    let nodes = within(30, "all three serve", async { tokio::join!(first, second, third) }).await;
    let db = Db::open(&database, 1).await.unwrap();
    let steps = figure(db.read(), "SELECT count(DISTINCT version) FROM seaql_migrations").await;
    assert_eq!(figure(db.read(), "SELECT count(*) FROM seaql_migrations").await, steps);
    let logs = [nodes.0.log.clone(), nodes.1.log.clone(), nodes.2.log.clone()];
    let taken =
        || logs.iter().map(|log| log.lock().unwrap().matches("has been applied").count()).sum::<usize>();
    let steps = usize::try_from(steps).unwrap();
    until("the logs name all steps", async || taken() >= steps).await;
    assert_eq!(taken(), steps, "one node took each step");
}

#[tokio::test]
async fn a_node_with_other_keys_does_not_start() {
    let fleet = Fleet::start(&[]).await;
    let hand = super::crowd::Hand::new(fleet.urls(), fleet.vault());
    hand.sign("Anna Roy", "anna@example.org", "K1A 0A6", "10.0.0.1").await.unwrap();
    let stranger = TempDir::new().unwrap();
    let path = stranger.path().join("keys.toml");
    keys::load_or_make(&path, false, Clock::System.now(), &Entropy::System).unwrap();
    let environment = [("POSTULO_DATABASE__URL".to_owned(), fleet.database.clone())];
    let (well, printed) = within(20, "it ends", run_with(stranger.path(), &environment, &["serve"])).await;
    assert!(!well && printed.contains("every node needs the same keys"), "{printed}");
}
