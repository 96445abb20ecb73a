use std::collections::BTreeSet;

use reqwest::Method;

use super::{Installation, until};
use crate::support::smtp::{Manner, Server};
use crate::support::{Build, CAMPAIGN, Person, TestApp, Visitor};

const ID: &str = "x-request-id";

#[tokio::test]
async fn every_answer_has_an_id_that_only_a_trusted_proxy_may_give() {
    let app = TestApp::build(Build::default()).await;
    let visitor = app.visitor();
    let ask = async |given: &str| {
        visitor.send(Method::GET, CAMPAIGN, &[(ID, given)], Vec::new()).await.header(ID).to_owned()
    };
    assert_eq!(ask("abc-123").await, "abc-123");
    for unsound in ["", "a b", "a;b", &"a".repeat(65)] {
        let id = ask(unsound).await;
        assert!(id.len() == 16 && id != unsound, "{id}");
    }
    let mut ids = BTreeSet::new();
    for path in ["/", "/en/", "/nowhere", "/healthz", "/readyz", "/campaigns/recognize-celil/tally.json"] {
        assert!(ids.insert(visitor.get(path).await.header(ID).to_owned()), "{path}");
    }
    assert!(ids.insert(visitor.sign(&Person::new("", "")).await.expect(422).header(ID).to_owned()));
    assert!(ids.insert(visitor.post("/en/privacy", &[]).await.expect(405).header(ID).to_owned()));
    assert!(ids.iter().all(|id| id.len() == 16));
    let alone = |settings: &mut postulo::settings::Settings| settings.http.trusted_proxies.clear();
    let app = TestApp::build(Build { settings: alone, ..Build::default() }).await;
    let reply = app.visitor().send(Method::GET, CAMPAIGN, &[(ID, "abc-123")], Vec::new()).await;
    assert_ne!(reply.header(ID), "abc-123");
}

/// A whole journey, and what the log of the real program says of it where it says most.
#[tokio::test]
async fn the_log_has_the_request_and_nothing_of_the_person() {
    let sink = Server::start(Manner::Takes).await;
    let installation = Installation::new(None, sink.clone())
        .await
        .with("POSTULO_LOG__FILTER", "debug")
        .with("POSTULO_LOG__FORMAT", "json");
    let service = installation.serve().await;
    let visitor = Visitor::new(&service.url).on_network("203.0.113.77");
    let person = Person::new("Wilhelmina Quux", "wilhelmina@quux.example").at("CA", "H2X 1Y4");
    let person = person.with("comment", "Sesquipedalian").with("city", "Xanadu");
    let waiting = visitor.sign_well(&person).await;
    visitor.post(&waiting, &[("code", "000000")]).await;
    visitor.post(&waiting.replace("/check-email?", "/check-email/resend?"), &[]).await.expect(303);
    until("the mails come", async || sink.taken().len() == 2).await;
    let mail = sink.taken().remove(0);
    visitor.get(&mail.confirm_path()).await.expect(200);
    visitor.post(&mail.confirm_path(), &[]).await.expect(303);
    visitor.get(&mail.mine_path()).await.expect(200);
    visitor.get(&format!("{}/data", mail.mine_path())).await.expect(200);
    let message =
        [("name", "Wilhelmina Quux"), ("email", "wilhelmina@quux.example"), ("message", "Sesquipedalian")];
    visitor.post(&format!("{CAMPAIGN}/contact"), &message).await.expect(303);
    sink.behave(Manner::Refuses);
    let other = Person::new("Wilhelmina Quux", "other@quux.example").at("CA", "H2X 1Y4");
    visitor.sign_well(&other).await;
    until("one is refused", async || installation.run(&["mail", "show"]).await.contains("failed")).await;
    visitor.post(&format!("{}/erasure", mail.mine_path()), &[]).await.expect(200);
    let last = visitor.send(Method::GET, "/en/privacy", &[(ID, "the-last-one")], Vec::new()).await;
    assert_eq!(last.header(ID), "the-last-one");
    let log = service.log.clone();
    assert!(service.terminate().await);
    until("all is logged", async || log.lock().unwrap().contains("everything that was begun")).await;

    let log = log.lock().unwrap().clone();
    let confirm = mail.confirm_path();
    let mine = mail.mine_path();
    let tokens = [
        confirm.rsplit('/').next().unwrap(),
        mine.rsplit('/').next().unwrap(),
        waiting.split("waiting=").nth(1).unwrap(),
    ];
    let code = mail.code();
    for secret in ["Wilhelmina", "Quux", "quux", "H2X", "1Y4", "Xanadu", "Sesqui", "203.0.113.77"] {
        assert!(!log.contains(secret), "{secret} in the log");
    }
    for token in tokens {
        assert!(!log.contains(token), "a token in the log");
    }
    assert!(!log.contains(&format!("\"{code}\"")), "a code in the log");
    let lines: Vec<serde_json::Value> =
        log.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    let asked = |line: &&serde_json::Value| line["span"]["id"] == "the-last-one";
    let line = lines.iter().find(asked).expect("the request is in the log");
    assert_eq!(line["fields"]["route"], "/{lang}/privacy");
    assert_eq!(line["fields"]["status"], 200);
}
