use std::time::Duration;

use postulo::actions::purge::{purge, would_purge};
use postulo::domain::moment::DAY;
use postulo::storage::queue;
use tokio::net::TcpListener;

use crate::support::smtp::{Manner, Server};
use crate::support::{Backend, Build, Person, TestApp, on_both};

fn anna() -> Person {
    Person::new("Anna Roy", "anna@example.org")
}

async fn with(server: &Server, backend: Backend) -> TestApp {
    TestApp::build(Build { backend, smtp: Some(server.address), ..Build::default() }).await
}

async fn waiting(app: &TestApp) -> i64 {
    queue::count_queued(app.app.tools.db.read()).await.unwrap()
}

#[tokio::test]
async fn mail_leaves_through_smtp() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let server = Server::start(Manner::Takes).await;
        let app = with(&server, backend).await;
        app.visitor().sign_well(&anna()).await;
        app.run_mail().await;
        app.run_mail().await;
        let taken = server.taken();
        assert_eq!(taken.len(), 1);
        assert_eq!(taken[0].to, "anna@example.org");
        app.visitor().post(&taken[0].confirm_path(), &[]).await.expect(303);
        assert_eq!(app.visitor().counted().await, 1);
    }
}

#[tokio::test]
async fn a_mail_server_that_is_busy_or_hangs_up_gets_the_mail_later_and_once() {
    for manner in [Manner::Busy, Manner::HangsUp, Manner::Distrusts] {
        let server = Server::start(manner).await;
        let app = with(&server, Backend::Sqlite).await;
        app.visitor().sign_well(&anna()).await;
        app.run_mail().await;
        assert_eq!((server.taken().len(), waiting(&app).await), (0, 1), "{manner:?}");
        server.behave(Manner::Takes);
        app.run_mail().await;
        assert_eq!(server.taken().len(), 0, "it waits its turn");
        app.advance(Duration::from_secs(5));
        app.run_mail().await;
        app.advance(DAY);
        app.run_mail().await;
        assert_eq!((server.taken().len(), waiting(&app).await), (1, 0), "{manner:?}");
    }
}

#[tokio::test]
async fn signing_works_while_the_mail_server_is_down() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let app = TestApp::build(Build { smtp: Some(address), ..Build::default() }).await;
    app.visitor().sign_well(&anna()).await;
    app.run_mail().await;
    assert_eq!(waiting(&app).await, 1);
    let server = Server::listen(TcpListener::bind(address).await.unwrap(), Manner::Takes);
    app.advance(Duration::from_secs(5));
    app.run_mail().await;
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn a_mail_refused_for_good_is_not_tried_again() {
    let server = Server::start(Manner::Refuses).await;
    let app = with(&server, Backend::Sqlite).await;
    app.visitor().sign_well(&anna()).await;
    app.run_mail().await;
    assert_eq!(waiting(&app).await, 0);
    server.behave(Manner::Takes);
    app.advance(DAY);
    app.run_mail().await;
    assert_eq!(server.taken().len(), 0);
}

on_both! {
    async fn mail_for_a_signature_that_is_gone_is_not_sent(app: TestApp) {
        let visitor = app.visitor();
        let waiting = visitor.sign_well(&anna()).await;
        let mine = app.mail_to("anna@example.org").await.mine_path();
        visitor.post(&waiting.replace("/check-email?", "/check-email/resend?"), &[]).await.expect(303);
        visitor.post(&format!("{mine}/erasure"), &[]).await.expect(200);
        assert_eq!(app.mails().await.len(), 1);
    }

    async fn two_workers_do_not_send_one_mail_twice(app: TestApp) {
        for n in 0..20 {
            app.visitor().sign_well(&Person::new("Anna Roy", &format!("a{n}@example.org"))).await;
        }
        tokio::join!(app.run_mail(), app.run_mail(), app.run_mail());
        assert_eq!(app.mails().await.len(), 20);
    }

    async fn what_was_kept_long_enough_is_deleted(app: TestApp) {
        let visitor = app.visitor();
        visitor.sign_and_confirm(&app, &anna()).await;
        visitor.sign_well(&anna()).await;
        visitor.sign_well(&Person::new("Bela Kovacs", "bela@example.org")).await;
        app.run_mail().await;
        let retention = app.app.tools.settings.retention.clone();
        app.advance(DAY * 7);
        let would = would_purge(&app.app.desk(), &retention).await.unwrap();
        let purged = purge(&app.app.desk(), &retention).await.unwrap();
        assert_eq!(would, purged);
        assert_eq!((purged.lapsed, purged.repeats, purged.networks), (1, 1, 0));
        app.advance(DAY * 24);
        let would = would_purge(&app.app.desk(), &retention).await.unwrap();
        let purged = purge(&app.app.desk(), &retention).await.unwrap();
        assert_eq!(would, purged);
        assert_eq!((purged.networks, purged.mails), (1, 3));
        assert_eq!(visitor.counted().await, 1);
        app.assert_no_drift().await;
    }
}
