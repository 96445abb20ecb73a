//! Ridings: a table of postal codes is loaded, and signatures are counted by it.

use std::fmt::Write;
use std::path::PathBuf;
use std::time::Duration;

use entity::signature;
use postulo::actions::ridings::load::{LoadError, Report, load};
use postulo::actions::ridings::place::{SETTLED, place_some};
use postulo::jobs::ridings::place_all;
use postulo::storage::{ridings, tallies};
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::support::process::{Process, run};
use crate::support::{Person, TestApp, on_both};

const TABLE: &str = "postal_code,riding_code,riding_name_en,riding_name_fr\n\
    K1A 0A6,35075,Ottawa Centre,Ottawa-Centre\n\
    H2X 1Y4,24043,Laurier–Sainte-Marie,Laurier–Sainte-Marie\n\
    K1P 1A1,35075,Ottawa Centre,Ottawa-Centre\n\
    K1P 1A1,24043,Laurier–Sainte-Marie,Laurier–Sainte-Marie\n";

fn file(app: &TestApp, content: &[u8]) -> PathBuf {
    let path = app.folder.path().join("ridings.csv");
    std::fs::write(&path, content).unwrap();
    path
}

/// As at the command line, with the service noticing.
async fn load_as(app: &TestApp, content: impl AsRef<[u8]>, name: &str) -> Result<Report, LoadError> {
    let path = file(app, content.as_ref());
    let report = load(&app.app.desk(), &path, name, "test").await;
    app.app.refresh().await.unwrap();
    report
}

async fn sign(app: &TestApp, name: &str, (country, code): (&str, &str)) {
    let email = format!("{name}@example.org").to_lowercase();
    let person = Person::new(&format!("{name} Roy"), &email).at(country, code);
    app.visitor().sign_and_confirm(app, &person).await;
}

/// What is counted in each riding; what is nought is left out.
async fn counted(app: &TestApp) -> Vec<(String, i64)> {
    app.assert_no_drift().await;
    let parts = tallies::list_parts(app.app.tools.db.read(), app.campaign_id()).await.unwrap();
    let mut ridings: Vec<_> = parts
        .into_iter()
        .filter(|(dimension, _, n)| dimension == "riding" && *n != 0)
        .map(|(_, riding, n)| (riding, n))
        .collect();
    ridings.sort();
    ridings
}

fn are(expected: &[(&str, i64)]) -> Vec<(String, i64)> {
    expected.iter().map(|(riding, n)| ((*riding).to_owned(), *n)).collect()
}

async fn place(app: &TestApp) {
    app.advance(SETTLED);
    place_all(&app.app).await.unwrap();
    assert!(ridings::find(app.app.tools.db.read()).await.unwrap().unwrap().placed_at.is_some());
}

