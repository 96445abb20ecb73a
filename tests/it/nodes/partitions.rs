use sea_orm::ConnectionTrait;

use crate::support::{Backend, Person, TestApp};

const PAGE: &str = include_str!("../../../docs/scaling.md");

#[tokio::test]
async fn signatures_partitioned_as_the_page_shows_are_signed_and_counted_as_before() {
    let app = TestApp::start(Backend::Postgres).await;
    let visitor = app.visitor();
    visitor.sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
    let block = PAGE.split("```sql\n").nth(1).unwrap().split("```").next().unwrap();
    app.app.tools.db.read().execute_unprepared(block).await.unwrap();
    visitor.sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
    visitor.sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
    assert_eq!(app.mail_to("anna@example.org").await.subject, "You have signed already");
    assert_eq!(app.counted().await, 2);
    app.assert_no_drift().await;
}
