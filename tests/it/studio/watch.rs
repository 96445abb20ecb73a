//! Watching a campaign: what the figures say, how they move, and that they are never of a person.

use std::time::Duration;

use futures_util::StreamExt;
use postulo::actions::count_arrivals::count_arrivals;
use postulo::domain::role::Role;
use postulo::storage::arrivals;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::support::{Build, Member, Person, TestApp, on_both};

const PAGE: &str = "/studio/campaigns/recognize-celil";

fn figure<'a>(page: &'a str, name: &str) -> &'a str {
    let rest = page.split(&format!("data-figure=\"{name}\">")).nth(1).expect(name);
    rest.split('<').next().unwrap()
}

async fn sign(app: &TestApp, count: usize, source: &str) {
    for n in 0..count {
        let person = Person::new("Anna Roy", &format!("{source}{n}@example.org")).with("source", source);
        app.visitor().sign_and_confirm(app, &person).await;
    }
}

/// Reads a stream of figures until something is told; what was told.
async fn told(
    stream: &mut (impl StreamExt<Item = reqwest::Result<bytes::Bytes>> + Unpin),
    what: &str,
) -> String {
    let mut text = String::new();
    while let Some(chunk) = stream.next().await {
        text.push_str(core::str::from_utf8(&chunk.unwrap()).unwrap());
        if text.contains(what) {
            return text;
        }
    }
    panic!("the stream ended: {text}");
}

async fn watch(app: &TestApp, member: &Member) -> reqwest::Response {
    let request = reqwest::Client::new().get(format!("{}{PAGE}/figures/live", app.url));
    request.header("cookie", &member.cookie).send().await.unwrap()
}

on_both! {
    async fn the_page_tells_how_a_campaign_stands_and_of_nobody(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        let empty = viewer.get(PAGE).await.expect(200).body;
        assert!(empty.contains("Nothing was confirmed in this time.") && empty.contains("nobody can tell"));
        sign(&app, 6, "newsletter").await;
        app.visitor().sign_well(&Person::new("Bela Roy", "bela@example.org")).await;
        app.advance(Duration::from_secs(3));
        count_arrivals(&app.app.desk(), app.campaign_id()).await.unwrap();
        for query in ["", "?period=day", "?period=week", "?period=month&with=before", "?period=all", "?from=2026-11-22&to=2026-11-22"] {
            let page = viewer.get(&format!("{PAGE}{query}")).await.expect(200).body;
            let figures = ["counted", "day", "pending", "bounced", "queued"].map(|name| figure(&page, name));
            assert_eq!(figures, ["6", "6", "1", "0", "1"], "{query}");
            assert!(page.contains("<dd>85%</dd>"), "six of seven forms were confirmed: {query}");
            assert!(page.contains("newsletter") && page.contains("Ontario") && page.contains("if it goes on like this"));
            assert!(!page.contains("Anna") && !page.contains("@example.org"));
        }
        let french = viewer.reading("fr").get(PAGE).await.expect(200).body;
        assert!(french.contains("Provenance"));
    }

    async fn days_that_are_none_are_refused_and_what_was_typed_is_kept(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        for (from, to) in [("2026-11-22", "2026-11-20"), ("soon", "2026-11-22"), ("1900-01-01", "2026-11-22"), ("2026-11-22", "9999-12-31"), ("", "")] {
            let page = viewer.get(&format!("{PAGE}?period=own&from={from}&to={to}")).await.expect(422).body;
            assert!(page.contains(&format!("value=\"{from}\"")) && page.contains("Choose two days"));
        }
        viewer.get(&format!("{PAGE}?with=%22%3E%3Cscript%3E")).await.expect(200);
    }

    async fn every_table_can_be_taken_away_and_none_runs(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        sign(&app, 2, "qr").await;
        let file = viewer.get(&format!("{PAGE}/figures.csv?of=source")).await.expect(200);
        assert!(file.header("content-type").starts_with("text/csv"));
        assert!(file.body.ends_with("source,name,counted\r\nqr,qr,2\r\n"), "{}", file.body);
        let time = viewer.get(&format!("{PAGE}/figures.csv?of=time&period=day&with=before")).await.expect(200).body;
        assert_eq!(time.lines().count(), 25);
        assert!(time.lines().last().unwrap().ends_with(",2,0,0"));
        viewer.get(&format!("{PAGE}/figures.csv?of=time&period=own")).await.expect(400);
        viewer.get(&format!("{PAGE}/figures.csv?of=hour")).await.expect(404);
    }

    async fn figures_move_by_themselves_until_the_session_ends(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        let mut stream = watch(&app, &viewer).await.bytes_stream();
        assert!(told(&mut stream, "\n\n").await.contains("\"counted\":0,"));
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
        told(&mut stream, "\"counted\":1,").await;
        app.visitor().sign_well(&Person::new("Bela Roy", "bela@example.org")).await;
        app.advance(Duration::from_secs(3));
        told(&mut stream, "\"pending\":1,").await;
        viewer.post("/studio/logout", &[]).await.expect(303);
        told(&mut stream, "event: end").await;
        assert!(stream.next().await.is_none());
        let shut = watch(&app, &viewer).await;
        assert!(shut.url().path().ends_with("/studio/login"));
    }

    async fn forms_are_counted_by_the_hour_once_each(app: TestApp) {
        let counted = async || arrivals::list(app.app.tools.db.read(), app.campaign_id()).await.unwrap();
        for round in 0..2 {
            sign(&app, 2, &format!("s{round}")).await;
            for _ in 0..2 {
                count_arrivals(&app.app.desk(), app.campaign_id()).await.unwrap();
            }
            app.advance(Duration::from_hours(1));
        }
        let mut hours = counted().await;
        hours.sort();
        assert_eq!(hours, [("2026-11-22T10".to_owned(), 2), ("2026-11-22T11".to_owned(), 2)]);
        // Hours long past are not gone through again.
        app.advance(Duration::from_hours(5));
        sign(&app, 1, "late").await;
        count_arrivals(&app.app.desk(), app.campaign_id()).await.unwrap();
        assert_eq!(counted().await.iter().map(|(_, n)| n).sum::<i64>(), 5);
    }
}

