use std::time::Duration;

use postulo::actions::switch_mail::switch_mail;
use postulo::settings::Settings;

use super::{Installation, until};
use crate::support::smtp::{Manner, Server};
use crate::support::{Backend, Build, Person, TestApp, Visitor};

const MINUTE: Duration = Duration::from_mins(1);

async fn with(server: &Server, backend: Backend, settings: fn(&mut Settings)) -> TestApp {
    TestApp::build(Build { backend, smtp: Some(server.address), settings, ..Build::default() }).await
}

#[tokio::test]
async fn confirmations_leave_before_older_mail_of_any_other_kind() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let server = Server::start(Manner::Takes).await;
        let app = with(&server, backend, |settings| settings.mail.concurrency = 1).await;
        let anna = Person::new("Anna Roy", "anna@example.org");
        app.visitor().sign_well(&anna).await;
        app.run_mail().await;
        app.visitor().post(&server.taken()[0].confirm_path(), &[]).await.expect(303);
        app.visitor().sign_well(&anna).await;
        app.visitor().sign_well(&Person::new("Carol Kovacs", "anna@example.org").at("US", "94103")).await;
        app.advance(MINUTE);
        for n in 0..3 {
            app.visitor().sign_well(&Person::new("Bela Roy", &format!("b{n}@example.org"))).await;
        }
        app.run_mail().await;
        let order: Vec<String> = server.taken_after(1).into_iter().map(|mail| mail.to).collect();
        assert_eq!(order.len(), 5);
        assert!(order[..3].iter().all(|to| to.starts_with('b')), "{order:?}");
        assert!(order[3..].iter().all(|to| to == "anna@example.org"), "{order:?}");
    }
}

#[tokio::test]
async fn one_domain_has_no_more_mails_at_once_than_it_may() {
    let server = Server::start(Manner::Takes).await;
    let app = with(&server, Backend::Sqlite, |settings| settings.mail.domain_concurrency = 2).await;
    for n in 0..24 {
        let domain = if n % 4 == 0 { "example.net" } else { "example.org" };
        app.visitor().sign_well(&Person::new("Anna Roy", &format!("a{n}@{domain}"))).await;
    }
    app.run_mail().await;
    assert_eq!((server.taken().len(), app.waiting().await), (24, 0));
    assert!((1..=2).contains(&server.most_to_one_domain()), "{}", server.most_to_one_domain());
}

#[tokio::test]
async fn one_domain_has_so_many_mails_a_minute_and_the_rest_wait() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let server = Server::start(Manner::Takes).await;
        let app = with(&server, backend, |settings| settings.limits.mails_per_domain = 3).await;
        for n in 0..8 {
            app.visitor().sign_well(&Person::new("Anna Roy", &format!("a{n}@example.org"))).await;
        }
        app.visitor().sign_well(&Person::new("Anna Roy", "a@example.net")).await;
        for sent in [4, 7, 9] {
            app.run_mail().await;
            app.run_mail().await;
            assert_eq!(server.taken().len(), sent);
            app.assert_no_lease().await;
            app.advance(MINUTE);
        }
        assert_eq!(app.waiting().await, 0);
    }
}

#[tokio::test]
async fn whoever_waits_is_told_how_long_mail_takes_and_that_it_is_held_up() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let app = TestApp::start(backend).await;
        let page = app.visitor().sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
        let french = page.replacen("/en/", "/fr/", 1);
        let shows = async |page: &str, words: &str| {
            app.app.refresh().await.unwrap();
            app.visitor().get(page).await.expect(200).body.contains(words)
        };
        app.advance(MINUTE);
        assert!(!shows(&page, "about").await);
        app.advance(MINUTE * 2);
        assert!(shows(&page, "email is taking about 3 minutes").await);
        assert!(shows(&french, "environ 3 minutes").await);
        switch_mail(&app.app.desk(), false, "test").await.unwrap();
        assert!(shows(&page, "Email is held up just now").await);
        assert!(shows(&french, "L’envoi des courriels est suspendu").await);
        app.run_mail().await;
        assert_eq!(app.waiting().await, 1, "nothing leaves meanwhile");
        switch_mail(&app.app.desk(), true, "test").await.unwrap();
        app.app.refresh().await.unwrap();
        app.run_mail().await;
        assert!(!shows(&page, "held up").await && !shows(&page, "email is taking").await);
        assert_eq!(app.waiting().await, 0);
    }
}

#[tokio::test]
async fn staff_stop_the_mail_look_at_it_and_have_it_tried_again_while_the_service_runs() {
    let sink = Server::start(Manner::KnowsNobody).await;
    let installation = Installation::new(None, sink.clone()).await;
    let service = installation.serve().await;
    let visitor = Visitor::new(&service.url);
    assert!(installation.run(&["mail", "pause"]).await.contains("the mail is stopped"));
    let code = "/en/campaigns/recognize-celil/check-email";
    until("the service stops its mail", async || visitor.get(code).await.body.contains("held up")).await;
    visitor.sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
    let shown = installation.run(&["mail", "show", "--list"]).await;
    assert!(shown.contains("is stopped") && shown.contains("confirmations 1 wait"), "{shown}");
    assert!(
        shown.contains("confirm ") && !shown.contains("anna") && !shown.contains("example.org"),
        "{shown}"
    );
    assert_eq!(sink.taken().len(), 0);
    assert!(installation.run(&["mail", "resume"]).await.contains("goes on"));
    until("the mail goes on", async || sink.taken().len() == 1).await;
    until("the page says so", async || !visitor.get(code).await.body.contains("held up")).await;

    visitor.sign_well(&Person::new("Bela Roy", "nobody@example.org")).await;
    until("one is refused", async || installation.run(&["mail", "show"]).await.contains("failed       1"))
        .await;
    sink.behave(Manner::Busy);
    visitor.sign_well(&Person::new("Carol Roy", "carol@example.org")).await;
    let tried = async || installation.run(&["mail", "show", "--list"]).await.contains("tried 1");
    until("one waits for another try", tried).await;
    sink.behave(Manner::Takes);
    let printed = installation.run(&["mail", "retry", "--failed"]).await;
    assert!(printed.contains("1 that waited and 1 that were refused"), "{printed}");
    until("both have left", async || sink.taken().len() == 3).await;
    assert!(service.terminate().await);
}
