//! What comes in between: a name is corrected, deliveries leave in another order than they were planned, an addressee may be told
//! less, and somebody leaves.

use std::io::Cursor;
use std::time::Duration;

use postulo::actions::deliveries::make::{LEASE, Watch, take};
use postulo::domain::disclosure::Disclosure;
use postulo::domain::role::Role;
use postulo::storage::deliveries::{files, packages};
use sea_orm::EntityTrait;
use tokio::runtime::Handle;

use super::{
    Team, approve, begin_fetch, entry, file, frozen, make, number, plan, ready, roll, signers, team,
};
use crate::documents::text;
use crate::studio::people::{open, sign};
use crate::studio::reports::{everything, flat, promise};
use crate::support::{Mail, Member, Person, TestApp, on_both};

/// Fetches the package of a delivery.
async fn fetch(app: &TestApp, team: &Team, path: &str) -> Vec<u8> {
    let file = begin_fetch(app, &team.staff, path).await;
    team.staff.get(&file).await.expect(200).bytes
}

/// Writes down that a delivery was carried to its addressee.
async fn carry(team: &Team, path: &str) {
    let step = [("stage", "handed_over"), ("way", "stick")];
    team.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
}

/// The files of a package, each with what can be read in it.
fn read(app: &TestApp, zip: &[u8]) -> Vec<(String, String)> {
    let archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let told = |name: String| {
        let bytes = file(zip, &name);
        let told = match name.rsplit('.').next() {
            Some("pdf") => {
                let on = app.folder.path().join("read.pdf");
                std::fs::write(&on, &bytes).unwrap();
                flat(&text(&on))
            }
            Some("xlsx") => entry(&bytes, "xl/worksheets/sheet1.xml"),
            _ => String::from_utf8_lossy(&bytes).into_owned(),
        };
        (name, told)
    };
    names.into_iter().map(told).collect()
}

/// Fails unless all that names people names somebody so, and nothing as they were named before.
async fn assert_named(app: &TestApp, team: &Team, path: &str, (right, wrong): (&str, &str)) {
    let all = read(app, &fetch(app, team, path).await);
    let with = |words: &str| {
        let found = all.iter().filter(|(_, told)| told.contains(words));
        let mut names: Vec<&str> = found.map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names
    };
    assert_eq!(with(right), ["roll.csv", "roll.xlsx", "roll/roll-001.pdf"]);
    assert!(with(wrong).is_empty(), "{wrong} is in {:?}", with(wrong));
}

async fn correct(staff: &Member, form: &str, name: &str) {
    let right = [("name", name), ("country", "CA"), ("postal_code", "K1A 0A6")];
    staff.post(form, &right).await.expect(303);
}

async fn leave(app: &TestApp, mail: &Mail) {
    app.visitor().post(&format!("{}/withdrawal", mail.mine_path()), &[]).await.expect(303);
}

