//! Watching a campaign: what the figures say, how they move, and that they are never of a person.

mod asking;
mod comparing;
mod live;
mod milestones;
mod plans;
mod seeing;
mod telling;

use std::time::Duration;

use postulo::actions::count_arrivals::count_arrivals;
use postulo::domain::lang::Lang;
use postulo::domain::moment::Moment;
use postulo::domain::role::Role;
use postulo::domain::signature::Counted;
use postulo::domain::tally::Change;
use postulo::storage::{arrivals, tallies};

use crate::support::{Person, TestApp, on_both};

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

/// Puts signatures on the count as if they had been confirmed at a moment, and has the service notice.
async fn count(app: &TestApp, campaign: i32, at: Moment, source: &str, n: usize) {
    let mut change = Change::default();
    for _ in 0..n {
        change.add(&Counted {
            confirmed_at: at,
            country: "CA".into(),
            region: "CA-ON".into(),
            riding: String::new(),
            lang: Lang::En,
            source: source.into(),
        });
    }
    let tx = app.app.tools.db.write().await.unwrap();
    tallies::apply(&*tx, campaign, &change, app.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    app.app.refresh().await.unwrap();
    app.advance(Duration::from_secs(5));
}

/// Another campaign of the same organisation, half written.
async fn another(app: &TestApp) -> i32 {
    let organiser = app.member(Role::Organiser).await;
    let fields = [("title", "Keep the library"), ("language", "en")];
    organiser.post("/studio/campaigns/new", &fields).await.expect(303);
    app.app.hub.campaign_or_draft("keep-the-library").unwrap().id
}

on_both! {
    async fn the_page_tells_how_a_campaign_stands_and_of_nobody(app: TestApp) {
        let viewer = app.member(Role::Viewer).await;
        let empty = viewer.get(PAGE).await.expect(200).body;
        assert!(empty.contains("Nothing was confirmed in this time.") && empty.contains("Not at this tempo"));
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