on_both! {
    async fn who_signs_is_counted_in_the_riding_of_their_postal_code_on_every_node(app: TestApp) {
        let beside = app.beside().await;
        let report = load_as(&app, TABLE, "2023").await.unwrap();
        assert_eq!(report, Report { codes: 2, ridings: 2, shared: 1 });
        beside.app.refresh().await.unwrap();
        sign(&app, "Anna", ("CA", "k1a0a6")).await;
        sign(&app, "Bela", ("CA", "H2X 1Y4")).await;
        sign(&app, "Cara", ("CA", "K1P 1A1")).await;
        sign(&app, "Dora", ("CA", "K1A")).await;
        sign(&app, "Edna", ("US", "94103")).await;
        let person = Person::new("Fay Roy", "fay@example.org");
        beside.visitor().sign_and_confirm(&beside, &person).await;
        assert_eq!(counted(&app).await, are(&[("", 3), ("24043", 1), ("35075", 2)]));
        let all = signature::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert!(!format!("{all:?}").contains("K1A 0A6"), "the code itself stays sealed");
    }

    async fn those_who_had_signed_are_placed_in_the_background_wherever_it_is_cut_off(app: TestApp) {
        sign(&app, "Anna", ("CA", "K1A 0A6")).await;
        sign(&app, "Bela", ("CA", "H2X 1Y4")).await;
        sign(&app, "Cara", ("FR", "75001")).await;
        let late = Person::new("Dora Roy", "dora@example.org");
        app.visitor().sign_well(&late).await;
        assert_eq!(counted(&app).await, are(&[("", 3)]));
        load_as(&app, TABLE, "2023").await.unwrap();
        // A node that knows the former table may still be signing.
        assert!(!place_some(&app.app.desk()).await.unwrap());
        app.advance(SETTLED);
        let beside = app.beside().await;
        assert!(place_some(&app.app.desk()).await.unwrap());
        assert_eq!(counted(&app).await, are(&[("", 1), ("24043", 1), ("35075", 1)]));
        // Another node goes on where this one was cut off.
        assert!(!place_all(&beside.app).await.unwrap());
        let loaded = ridings::find(app.app.tools.db.read()).await.unwrap().unwrap();
        assert_eq!(loaded.placed_at, Some(app.clock.now()));
        // Whoever signed before and confirms now is where they belong.
        let mail = app.mail_to("dora@example.org").await;
        app.visitor().post(&mail.confirm_path(), &[]).await.expect(303);
        assert_eq!(counted(&app).await, are(&[("", 1), ("24043", 1), ("35075", 2)]));
    }

    async fn another_table_places_everybody_anew(app: TestApp) {
        load_as(&app, TABLE, "2013").await.unwrap();
        place(&app).await;
        sign(&app, "Anna", ("CA", "K1A 0A6")).await;
        sign(&app, "Bela", ("CA", "H2X 1Y4")).await;
        sign(&app, "Cara", ("CA", "H2X 1Y4")).await;
        // Retention has forgotten Cara, who stays counted.
        let tx = app.app.tools.db.write().await.unwrap();
        let forgotten = "UPDATE signature SET sealed = '', email_index = NULL, slot = NULL, name_index = NULL \
            WHERE place = 3";
        tx.execute_unprepared(forgotten).await.unwrap();
        tx.commit().await.unwrap();
        load_as(&app, TABLE.replace("35075", "35099"), "2013").await.unwrap();
        place(&app).await;
        assert_eq!(counted(&app).await, are(&[("24043", 2), ("35099", 1)]));
        load_as(&app, TABLE.replace("24043", "24099"), "2023").await.unwrap();
        place(&app).await;
        assert_eq!(counted(&app).await, are(&[("", 1), ("24099", 1), ("35075", 1)]));
    }

    async fn a_table_that_cannot_be_read_whole_changes_nothing(app: TestApp) {
        load_as(&app, TABLE, "2023").await.unwrap();
        let before = app.app.tools.atlas.ridings();
        let half = format!("{TABLE}K1A 0A7,35075\nK1A,35075,Ottawa Centre,Ottawa-Centre\nK1A 0A8,\"35075,Ottawa");
        let Err(LoadError::Lines(faults, 3)) = load_as(&app, half, "2025").await else { panic!("not refused") };
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(told[0].starts_with("line 6: 2 cells") && told[1].starts_with("line 7: `K1A` is no"), "{told:?}");
        assert!(told[2].starts_with("line 8: 2 cells"), "{told:?}");
        for (content, refused) in [
            (&b"\x89PNG\x0d\x0a\x1a\x0a"[..], "no text"),
            (b"PK\x03\x04", "save it as CSV"),
            (b"", "no column headed postal_code, riding_code"),
            (b"postal_code,riding_code,name\n", "no postal code"),
            (b"name,code\nx,y\n", "no column headed postal_code"),
        ] {
            let told = load_as(&app, content, "2025").await.unwrap_err().to_string();
            assert!(told.contains(refused), "{told}");
        }
        assert!(matches!(load_as(&app, TABLE, " ").await, Err(LoadError::Name)));
        assert_eq!(app.app.tools.atlas.ridings(), before);
        let loaded = ridings::find(app.app.tools.db.read()).await.unwrap().unwrap();
        assert_eq!((loaded.revision, &*loaded.name), (1, "2023"));
    }

    async fn the_usual_encodings_and_headings_are_read(app: TestApp) {
        let table = "Code postal;N° de circonscription;FEDUID;Nom de la circonscription\r\n\
            h2x1y4;1;24043;Québec–Été\r\n";
        let utf_16: Vec<u8> = [0xfeff].into_iter().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let marked = format!("\u{feff}{table}").into_bytes();
        let windows = encoding_rs::WINDOWS_1252.encode(table).0.into_owned();
        for content in [table.as_bytes().to_vec(), marked, utf_16, windows, table.replace(';', "\t").into_bytes()] {
            load_as(&app, content, "2023").await.unwrap();
            let ridings = app.app.tools.atlas.ridings();
            let found = ridings.find("CA", "H2X 1Y4").unwrap();
            assert_eq!((&*found.code, &*found.fr), ("24043", "Québec–Été"));
        }
    }

    async fn a_hundred_thousand_codes_are_kept_and_read_again(app: TestApp) {
        let mut table = String::from("postal code,riding,name\n");
        let letters = ["A", "B", "C", "E", "G", "H", "J", "K", "L", "M"];
        for n in 0..100_000 {
            let digit = |at: u32| n / 10_usize.pow(at) % 10;
            let (one, two, riding) = (letters[digit(3)], letters[digit(4)], n % 343);
            writeln!(table, "K{}{one} {}{two}{},{riding},Riding {riding}", digit(0), digit(1), digit(2)).unwrap();
        }
        let began = std::time::Instant::now();
        let report = load_as(&app, table, "all").await.unwrap();
        assert_eq!((report.codes, report.ridings), (100_000, 343));
        assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
        let ridings = app.app.tools.atlas.ridings();
        // The 54321st: its digits backwards.
        assert_eq!(ridings.find("CA", "K1G 2H3").unwrap().code, (54321 % 343).to_string());
        assert_eq!(ridings.find("CA", "K1Z 2H3"), None);
    }
}

