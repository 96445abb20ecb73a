use futures_util::poll;
use postulo::actions::purge::{purge, would_purge};
use postulo::actions::retention::outlook::outlook;
use postulo::app::App;
use postulo::domain::content::CampaignFile;
use postulo::domain::date::PartialDate;
use postulo::domain::moment::DAY;
use postulo::domain::role::Role;
use sea_orm::EntityTrait;

use crate::support::{Backend, Build, Member, Person, TestApp};

/// The demo's campaign, which closes after ten days.
async fn app(backend: Backend) -> TestApp {
    let content = |file: &mut CampaignFile| file.closes = PartialDate::parse("2026-12-02");
    TestApp::build(Build { backend, content, ..Build::default() }).await
}

async fn sign(app: &TestApp, name: &str, updates: bool) {
    let person = Person::new(name, &format!("{}@example.org", name.to_lowercase().replace(' ', ".")));
    let person = if updates { person.with("updates", "yes") } else { person };
    app.visitor().sign_and_confirm(app, &person.with("public", "full")).await;
}

const DELIVERY: &str = "/studio/campaigns/recognize-celil/final-delivery";

async fn tell(owner: &Member, date: &str) {
    owner.post(DELIVERY, &[("date", date)]).await.expect(303);
}

/// How many signatures still hold a person; none holds half of one.
async fn named(app: &App) -> usize {
    let rows = entity::signature::Entity::find().all(app.tools.db.read()).await.unwrap();
    for row in &rows {
        let is_named = !row.sealed.is_empty();
        let found_by = [&row.email_index, &row.name_index, &row.postal_index].map(Option::is_some);
        assert_eq!(found_by, [is_named; 3]);
        assert_eq!(row.slot.is_some(), is_named);
    }
    rows.iter().filter(|row| !row.sealed.is_empty()).count()
}

async fn run(app: &TestApp) -> u64 {
    let (desk, retention) = (app.app.desk(), &app.app.tools.settings.retention);
    let would = would_purge(&desk, retention).await.unwrap();
    let purged = purge(&desk, retention).await.unwrap();
    assert_eq!(would, purged);
    assert_eq!(would_purge(&desk, retention).await.unwrap(), postulo::actions::purge::Purged::default());
    purged.signers
}

async fn names_go_after_the_final_delivery_and_the_counts_stay(app: TestApp) {
    for name in ["Anna Roy", "Bela Roy", "Carla Roy"] {
        sign(&app, name, name == "Carla Roy").await;
    }
    app.visitor().sign_well(&Person::new("Dora Roy", "dora@example.org")).await;
    app.advance(DAY * 20);
    run(&app).await;
    let owner = app.member(Role::Owner).await;
    let page = owner.get("/studio/retention").await.expect(200).body;
    assert!(page.contains("Final delivery not told"), "{page}");
    // However long ago: nobody goes unless it was told.
    app.advance(DAY * 400);
    assert_eq!((run(&app).await, named(&app.app).await), (0, 3));
    let owner = app.member(Role::Owner).await;
    for wrong in ["tomorrow", "2026-13-01", "2026", "2030-01-01"] {
        owner.post(DELIVERY, &[("date", wrong)]).await.expect(422);
    }
    tell(&owner, "2026-12-10").await;
    // A slip can be taken back for a week.
    assert_eq!(run(&app).await, 0);
    tell(&owner, "").await;
    app.advance(DAY * 8);
    assert_eq!((run(&app).await, named(&app.app).await), (0, 3));
    let owner = app.member(Role::Owner).await;
    tell(&owner, "2026-12-10").await;
    app.advance(DAY * 8);

    let before = app.visitor().tally().await;
    let settings = &app.app.tools.settings.retention;
    let here = app.app.hub.campaign("recognize-celil").unwrap().organisation;
    assert_eq!(outlook(&app.app.desk(), settings, here).await.unwrap().going.signers, 2);
    assert_eq!(run(&app).await, 2);
    assert_eq!(named(&app.app).await, 1, "whoever asked for updates stays as long as that");
    app.app.refresh().await.unwrap();
    assert_eq!(app.visitor().tally().await["signatures"], before["signatures"]);
    app.assert_no_drift().await;
    let page = app.visitor().get("/en/campaigns/recognize-celil").await.expect(200).body;
    assert!(!page.contains("Anna Roy"));
    app.advance(DAY * 400);
    assert_eq!((run(&app).await, named(&app.app).await), (1, 0));
    assert_eq!(app.counted().await, 3);
    app.assert_no_drift().await;
}

