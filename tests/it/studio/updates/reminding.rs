use std::time::Duration;

use postulo::domain::date::PartialDate;
use postulo::domain::role::Role;
use postulo::jobs::reminders;

use super::bystander;
use crate::support::{Backend, Build, TestApp};

/// A campaign with a milestone at two and a key date on 1 December.
async fn build(backend: Backend) -> TestApp {
    let content = |file: &mut postulo::domain::content::CampaignFile| {
        file.content.milestones = vec![2];
        file.content.key_dates[0].date = PartialDate::parse("2026-12-01").unwrap();
    };
    TestApp::build(Build { backend, content, ..Build::default() }).await
}

async fn look(app: &TestApp) {
    app.app.refresh().await.unwrap();
    reminders::step(&app.app).await.unwrap();
}

/// Who was reminded of what.
async fn reminded(app: &TestApp) -> Vec<(String, String)> {
    let mails = app.mails().await;
    let reminders = mails.into_iter().filter(|mail| mail.subject.starts_with("Reminder"));
    reminders.map(|mail| (mail.to, mail.text)).collect()
}

async fn a_milestone_and_a_key_date_are_told_once_to_who_wants_it(backend: Backend) {
    let app = build(backend).await;
    let organiser = app.member(Role::Organiser).await;
    let viewer = app.member(Role::Viewer).await;
    let tired = app.member(Role::Organiser).await;
    tired.post("/studio/reminders", &[("dates", "yes"), ("lang", "en")]).await.expect(303);
    look(&app).await;
    bystander(&app, "anna").await;
    look(&app).await;
    assert!(reminded(&app).await.is_empty());
    bystander(&app, "bela").await;
    let other = app.beside().await;
    tokio::join!(look(&app), look(&other), look(&app));
    look(&app).await;
    let told = reminded(&app).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].0 == organiser.email && told[0].1.contains("2 people have signed"), "{told:?}");
    assert!(viewer.is_in().await);
    // The week before, and on the day; in the morning.
    app.advance(Duration::from_hours(2 * 24 + 12));
    look(&app).await;
    assert_eq!(reminded(&app).await.len(), 3);
    app.advance(Duration::from_hours(6 * 24 + 16));
    for _ in 0..2 {
        look(&app).await;
    }
    let told = reminded(&app).await;
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(told[4].1.contains("Today, December 1, 2026"), "{told:?}");
}

#[tokio::test]
async fn a_milestone_and_a_key_date_are_told_once_on_sqlite() {
    a_milestone_and_a_key_date_are_told_once_to_who_wants_it(Backend::Sqlite).await;
}

#[tokio::test]
async fn a_milestone_and_a_key_date_are_told_once_on_postgres() {
    a_milestone_and_a_key_date_are_told_once_to_who_wants_it(Backend::Postgres).await;
}
