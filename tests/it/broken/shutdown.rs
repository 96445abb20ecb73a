use std::time::{Duration, Instant};

use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;

use super::{Installation, Surge, client, post, until};
use crate::support::smtp::{Manner, Server};
use crate::support::{CAMPAIGN, Visitor};

/// Somebody who watches the count, and a client that is connected and says nothing.
async fn guests(url: &str) -> (reqwest::Response, TcpStream) {
    let watching = reqwest::get(format!("{url}/campaigns/recognize-celil/live")).await.unwrap();
    assert_eq!(watching.status(), 200);
    (watching, TcpStream::connect(url.strip_prefix("http://").unwrap()).await.unwrap())
}

#[tokio::test]
async fn a_service_told_to_end_in_a_surge_drains_and_drops_nobody() {
    let installation =
        Installation::new(None, Server::start(Manner::Takes).await).await.with("POSTULO_HTTP__DRAIN", "1");
    let service = installation.serve().await;
    let (watching, mut idle) = guests(&service.url).await;
    let surge = Surge::begin(&service.url, &installation.sink);
    surge.has_confirmed(20).await;
    let asked = Instant::now();
    service.ask_to_end().await;
    let visitor = Visitor::new(&service.url);
    until("it is no longer ready", async || visitor.get("/readyz").await.status == 503).await;
    // A load balancer turns away now. Until it has, whoever comes is served, and asked to come to another next time.
    let late =
        [("name", "Late Roy"), ("email", "late@example.org"), ("country", "CA"), ("postal_code", "K1A 0A6")];
    let answer = post(&client(), &service.url, &format!("{CAMPAIGN}/sign"), &late).await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.headers()["connection"].to_str().unwrap()), (303, "close"));
    let mut seen = surge.end().await;
    assert_eq!(seen.unanswered, 0, "every request has an answer");
    seen.acknowledged.push("late@example.org".into());
    assert!(service.ended().await);
    assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
    assert!(!watching.text().await.unwrap().is_empty(), "the stream has ended");
    assert_eq!(idle.read(&mut [0; 1]).await.unwrap_or(0), 0);
    installation.assert_whole(&seen).await;
}

#[tokio::test]
async fn a_service_told_to_end_at_once_stores_what_it_acknowledged() {
    let installation = Installation::new(None, Server::start(Manner::Takes).await).await;
    let service = installation.serve().await;
    let _guests = guests(&service.url).await;
    let surge = Surge::begin(&service.url, &installation.sink);
    surge.has_confirmed(20).await;
    let asked = Instant::now();
    assert!(service.terminate().await);
    assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
    let seen = surge.end().await;
    installation.assert_whole(&seen).await;
    // What it did not send any more, the next one does.
    let service = installation.serve().await;
    let tools = installation.tools(postulo::clock::Clock::System.now()).await;
    let left = async || postulo::storage::queue::count_queued(tools.db.read()).await.unwrap();
    until("the mail goes on", async || left().await == 0).await;
    assert!(service.terminate().await);
    installation.assert_mailed().await;
}
