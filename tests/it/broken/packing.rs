//! The package of a delivery while it is made: the program is killed, twice, and the disk is full.

use std::collections::BTreeSet;
use std::path::Path;

use entity::{delivery, delivery_file, delivery_line, delivery_package, signature};
use postulo::actions::deliveries::make::sink::{ARCHIVE, piece_seat};
use postulo::actions::deliveries::make::{LEASE, Watch, take};
use postulo::actions::seat;
use postulo::app::App;
use postulo::clock::Clock;
use postulo::domain::person::Person;
use postulo::jobs::deliveries as job;
use postulo::service;
use postulo::storage::deliveries::files::{self, File};
use postulo::storage::{Db, deliveries};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

use super::copied::{copy, database, service};
use super::disk::Disk;
use super::{client, post, until};
use crate::studio::deliveries::{plan, roll, signers, team};
use crate::support::process::{Process, run};
use crate::support::{Build, CAMPAIGN, TestApp};

/// One who signed by the front door becomes many, each sealed to their own row.
async fn multiply(app: &TestApp, many: usize) {
    let (desk, db) = (app.app.desk(), app.app.tools.db.read());
    let one = signature::Entity::find().one(db).await.unwrap().unwrap();
    let rows: Vec<signature::ActiveModel> = (1..=many)
        .map(|number| {
            let id = desk.id();
            let person = Person {
                name: format!("Many {number:05}"),
                email: format!("many{number}@example.org"),
                postal_code: "H2Y 1C6".to_owned(),
                city: "Montréal".to_owned(),
                region: String::new(),
                comment: String::new(),
            };
            let mut row = one.clone().into_active_model().reset_all();
            (row.id, row.email_index) = (Set(id), Set(Some(id.as_bytes().to_vec())));
            row.sealed = Set(desk.vault.seal(seat(one.campaign_id, id), &person));
            row
        })
        .collect();
    for some in rows.chunks(500) {
        signature::Entity::insert_many(some.to_vec()).exec_without_returning(db).await.unwrap();
    }
}

/// An installation in this folder with so many who signed, and a delivery that was frozen by a press of the button.
async fn installed(folder: &Path, many: usize) {
    let app = TestApp::build(Build::default()).await;
    let team = team(&app).await;
    signers(&app, 1..=1).await;
    multiply(&app, many - 1).await;
    let path = plan(&team.staff, "all").await;
    team.staff.post(&format!("{path}/freeze"), &[]).await.expect(303);
    copy(&app, folder).await;
}

async fn package(db: &Db) -> delivery_package::Model {
    delivery_package::Entity::find().one(db.read()).await.unwrap().unwrap()
}

async fn lines(db: &Db) -> Vec<delivery_line::Model> {
    delivery_line::Entity::find().all(db.read()).await.unwrap()
}

/// What the dead one held is anybody's after its lease, which is over at once.
async fn end_lease(db: &Db) {
    let mut row = package(db).await.into_active_model();
    row.leased_until = Set(0);
    row.update(db.read()).await.unwrap();
}

/// The files of the roll, which take long: what is little is written anew, as things are when somebody goes on.
fn rolls(all: &[File]) -> impl Iterator<Item = &File> {
    all.iter().filter(|file| file.name.starts_with("roll"))
}

/// The archive as it is handed over, but for its mark.
async fn archive(app: &App, all: &[File]) -> Vec<u8> {
    let file = all.iter().find(|file| file.name == ARCHIVE).expect("an archive");
    let mut bytes = Vec::new();
    for number in 0..file.pieces {
        let piece = files::find_piece(app.tools.db.read(), (file.id, number)).await.unwrap().unwrap();
        bytes.extend(app.tools.vault.open_bytes(piece_seat(file.id, number), &piece).unwrap());
    }
    bytes
}

/// Fails unless the package holds each of so many once, and is one that an office can rely on.
async fn assert_sound(folder: &Path, zip: &[u8], many: usize) {
    let rows = roll(zip);
    let column = |at: usize| rows.iter().skip(1).map(|row| &*row[at]).collect::<Vec<_>>();
    let numbers: Vec<String> = (1..=many).map(|number| number.to_string()).collect();
    assert_eq!(column(0), numbers);
    assert_eq!(column(2).into_iter().collect::<BTreeSet<_>>().len(), many, "nobody twice");
    let path = folder.join("package.zip");
    std::fs::write(&path, zip).unwrap();
    let (well, said) = run(folder, &["verify", path.to_str().unwrap()]).await;
    assert!(well && said.contains("Every file is as it was packed"), "{said}");
}