#[tokio::test]
async fn the_wall_has_the_count_the_way_to_sign_and_nobodys_name() {
    let app = TestApp::build(Build::default()).await;
    let viewer = app.member(Role::Viewer).await;
    sign(&app, 1, "qr").await;
    app.advance(Duration::from_secs(3));
    for (lang, words) in [("en", "Sign here"), ("fr", "Signez ici")] {
        let page = viewer.clone().reading(lang).get(&format!("{PAGE}/wall")).await.expect(200).body;
        assert_eq!((figure(&page, "counted"), figure(&page, "day")), ("1", "1"));
        assert!(page.contains(words) && page.contains("<svg class=\"qr\""));
        assert!(page.contains(&format!("/{lang}/campaigns/recognize-celil</p>")) && !page.contains("Anna"));
    }
}

#[tokio::test]
async fn nobody_goes_through_the_signatures_for_the_figures() {
    let app = TestApp::build(Build::default()).await;
    for (sql, index) in [
        ("SELECT COUNT(*) FROM signature WHERE campaign_id = 1 AND bounced_at > 0", "signature_bounced"),
        ("SELECT COUNT(*) FROM outbox WHERE +campaign_id = 1 AND state = 'queued'", "outbox_due"),
        (
            "SELECT COUNT(*) FROM signature WHERE +campaign_id = 1 AND state = 'pending' AND bounced_at IS NULL",
            "signature_pending",
        ),
    ] {
        let plan = Statement::from_string(DbBackend::Sqlite, format!("EXPLAIN QUERY PLAN {sql}"));
        let rows = app.app.tools.db.read().query_all_raw(plan).await.unwrap();
        let plan: Vec<String> = rows.iter().map(|row| row.try_get("", "detail").unwrap()).collect();
        assert!(plan.iter().all(|step| step.contains(index)), "{plan:?}");
    }
}
