//! Once the people of a campaign are kept no longer, no package names those who are left.

use postulo::actions::purge::purge;
use postulo::domain::content::CampaignFile;
use postulo::domain::date::PartialDate;
use postulo::domain::delivery::Stage;
use postulo::domain::moment::DAY;
use postulo::storage::deliveries::packages;
use sea_orm::EntityTrait;

use super::{approve, delivery, frozen, make, plan, signers, team};
use crate::support::{Backend, Build, Person, TestApp};

const FINAL_DELIVERY: &str = "/studio/campaigns/recognize-celil/final-delivery";

/// What the page of a delivery says and offers only while people are kept.
const OFFERED: [&str; 5] =
    ["left since it was frozen", "supplement.csv", "Make the package", "Make a link", "/freeze"];

/// The demo's campaign, which closes after ten days.
async fn app(backend: Backend) -> TestApp {
    let content = |file: &mut CampaignFile| file.closes = PartialDate::parse("2026-12-02");
    TestApp::build(Build { backend, content, ..Build::default() }).await
}

async fn no_package_is_made_of_names_that_are_no_longer_kept(app: TestApp) {
    let before = team(&app).await;
    // These asked for updates, and are kept longer.
    signers(&app, 1..=2).await;
    let anna = Person::new("Anna Roy", "anna@example.org").with("public", "full");
    app.visitor().sign_and_confirm(&app, &anna).await;
    let path = frozen(&app, &before.staff, "all").await;
    approve(&before, &path).await;
    let step = [("stage", "handed_over"), ("way", "stick"), ("day", "2026-11-22"), ("note", "")];
    before.staff.upload(&format!("{path}/steps"), &step, ("photo", b"")).await.expect(303);
    let planned = plan(&before.staff, "all").await;
    let freezing = plan(&before.staff, "all").await;
    before.staff.post(&format!("{freezing}/freeze"), &[]).await.expect(303);
    before.owner.post(FINAL_DELIVERY, &[("date", "2026-11-22")]).await.expect(303);
    app.advance(DAY * 200);

    let staff = team(&app).await.staff;
    let db = app.app.tools.db.read();
    // On the day itself before anybody has gone, and afterwards.
    for _ in 0..2 {
        for refused in [format!("{path}/package"), format!("{path}/link"), format!("{planned}/freeze")] {
            let page = staff.post(&refused, &[("days", "14")]).await.expect(422).body;
            assert!(page.contains("no package can be made"), "{refused}: {page}");
        }
        purge(&app.app.desk(), &app.app.tools.settings.retention).await.unwrap();
        make(&app).await;
        assert!(packages::list_live(db, app.campaign_id()).await.unwrap().is_empty());
        let pieces = entity::delivery_piece::Entity::find().all(db).await.unwrap();
        assert!(pieces.is_empty(), "nothing names anybody");
    }
    let people = entity::signature::Entity::find().all(db).await.unwrap();
    assert_eq!(people.iter().filter(|person| person.sealed.is_empty()).count(), 1);
    assert_eq!(delivery(&app, &freezing).await.stage, Stage::Planned, "it is not frozen for ever");
    for path in [&path, &planned, &freezing] {
        let page = staff.get(path).await.expect(200).body;
        assert!(page.contains("The names of this campaign are no longer kept"), "{page}");
        for wrong in OFFERED {
            assert!(!page.contains(wrong), "{wrong}: {page}");
        }
    }
    let supplement = staff.get(&format!("{path}/supplement.csv")).await.expect(200).body;
    assert!(!supplement.contains("\r\n1,"), "nobody has left: {supplement}");
}

#[tokio::test]
async fn no_package_is_made_of_names_that_are_no_longer_kept_on_sqlite() {
    no_package_is_made_of_names_that_are_no_longer_kept(app(Backend::Sqlite).await).await;
}

#[tokio::test]
async fn no_package_is_made_of_names_that_are_no_longer_kept_on_postgres() {
    no_package_is_made_of_names_that_are_no_longer_kept(app(Backend::Postgres).await).await;
}