#[tokio::test]
async fn a_service_killed_twice_while_it_packs_goes_on_where_it_was_and_nobody_is_in_it_twice() {
    const MANY: usize = 6_000;
    let folder = TempDir::new().unwrap();
    installed(folder.path(), MANY).await;
    let db = database(folder.path()).await;

    let killed = Process::serve(folder.path(), &[]).await;
    until("lines are written down", async || !lines(&db).await.is_empty()).await;
    killed.kill().await;
    let stage = delivery::Entity::find().one(db.read()).await.unwrap().unwrap().stage;
    let written = lines(&db).await.len();
    assert!(stage == "freezing" && written < MANY, "killed in the middle: {stage}, {written}");
    end_lease(&db).await;

    // The table is whole and the workbook is not: 60 of 100.
    let killed = Process::serve(folder.path(), &[]).await;
    let is_under_way = async || {
        let all = delivery_file::Entity::find().all(db.read()).await.unwrap();
        all.iter().any(|file| file.name == "roll.xlsx" && file.pieces < 0)
    };
    until("the workbook is being written", is_under_way).await;
    killed.kill().await;
    let one = package(&db).await;
    assert_eq!((&*one.state, lines(&db).await.len()), ("making", MANY));
    let whole = files::list(db.read(), one.id).await.unwrap();
    assert!(
        whole.iter().any(|file| file.name == "roll.csv")
            && whole.iter().any(|file| file.name == "roll/roll-001.pdf")
    );
    let half = files::list_unfinished(db.read(), one.id).await.unwrap();
    assert_eq!(half.len(), 1, "one file was cut off");
    end_lease(&db).await;

    let (app, _) = service(folder.path(), Clock::System.now(), &[]).await;
    let work = take(&app.desk(), &app.tools.settings).await.unwrap().expect("it is due");
    let (shared, handle) = (app.clone(), Handle::current());
    let made = tokio::task::spawn_blocking(move || work.make(shared.desk(), &handle, &Watch::default()));
    made.await.unwrap().unwrap();
    assert_eq!(package(&db).await.state, "ready");
    let all = files::list(db.read(), one.id).await.unwrap();
    assert!(rolls(&whole).all(|file| all.contains(file)), "what was whole of the roll is not written again");
    assert!(files::list_unfinished(db.read(), one.id).await.unwrap().is_empty());
    let lines = lines(&db).await;
    let subjects: BTreeSet<_> = lines.iter().map(|line| line.subject_id).collect();
    assert_eq!((lines.len(), subjects.len()), (MANY, MANY));
    assert_sound(folder.path(), &archive(&app, &all).await, MANY).await;
    db.close().await;
}

#[tokio::test]
async fn a_disk_that_is_full_while_a_package_is_made_costs_no_signature_and_it_goes_on_once_there_is_room() {
    const MANY: usize = 2_000;
    let disk = match Disk::of(24).await {
        Ok(disk) => disk,
        Err(why) => {
            eprintln!("NOT RUN: no file system can be mounted here ({why}).");
            return;
        }
    };
    installed(disk.folder(), MANY).await;
    let db = database(disk.folder()).await;
    let quiet = [
        ("POSTULO_HTTP__TRUSTED_PROXIES", "127.0.0.0/8"),
        ("POSTULO_DEFENCE__FLOOR", "1000000"),
        ("POSTULO_DEFENCE__SHARE_LEAST", "1000000"),
    ];
    let (app, clock) = service(disk.folder(), Clock::System.now(), &quiet).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let stop = CancellationToken::new();
    let serving = tokio::spawn(service::serve(app.clone(), listener, stop.clone()));
    let sign = async |number: usize| {
        let email = format!("late{number}@example.org");
        let fields =
            [("name", "Anna Roy"), ("email", &*email), ("country", "CA"), ("postal_code", "K1A 0A6")];
        post(&client(), &url, &format!("{CAMPAIGN}/sign"), &fields).await.expect("an answer").status()
    };
    let (mut acknowledged, mut tried) = (0, 0);
    // Room for the lines and some files, and for no archive.
    disk.fill_but(1536 * 1024);
    let mut whole = Vec::new();
    for _ in 0..3 {
        let _ = job::step(&app).await;
        let one = package(&db).await;
        assert_eq!(&*one.state, "making", "it is neither there nor given up");
        let kept = files::list(db.read(), one.id).await.unwrap();
        assert!(rolls(&whole).all(|file| kept.contains(file)), "what was whole of the roll is kept");
        whole = kept;
        let status = sign(tried).await;
        assert!(status == 303 || status == 503, "{status}");
        (acknowledged, tried) = (acknowledged + usize::from(status == 303), tried + 1);
        clock.advance(LEASE);
    }
    disk.free();
    assert_eq!(sign(tried).await, 303, "signing goes on at once");
    acknowledged += 1;
    job::step(&app).await.unwrap();
    let one = package(&db).await;
    assert_eq!(&*one.state, "ready");
    let all = files::list(db.read(), one.id).await.unwrap();
    let frozen = deliveries::find(db.read(), (one.campaign_id, one.delivery)).await.unwrap().unwrap();
    assert_eq!(frozen.lines, i64::try_from(MANY).unwrap(), "who signed later is not in it");
    assert_sound(disk.folder(), &archive(&app, &all).await, MANY).await;
    let stored = signature::Entity::find().all(db.read()).await.unwrap();
    assert_eq!(stored.len(), MANY + acknowledged);
    stop.cancel();
    let _ = serving.await;
    db.close().await;
}
