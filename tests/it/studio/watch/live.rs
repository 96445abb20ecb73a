//! Figures that move by themselves, for as long as whoever watches may see them.

use std::time::Duration;

use futures_util::{Stream, StreamExt};
use postulo::actions::accounts::By;
use postulo::actions::accounts::disable::disable;
use postulo::domain::role::Role;

use super::PAGE;
use crate::support::{Backend, Member, Person, TestApp, on_both};

async fn watch(app: &TestApp, member: &Member, query: &str) -> reqwest::Response {
    let request = reqwest::Client::new().get(format!("{}{PAGE}/figures/live{query}", app.url));
    request.header("cookie", &member.cookie).send().await.unwrap()
}

type Chunks<'a> = &'a mut (dyn Stream<Item = reqwest::Result<bytes::Bytes>> + Unpin + Send);

/// Reads a stream of figures until something is told; what was told.
async fn told(stream: Chunks<'_>, what: &str) -> String {
    let mut text = String::new();
    while let Some(chunk) = stream.next().await {
        text.push_str(core::str::from_utf8(&chunk.unwrap()).unwrap());
        if text.contains(what) && text.ends_with("\n\n") {
            return text;
        }
    }
    panic!("the stream ended: {text}");
}

/// Reads a stream to its end.
async fn rest(stream: Chunks<'_>) -> String {
    let mut text = String::new();
    while let Some(chunk) = stream.next().await {
        text.push_str(core::str::from_utf8(&chunk.unwrap()).unwrap());
    }
    text
}

async fn confirm(app: &TestApp, n: usize) {
    app.visitor().sign_and_confirm(app, &Person::new("Anna Roy", &format!("a{n}@example.org"))).await;
}

on_both! {
    async fn figures_move_by_themselves_until_the_session_ends(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        let mut stream = watch(&app, &viewer, "").await.bytes_stream();
        assert!(told(&mut stream, "event: figures").await.contains("\"counted\":0,"));
        confirm(&app, 1).await;
        told(&mut stream, "\"counted\":1,").await;
        app.visitor().sign_well(&Person::new("Bela Roy", "bela@example.org")).await;
        app.advance(Duration::from_secs(3));
        told(&mut stream, "\"pending\":1,").await;
        viewer.post("/studio/logout", &[]).await.expect(303);
        confirm(&app, 2).await;
        assert_eq!(rest(&mut stream).await, "event: end\ndata: {}\n\n", "nothing is told after it has ended");
        let shut = watch(&app, &viewer, "").await;
        assert!(shut.url().path().ends_with("/studio/login"));
    }

    async fn whoever_is_shut_out_or_stays_away_sees_nothing_more(app: TestApp) {
        let ended = Member::log_in(&app, &app.account(Role::Viewer, "main").await).await;
        let there = Member::log_in(&app, &ended.email).await;
        let mut stream = watch(&app, &ended, "").await.bytes_stream();
        told(&mut stream, "event: figures").await;
        there.post("/studio/sessions/others/end", &[]).await.expect(303);
        confirm(&app, 1).await;
        assert_eq!(rest(&mut stream).await, "event: end\ndata: {}\n\n");

        let mut stream = watch(&app, &there, "").await.bytes_stream();
        told(&mut stream, "event: figures").await;
        disable(&app.app.desk(), app.account_id(&there.email).await, By::Program("test")).await.unwrap();
        confirm(&app, 2).await;
        assert_eq!(rest(&mut stream).await, "event: end\ndata: {}\n\n");

        // To watch is not to use a session: it ends as if nobody did.
        let away = app.member(Role::Viewer).await;
        let mut stream = watch(&app, &away, "").await.bytes_stream();
        told(&mut stream, "event: figures").await;
        app.advance(Duration::from_hours(12));
        confirm(&app, 3).await;
        assert_eq!(rest(&mut stream).await, "event: end\ndata: {}\n\n");
    }

    async fn charts_are_told_to_whoever_looks_at_them_as_the_page_would_show_them(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        confirm(&app, 1).await;
        let mut plain = watch(&app, &viewer, "").await.bytes_stream();
        let mut stream = watch(&app, &viewer, "?of=charts&period=day&with=before").await.bytes_stream();
        let first = told(&mut stream, "event: charts").await;
        for part in ["\"reached\":", "\"time\":", "\"parts\":", "The same time before", "<svg class=\\\"columns\\\""] {
            assert!(first.contains(part), "{part}: {first}");
        }
        let person = Person::new("Bela Roy", "bela@example.org").with("source", "poster");
        app.visitor().sign_and_confirm(&app, &person).await;
        app.advance(Duration::from_secs(5));
        let next = told(&mut stream, "poster").await;
        assert!(next.contains("event: charts") && !next.contains("Bela") && !next.contains("@example.org"));
        viewer.post("/studio/logout", &[]).await.expect(303);
        assert!(!rest(&mut plain).await.contains("event: charts"));
        // An address that asks for what there is not is told of the figures alone.
        let mut odd = watch(&app, &app.member(Role::Viewer).await, "?of=charts&period=own&from=x&to=y").await.bytes_stream();
        told(&mut odd, "event: figures").await;
    }
}

#[tokio::test]
async fn whoever_watches_on_one_node_sees_what_is_confirmed_on_another_and_is_logged_out_from_there() {
    let app = TestApp::start(Backend::Postgres).await;
    let beside = app.beside().await;
    let viewer = app.member(Role::Viewer).await;
    let mut stream = watch(&beside, &viewer, "?of=charts").await.bytes_stream();
    told(&mut stream, "\"counted\":0,").await;
    confirm(&app, 1).await;
    app.advance(Duration::from_secs(5));
    // What every node does each second.
    beside.app.refresh().await.unwrap();
    told(&mut stream, "\"counted\":1,").await;
    viewer.post("/studio/logout", &[]).await.expect(303);
    assert!(rest(&mut stream).await.ends_with("event: end\ndata: {}\n\n"));
    // A connection that broke is taken up where things stand, on any node.
    let again = app.member(Role::Viewer).await;
    for node in [&app, &beside] {
        told(&mut watch(node, &again, "").await.bytes_stream(), "\"counted\":1,").await;
    }
}
