use std::time::Duration;

use postulo::actions::retry_mail::retry_mail;
use postulo::domain::moment::{DAY, HOUR};
use postulo::storage::{queue, returns};

use crate::support::smtp::{Manner, Server};
use crate::support::{Backend, Build, Person, TestApp};

const MINUTE: Duration = Duration::from_mins(1);

async fn with(server: &Server, backend: Backend) -> TestApp {
    let settings = |settings: &mut postulo::settings::Settings| settings.mail.timeout = 1;
    TestApp::build(Build { backend, smtp: Some(server.address), settings, ..Build::default() }).await
}

async fn sign(app: &TestApp, who: &str) {
    app.visitor().sign_well(&Person::new("Anna Roy", &format!("{who}@example.org"))).await;
}

fn to(server: &Server) -> Vec<String> {
    let mut to: Vec<String> = server.taken().into_iter().map(|mail| mail.to).collect();
    to.sort();
    to
}

/// Everybody who signed is sent one mail, confirms, and is counted.
async fn assert_well(app: &TestApp, server: &Server, people: usize) {
    let mails = server.taken();
    let mut ids: Vec<_> = mails.iter().map(|mail| mail.id.clone()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!((mails.len(), ids.len(), app.waiting().await), (people, people, 0));
    app.assert_no_lease().await;
    for mail in &mails {
        app.visitor().post(&mail.confirm_path(), &[]).await.expect(303);
    }
    assert_eq!(usize::try_from(app.visitor().counted().await).unwrap(), people);
    app.assert_no_drift().await;
    assert!(app.is_ready().await);
}

#[tokio::test]
async fn whatever_the_mail_server_does_signing_goes_on_and_each_mail_leaves_once() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        for manner in [Manner::Busy, Manner::HangsUp, Manner::Hangs, Manner::HangsInData] {
            let server = Server::start(manner).await;
            let app = with(&server, backend).await;
            for who in ["a", "b", "c"] {
                sign(&app, who).await;
            }
            let meanwhile = async {
                sign(&app, "d").await;
                assert!(app.is_ready().await);
            };
            tokio::join!(app.run_mail(), meanwhile);
            assert_eq!((server.taken().len(), app.waiting().await), (0, 4), "{manner:?}");
            app.assert_no_lease().await;
            server.behave(Manner::Takes);
            app.advance(MINUTE);
            app.run_mail().await;
            app.advance(HOUR);
            app.run_mail().await;
            assert_well(&app, &server, 4).await;
        }
    }
}

#[tokio::test]
async fn a_mail_server_that_takes_one_command_at_a_time_gets_its_mails() {
    let server = Server::start(Manner::Old).await;
    let app = with(&server, Backend::Sqlite).await;
    for who in ["a", "b", "c"] {
        sign(&app, who).await;
    }
    app.run_mail().await;
    assert_well(&app, &server, 3).await;
}

#[tokio::test]
async fn a_mail_server_that_refuses_connections_is_left_alone_ever_longer() {
    let server = Server::start(Manner::Takes).await;
    let nowhere = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let app = TestApp::build(Build { smtp: Some(nowhere), ..Build::default() }).await;
    sign(&app, "a").await;
    for _ in 0..20 {
        app.run_mail().await;
        app.advance(Duration::from_secs(30));
        sign(&app, &format!("b{}", app.clock.now().0)).await;
    }
    assert_eq!((server.taken().len(), app.waiting().await), (0, 21));
    let listener = tokio::net::TcpListener::bind(nowhere).await.unwrap();
    let server = Server::listen(listener, Manner::Takes);
    app.advance(MINUTE);
    app.run_mail().await;
    assert_well(&app, &server, 21).await;
}

#[tokio::test]
async fn a_mail_server_that_is_busy_for_an_hour_gets_each_mail_once_afterwards() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let server = Server::start(Manner::Busy).await;
        let app = with(&server, backend).await;
        sign(&app, "a").await;
        for minute in 0..60 {
            app.run_mail().await;
            app.advance(MINUTE);
            if minute == 30 {
                sign(&app, "b").await;
            }
        }
        assert_eq!((server.taken().len(), app.waiting().await), (0, 2));
        let tried = queue::list(app.app.tools.db.read(), 9).await.unwrap();
        // After 5, 10, 20 … seconds: nine times in an hour rather than seven hundred.
        assert!((8..=10).contains(&tried[0].attempts), "{}", tried[0].attempts);
        server.behave(Manner::Takes);
        app.advance(HOUR);
        app.run_mail().await;
        app.advance(DAY);
        app.run_mail().await;
        assert_well(&app, &server, 2).await;
    }
}

#[tokio::test]
async fn an_address_that_is_refused_for_good_holds_nobody_up() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let server = Server::start(Manner::KnowsNobody).await;
        let app = with(&server, backend).await;
        for who in ["a", "nobody", "b", "c"] {
            sign(&app, who).await;
        }
        app.run_mail().await;
        assert_eq!(to(&server), ["a@example.org", "b@example.org", "c@example.org"]);
        assert_eq!(app.waiting().await, 0);
        let expected =
            async || returns::count_pending(app.app.tools.db.read(), app.campaign_id()).await.unwrap();
        assert_eq!(expected().await, 3, "whom no mail reaches is not expected to confirm");
        app.advance(DAY / 2);
        app.run_mail().await;
        assert_eq!(server.taken().len(), 3, "it is not tried again");
        server.behave(Manner::Takes);
        let retried = retry_mail(&app.app.desk(), true, "test").await.unwrap();
        assert_eq!((retried.hastened, retried.requeued, expected().await), (0, 1, 4));
        app.run_mail().await;
        assert_well(&app, &server, 4).await;
    }
}
