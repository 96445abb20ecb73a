use futures_util::StreamExt;
use postulo::jobs;
use postulo::storage::notices::Notices;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::crowd::Hand;
use super::fleet::{Fleet, figure};
use super::{until, within};
use crate::support::{Backend, Person, TestApp};

/// Follows the live count of a node; it holds what was told last.
async fn watch(url: &str) -> watch::Receiver<i64> {
    let answer = reqwest::get(format!("{url}/campaigns/recognize-celil/live")).await.unwrap();
    let mut stream = answer.bytes_stream();
    let (told, watcher) = watch::channel(-1);
    tokio::spawn(async move {
        let mut text = String::new();
        while let Some(Ok(chunk)) = stream.next().await {
            text.push_str(core::str::from_utf8(&chunk).unwrap());
            while let Some((event, rest)) = text.clone().split_once("\n\n") {
                text = rest.to_string();
                let Some(data) = event.strip_prefix("event: tally\ndata: ") else { continue };
                let tally: serde_json::Value = serde_json::from_str(data).unwrap();
                told.send_replace(tally["signatures"]["counted"].as_i64().unwrap());
            }
        }
    });
    watcher
}

async fn sees(watcher: &mut watch::Receiver<i64>, count: i64) {
    within(10, &format!("{count} is told"), watcher.wait_for(|told| *told == count)).await.unwrap();
}

#[tokio::test]
async fn a_count_reaches_the_watchers_of_every_node_within_a_second() {
    let fleet = Fleet::start(&[]).await;
    let mut watchers = Vec::new();
    for url in fleet.urls() {
        watchers.push(watch(&url).await);
    }
    let hand = Hand::new(fleet.urls(), fleet.vault());
    for count in 1..=6 {
        let id =
            hand.sign("Anna Roy", &format!("a{count}@example.org"), "K1A 0A6", "10.0.0.1").await.unwrap();
        hand.confirm(1, id).await.unwrap();
        let confirmed = Instant::now();
        for watcher in &mut watchers {
            sees(watcher, count).await;
        }
        let took = confirmed.elapsed();
        assert!(took < Duration::from_secs(1), "the {count}. took {took:?}");
    }
}

/// None of these reads the counts once a second, so that only notices can tell them.
#[tokio::test]
async fn a_node_hears_what_another_counts_without_asking() {
    let first = TestApp::start(Backend::Postgres).await;
    let second = first.beside().await;
    let third = first.beside().await;
    let stop = CancellationToken::new();
    for node in [&second, &third] {
        tokio::spawn(jobs::follow(node.app.clone(), stop.clone()));
    }
    let listening = "SELECT count(*) FROM pg_stat_activity \
        WHERE datname = current_database() AND query LIKE 'LISTEN%'";
    let db = first.app.tools.db.read();
    until("both listen", async || figure(db, listening).await == 2).await;
    let mut watchers = [watch(&second.url).await, watch(&third.url).await];
    for count in 1..=3 {
        let person = Person::new("Anna Roy", &format!("a{count}@example.org"));
        first.visitor().sign_and_confirm(&first, &person).await;
        for watcher in &mut watchers {
            sees(watcher, count).await;
        }
    }
    stop.cancel();
}

#[tokio::test]
async fn one_notice_is_sent_for_each_commit_that_moves_the_count() {
    let app = TestApp::start(Backend::Postgres).await;
    let mut notices = Notices::listen(&app.app.tools.db).await.unwrap();
    let people: Vec<_> = (0..30).map(|n| Person::new("Anna Roy", &format!("a{n}@example.org"))).collect();
    for person in &people {
        app.visitor().sign_well(person).await;
    }
    let mails = app.mails().await;
    let presses =
        mails.iter().map(async |mail| app.visitor().post(&mail.confirm_path(), &[]).await.expect(303));
    futures_util::future::join_all(presses).await;
    let mut heard = 0;
    loop {
        let counts = within(10, "another notice", notices.next()).await.unwrap();
        assert_eq!(counts.len(), 1);
        heard += 1;
        assert_eq!(counts[0].revision, heard, "one for each commit, in their order");
        if counts[0].online == 30 {
            break;
        }
    }
    assert!(heard < 30, "those who confirm at once share a commit");
}