#[tokio::test]
async fn an_operator_loads_a_table_while_the_service_runs() {
    let folder = tempfile::TempDir::new().unwrap();
    let service = Process::serve(folder.path(), &[]).await;
    let path = folder.path().join("ridings.csv");
    let path = path.to_str().unwrap();
    let (well, printed) = run(folder.path(), &["ridings", "show"]).await;
    assert!(well && printed.contains("no table"), "{printed}");
    std::fs::write(path, format!("{TABLE}X,1,,\n")).unwrap();
    let (well, printed) = run(folder.path(), &["ridings", "load", path]).await;
    assert!(!well && printed.contains("line 6: `X`") && printed.contains("nothing was loaded"), "{printed}");
    assert!(!run(folder.path(), &["ridings", "show", "K1A 0A6"]).await.0);
    std::fs::write(path, TABLE).unwrap();
    let (well, printed) = run(folder.path(), &["ridings", "load", path]).await;
    assert!(well && printed.contains("2 postal codes in 2 ridings are loaded as “ridings”"), "{printed}");
    assert!(printed.contains("1 lie in more than one riding"), "{printed}");
    let (well, printed) = run(folder.path(), &["ridings", "show", "k1a0a6"]).await;
    assert!(well && printed.contains("35075  Ottawa Centre / Ottawa-Centre"), "{printed}");
    let (_, printed) = run(folder.path(), &["ridings", "show"]).await;
    assert!(printed.contains("“ridings”") && printed.contains("still being placed"), "{printed}");
    let (_, printed) = run(folder.path(), &["doctor"]).await;
    assert!(
        printed.contains("2 postal codes of “ridings”; those who had signed are being placed"),
        "{printed}"
    );
    assert!(service.terminate().await);
    let (well, printed) = run(folder.path(), &["recount"]).await;
    assert!(well, "{printed}");
}