#[tokio::test]
async fn names_go_after_the_final_delivery_and_the_counts_stay_on_sqlite() {
    names_go_after_the_final_delivery_and_the_counts_stay(app(Backend::Sqlite).await).await;
}

#[tokio::test]
async fn names_go_after_the_final_delivery_and_the_counts_stay_on_postgres() {
    names_go_after_the_final_delivery_and_the_counts_stay(app(Backend::Postgres).await).await;
}

/// Dropped at whatever moment, nobody is half gone, and the next run goes on.
async fn cut_off_anywhere_it_goes_on(app: TestApp) {
    for n in 0..12 {
        sign(&app, &format!("Anna {}", ["Roy", "Kovacs", "Ali", "Smith"][n % 4].repeat(n / 4 + 1)), false)
            .await;
    }
    tell(&app.member(Role::Owner).await, "2026-11-22").await;
    app.advance(DAY * 200);
    let retention = &app.app.tools.settings.retention;
    for steps in 0..40 {
        let desk = app.app.desk();
        let mut running = Box::pin(purge(&desk, retention));
        for _ in 0..steps {
            if poll!(&mut running).is_ready() {
                break;
            }
            tokio::task::yield_now().await;
        }
        drop(running);
        let left = named(&app.app).await;
        assert!(left == 12 || left == 0, "{left}");
    }
    purge(&app.app.desk(), retention).await.unwrap();
    assert_eq!((named(&app.app).await, app.counted().await), (0, 12));
    app.assert_no_drift().await;
}

#[tokio::test]
async fn cut_off_anywhere_it_goes_on_on_sqlite() {
    cut_off_anywhere_it_goes_on(app(Backend::Sqlite).await).await;
}

#[tokio::test]
async fn cut_off_anywhere_it_goes_on_on_postgres() {
    cut_off_anywhere_it_goes_on(app(Backend::Postgres).await).await;
}

#[tokio::test]
async fn an_organisation_keeps_people_for_a_shorter_time_and_never_for_a_longer() {
    let app = app(Backend::Sqlite).await;
    sign(&app, "Anna Roy", false).await;
    let owner = app.member(Role::Owner).await;
    tell(&owner, "2026-11-22").await;
    let terms = "/studio/retention/terms";
    for (signers, consents) in [("181", ""), ("0", ""), ("-3", ""), ("", "x"), ("", "731")] {
        owner.post(terms, &[("signers", signers), ("consents", consents)]).await.expect(422);
    }
    owner.post(terms, &[("signers", "30"), ("consents", "")]).await.expect(303);
    let page = owner.get("/studio/retention").await.expect(200).body;
    assert!(page.contains("value=\"30\"") && page.contains("January 1, 2027"), "{page}");
    // Another organisation has its own terms, and nothing of these campaigns.
    let stranger = app.member_elsewhere(Role::Owner, "elsewhere").await;
    let theirs = stranger.get("/studio/retention").await.expect(200).body;
    assert!(!theirs.contains("value=\"30\"") && !theirs.contains("recognize-celil"), "{theirs}");
    app.advance(DAY * 39);
    assert_eq!(run(&app).await, 0);
    app.advance(DAY * 2);
    assert_eq!((run(&app).await, named(&app.app).await), (1, 0));
}
