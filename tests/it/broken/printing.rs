//! The file of a print run while it is made: the program is killed, and the disk is full. It is whole or it is not there.

use std::path::Path;

use postulo::actions::accounts::By;
use postulo::actions::print_runs::make::LEASE;
use postulo::actions::print_runs::{On, PrintError, download, request};
use postulo::app::App;
use postulo::clock::Clock;
use postulo::domain::print_run::{Printing, PrintingState};
use postulo::jobs::printing;
use postulo::storage::Db;
use postulo::storage::print_runs::printings;
use sea_orm::EntityTrait;
use tempfile::TempDir;
use uuid::Uuid;

use super::copied::{copy, database, service};
use super::disk::Disk;
use super::until;
use crate::documents::{is_sound, keep, text};
use crate::studio::print_runs::{approved, desk, gather};
use crate::support::process::Process;
use crate::support::{Build, TestApp};

/// An installation in this folder, with a print run of so many cards and a file of it that is to be made.
async fn installed(folder: &Path, cards: usize) -> Uuid {
    let app = TestApp::build(Build::default()).await;
    let desk = desk(&app).await;
    approved(&app, &desk, cards).await;
    gather(&desk).await;
    let on = On { campaign: app.campaign_id(), number: 1, by: By::Program("test") };
    let file = request(&app.app.desk(), on, "a4", ("", "")).await.unwrap();
    copy(&app, folder).await;
    file
}

async fn found(db: &Db, file: Uuid) -> Printing {
    printings::find(db.read(), file).await.unwrap().unwrap()
}

async fn parts(db: &Db) -> usize {
    entity::printing_part::Entity::find().all(db.read()).await.unwrap().len()
}

async fn fetched(app: &App, file: Uuid) -> Result<Vec<u8>, PrintError> {
    let campaign = app.hub.campaign("recognize-celil").unwrap().id;
    download(&app.desk(), On { campaign, number: 1, by: By::Program("test") }, file).await
}

#[tokio::test]
async fn a_service_killed_while_it_makes_a_file_leaves_nothing_half_and_the_next_one_makes_it() {
    const CARDS: usize = 60;
    let folder = TempDir::new().unwrap();
    let file = installed(folder.path(), CARDS).await;
    let db = database(folder.path()).await;
    let killed = Process::serve(folder.path(), &[]).await;
    until("it is being made", async || found(&db, file).await.attempts == 1).await;
    killed.kill().await;
    assert_eq!(found(&db, file).await.state, PrintingState::Making, "it was killed in the middle");
    assert_eq!(parts(&db).await, 0);
    db.close().await;
    // What the dead one held is anybody's after its lease, which this clock has behind it.
    let (app, _) = service(folder.path(), Clock::System.now() + LEASE + LEASE, &[]).await;
    assert!(matches!(fetched(&app, file).await, Err(PrintError::NoFile)));
    printing::step(&app).await.unwrap();
    let pdf = keep("killed.pdf", &fetched(&app, file).await.unwrap());
    is_sound(&pdf, "Postcards, print run 1");
    let text = text(&pdf);
    assert!((1..=CARDS).all(|card| text.contains(&format!("card {card}."))), "{text}");
}

#[tokio::test]
async fn a_disk_that_is_full_while_a_file_is_made_loses_no_card_and_it_is_made_once_there_is_room() {
    let disk = match Disk::of(12).await {
        Ok(disk) => disk,
        Err(why) => {
            eprintln!("NOT RUN: no file system can be mounted here ({why}).");
            return;
        }
    };
    let file = installed(disk.folder(), 5).await;
    let db = database(disk.folder()).await;
    let (app, clock) = service(disk.folder(), Clock::System.now(), &[]).await;
    // Room for a note of who makes it, and none for the file.
    disk.fill_but(192 * 1024);
    for attempt in 1..=3 {
        printing::step(&app).await.expect_err("there is no room");
        assert_eq!(found(&db, file).await.attempts, attempt);
        assert_eq!((found(&db, file).await.state, parts(&db).await), (PrintingState::Making, 0));
        assert!(matches!(fetched(&app, file).await, Err(PrintError::NoFile)));
        clock.advance(LEASE);
    }
    printing::step(&app).await.unwrap();
    assert_eq!(found(&db, file).await.state, PrintingState::Failed, "staff are told");
    disk.free();
    let cards = entity::postcard::Entity::find().all(db.read()).await.unwrap();
    assert!(cards.len() == 5 && cards.iter().all(|card| card.state == "batched" && !card.sealed.is_empty()));
    let campaign = app.hub.campaign("recognize-celil").unwrap().id;
    let on = On { campaign, number: 1, by: By::Program("test") };
    let again = request(&app.desk(), on, "a4", ("", "")).await.unwrap();
    printing::step(&app).await.unwrap();
    is_sound(&keep("disk.pdf", &fetched(&app, again).await.unwrap()), "Postcards, print run 1");
    db.close().await;
}
