use futures_util::StreamExt;
use postulo::actions::recount::recount;
use sea_orm::ConnectionTrait;

use crate::support::{Person, TestApp, on_both};

/// Reads events until `count` is told; fails where what comes is no tally.
pub async fn read_until(url: &str, count: i64) {
    let stream = reqwest::get(url).await.unwrap();
    read_until_told(stream, |tally| tally["signatures"]["counted"] == count).await;
}

/// Reads the events of a stream that has begun until one is as it is waited for.
pub async fn read_until_told(stream: reqwest::Response, is_awaited: impl Fn(&serde_json::Value) -> bool) {
    let mut stream = stream.bytes_stream();
    let mut text = String::new();
    while let Some(chunk) = stream.next().await {
        text.push_str(core::str::from_utf8(&chunk.unwrap()).unwrap());
        while let Some((event, rest)) = text.clone().split_once("\n\n") {
            text = rest.to_string();
            let Some(data) = event.strip_prefix("event: tally\ndata: ") else { continue };
            let tally: serde_json::Value = serde_json::from_str(data).unwrap();
            assert_eq!(tally["signatures"]["counted"], tally["signatures"]["online"]);
            if is_awaited(&tally) {
                return;
            }
        }
    }
    panic!("the stream ended");
}

on_both! {
    async fn watchers_see_the_count_at_once_and_when_it_moves(app: TestApp) {
        let url = format!("{}/campaigns/recognize-celil/live", app.url);
        read_until(&url, 0).await;
        let watching = tokio::spawn(async move { read_until(&url, 2).await });
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
        app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
        watching.await.unwrap();
    }

    async fn the_tally_has_the_published_shape(app: TestApp) {
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
        let tally = app.visitor().tally().await;
        let expected = serde_json::json!({
            "campaign": "recognize-celil", "as_of": "2026-11-22T10:00:00.000Z",
            "signatures": { "counted": 1, "online": 1, "paper": 0, "reported": 0 },
            "postcards": { "counted": 0, "online": 0, "paper": 0, "reported": 10000 },
            "organisations": 13, "professionals": 0,
            "next_milestone": 100, "delivered": { "signatures": 0, "postcards": 0 }
        });
        assert_eq!(tally, expected);
    }

    async fn the_parts_sum_to_the_whole_by_hour_country_and_region(app: TestApp) {
        let places = [("CA", "K1A 0A6"), ("CA", "H2X 1Y4"), ("CA", "?"), ("US", "94103"), ("FR", "75001")];
        for (at, (country, code)) in places.into_iter().enumerate() {
            let person = Person::new("Anna Roy", &format!("a{at}@example.org")).at(country, code);
            app.visitor().sign_and_confirm(&app, &person).await;
            app.advance(std::time::Duration::from_mins(30));
        }
        app.assert_no_drift().await;
        let parts = postulo::storage::tallies::list_parts(app.app.tools.db.read(), app.campaign_id()).await.unwrap();
        let part = |of: &str, name: &str| parts.iter().find(|(d, p, _)| d == of && p == name).map(|(_, _, n)| *n);
        assert_eq!(part("country", "CA"), Some(3));
        assert_eq!(part("region", "CA-QC"), Some(1));
        assert_eq!(part("region", "CA"), Some(1));
        assert_eq!(part("region", "US-CA"), Some(1));
        assert_eq!(part("hour", "2026-11-22T10"), Some(2));
    }

    async fn the_self_check_reports_a_count_that_was_tampered_with(app: TestApp) {
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
        app.assert_no_drift().await;
        let tx = app.app.tools.db.write().await.unwrap();
        tx.execute_unprepared("UPDATE tally SET online = 7").await.unwrap();
        tx.execute_unprepared("UPDATE tally_part SET counted = 2 WHERE dimension = 'country'").await.unwrap();
        tx.commit().await.unwrap();
        let drifts = recount(&app.app.desk(), app.campaign_id()).await.unwrap();
        let found: Vec<_> = drifts.iter().map(|drift| (drift.what.as_str(), drift.counted, drift.recounted)).collect();
        assert_eq!(found, [("country CA", 2, 1), ("online", 7, 1)]);
    }
}