on_both! {
    async fn whose_name_is_corrected_while_a_package_is_made_or_after_is_named_rightly_in_every_file(app: TestApp) {
        let team = team(&app).await;
        sign(&app, "recognize-celil", &Person::new("Anna Roi", "anna@example.org")).await;
        let row = entity::signature::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap().id;
        signers(&app, 1..=2).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        team.staff.post(&format!("{path}/package"), &[]).await.expect(303);
        // One maker is silent for so long that another takes it: its files are whole, and the package is not there.
        let silent = take(&app.app.desk(), &app.app.tools.settings).await.unwrap().expect("one is due");
        app.advance(LEASE);
        assert!(take(&app.app.desk(), &app.app.tools.settings).await.unwrap().is_some());
        let (shared, package, handle) = (app.app.clone(), silent.package.id, Handle::current());
        let late = tokio::task::spawn_blocking(move || silent.make(shared.desk(), &handle, &Watch::default()));
        assert!(late.await.unwrap().is_err() && ready(&app, &path).await.is_none());
        let whole = files::list(app.app.tools.db.read(), package).await.unwrap();
        for name in ["roll.csv", "roll.xlsx", "roll/roll-001.pdf"] {
            assert!(whole.iter().any(|file| file.name == name), "{name} is not in {whole:?}");
        }
        let form = format!("{}/correction/{row}", open(&team.staff, "anna@example.org", "").await);
        correct(&team.staff, &form, "Anna Roy").await;
        app.advance(LEASE);
        make(&app).await;
        assert_named(&app, &team, &path, ("Anna Roy", "Anna Roi")).await;
        correct(&team.staff, &form, "Anna Rey").await;
        assert!(ready(&app, &path).await.is_none(), "nobody can fetch what says it wrongly");
        make(&app).await;
        assert_named(&app, &team, &path, ("Anna Rey", "Anna Roy")).await;
    }

    async fn what_is_frozen_later_follows_what_left_before_it_whatever_their_numbers(app: TestApp) {
        let team = team(&app).await;
        let anna = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        signers(&app, 1..=2).await;
        let (first, second) = (plan(&team.staff, "all").await, plan(&team.staff, "new").await);
        assert_eq!((number(&first), number(&second)), (1, 2));
        team.staff.post(&format!("{second}/freeze"), &[]).await.expect(303);
        make(&app).await;
        approve(&team, &second).await;
        let handed_over = ready(&app, &second).await.expect("a package");
        let rows = roll(&fetch(&app, &team, &second).await);
        let line = &rows.iter().find(|row| row[2] == "Anna Roy").expect("a line")[0];
        carry(&team, &second).await;
        app.advance(Duration::from_secs(1));
        leave(&app, &anna).await;
        team.staff.post(&format!("{first}/freeze"), &[]).await.expect(303);
        make(&app).await;
        approve(&team, &first).await;
        let zip = fetch(&app, &team, &first).await;
        let supplement = entry(&zip, "supplement.csv");
        assert!(supplement.ends_with(&format!("delivery,number\r\n2,{line}\r\n")), "{supplement}");
        let manifest: serde_json::Value = serde_json::from_str(&entry(&zip, "manifest.json")).unwrap();
        let known = packages::find(app.app.tools.db.read(), handed_over).await.unwrap().unwrap().manifest;
        assert_eq!(manifest["previous"], known.as_str());
    }

    async fn a_planned_delivery_shows_what_its_addressee_may_be_told_by_now(app: TestApp) {
        let team = team(&app).await;
        let path = plan(&team.staff, "all").await;
        let tells = async |words: &str| {
            let page = team.staff.get(&path).await.expect(200).body;
            assert!(page.contains(&format!("What it tells of each person</dt><dd>{words}</dd>")), "{page}");
        };
        tells("names and places").await;
        promise(&app, 2, |file| file.text.text.addressees[0].disclosure = Disclosure::Numbers).await;
        tells("numbers only").await;
        promise(&app, 3, everything).await;
        // No more than was planned.
        tells("names and places").await;
    }

    async fn who_leaves_reads_what_of_them_has_left_the_house_and_what_has_not(app: TestApp) {
        let team = team(&app).await;
        let carla = sign(&app, "recognize-celil", &Person::new("Carla Kim", "carla@example.org")).await;
        let held = entity::signature::Entity::find().one(app.app.tools.db.read()).await.unwrap().unwrap().id;
        let anna = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let bela = sign(&app, "recognize-celil", &Person::new("Bela Varga", "bela@example.org")).await;
        signers(&app, 1..=1).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let reads = async |mail: &Mail, when: &str, what: &str| {
            let page = app.visitor().get(&mail.mine_path()).await.expect(200).body;
            assert!(page.contains(&format!("{when} of you</dt><dd>{what}")), "{page}");
        };
        let nothing = "nothing but the number of a line, without a name</dd>";
        leave(&app, &anna).await;
        let hold = [("judgement", "hold"), ("ground", "pattern"), ("seen", "confirmed")];
        let review = format!("/studio/campaigns/recognize-celil/review/signatures/{held}/judge");
        app.member(Role::Moderator).await.post(&review, &hold).await.expect(303);
        reads(&anna, "What will be handed over", nothing).await;
        reads(&bela, "What will be handed over", "Your name and place.").await;
        make(&app).await;
        app.advance(Duration::from_secs(1));
        fetch(&app, &team, &path).await;
        carry(&team, &path).await;
        app.advance(Duration::from_secs(1));
        leave(&app, &bela).await;
        reads(&anna, "What was handed over", nothing).await;
        reads(&carla, "What was handed over", nothing).await;
        reads(&bela, "What was handed over", "Your name and place.").await;
    }
}
