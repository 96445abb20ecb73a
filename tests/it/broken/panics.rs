//! Faults of the program itself. They are provoked from outside, by rows and clocks that no sound service has; tests are
//! built so that a sum too large for its type is a fault.

use std::time::Duration;

use postulo::actions::load_campaign::load_campaign;
use postulo::cli::DEMO_CONTENT;
use postulo::domain::content::CampaignFile;
use postulo::domain::moment::Moment;
use sea_orm::ConnectionTrait;

use crate::live::read_until;
use crate::support::{Backend, Build, CAMPAIGN, Person, TestApp, on_both};

/// The first moment of the year 10000, of which no mail can be dated.
const TOO_LATE: Moment = Moment(253_402_300_800_000);

fn person(who: &str) -> Person {
    Person::new("Anna Roy", &format!("{who}@example.org"))
}

fn faults(app: &TestApp) -> u64 {
    let text = app.app.metrics.text();
    let line = text.lines().find_map(|line| line.strip_prefix("postulo_panics_total ")).unwrap();
    line.parse().unwrap()
}

/// Two figures that cannot be added.
fn poison(file: &mut CampaignFile) {
    for figure in &mut file.content.reported {
        figure.number = i64::MAX;
    }
    let again = file.content.reported.clone();
    file.content.reported.extend(again);
}

async fn load(app: &TestApp, change: fn(&mut CampaignFile)) {
    let mut file = CampaignFile::parse(DEMO_CONTENT).unwrap();
    change(&mut file);
    load_campaign(&app.app.desk(), &file, "test").await.unwrap();
    app.app.refresh().await.unwrap();
}

on_both! {
    async fn a_fault_in_the_intake_is_503_to_its_group_and_the_next_is_stored(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_well(&person("a")).await;
        let mail = app.mail_to("a@example.org").await;
        let set = async |count: i64| {
            let tx = app.app.tools.db.write().await.unwrap();
            tx.execute_unprepared(&format!("UPDATE tally SET online = {count}")).await.unwrap();
            tx.commit().await.unwrap();
        };
        set(i64::MAX).await;
        let refused = visitor.post(&mail.confirm_path(), &[]).await.expect(503);
        assert!(!refused.header("retry-after").is_empty());
        assert_eq!(faults(&app), 1);
        visitor.sign_well(&person("b")).await;
        set(0).await;
        visitor.post(&mail.confirm_path(), &[]).await.expect(303);
        visitor.sign_and_confirm(&app, &person("c")).await;
        assert_eq!((visitor.counted().await, app.mails().await.len()), (2, 3));
        app.assert_no_lease().await;
        app.assert_no_drift().await;
        assert!(app.is_ready().await);
    }

    async fn a_fault_in_the_mail_costs_that_mail_a_try_and_nobody_else_anything(app: TestApp) {
        app.clock.set(TOO_LATE - Duration::from_mins(1));
        for n in 0..40 {
            app.visitor().sign_well(&person(&format!("a{n}"))).await;
        }
        app.advance(Duration::from_mins(2));
        assert_eq!((app.mails().await.len(), app.waiting().await), (0, 40));
        assert_eq!(faults(&app), 40);
        app.assert_no_lease().await;
        app.clock.set(TOO_LATE - Duration::from_hours(24));
        assert_eq!((app.mails().await.len(), app.waiting().await), (40, 0));
        assert!(app.is_ready().await);
    }
}

#[tokio::test]
async fn a_fault_in_a_page_is_500_with_a_reference_and_costs_no_other_page() {
    let app = TestApp::build(Build { content: poison, ..Build::default() }).await;
    let visitor = app.visitor();
    let page = visitor.get(CAMPAIGN).await.expect(500);
    assert!(page.body.contains("<html") && !page.body.contains("overflow"), "{}", page.body);
    assert!(page.body.split(|c: char| !c.is_ascii_hexdigit()).any(|word| word.len() == 8), "a reference");
    assert!(!page.header("x-request-id").is_empty());
    let problem =
        visitor.send(reqwest::Method::GET, CAMPAIGN, &[("accept", "application/json")], Vec::new()).await;
    let problem: serde_json::Value = serde_json::from_str(&problem.expect(500).body).unwrap();
    assert_eq!(problem["reference"].as_str().unwrap().len(), 8);
    visitor.get("/campaigns/recognize-celil/live").await.expect(500);
    assert_eq!(faults(&app), 3);
    visitor.get("/en/privacy").await.expect(200);
    assert!(app.is_ready().await);
    load(&app, |_| {}).await;
    visitor.get(CAMPAIGN).await.expect(200);
    visitor.sign_and_confirm(&app, &person("a")).await;
    assert_eq!(visitor.counted().await, 1);
    app.assert_no_drift().await;
}

#[tokio::test]
async fn a_campaign_that_cannot_be_told_does_not_end_the_streams() {
    let app = TestApp::start(Backend::Sqlite).await;
    let url = format!("{}/campaigns/recognize-celil/live", app.url);
    let watching = tokio::spawn(async move { read_until(&url, 2).await });
    super::until("somebody watches", async || app.app.metrics.watchers.get() == 1).await;
    load(&app, poison).await;
    app.visitor().sign_and_confirm(&app, &person("a")).await;
    super::until("it cannot be told", async || faults(&app) == 1).await;
    load(&app, |_| {}).await;
    app.visitor().sign_and_confirm(&app, &person("b")).await;
    watching.await.unwrap();
}
