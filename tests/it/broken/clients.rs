//! Clients that are slow, idle or too many.

use std::time::Duration;

use postulo::settings::Settings;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::Command;
use tokio::task::JoinSet;

use super::{Installation, until};
use crate::support::smtp::{Manner, Server};
use crate::support::{Build, CAMPAIGN, Person, TestApp, Visitor};

async fn connect(url: &str) -> TcpStream {
    TcpStream::connect(url.strip_prefix("http://").unwrap()).await.unwrap()
}

/// Sends a byte at a time until the other side has had enough, and returns what it said.
async fn trickle(url: &str, begin: &str) -> String {
    let (mut reader, mut writer) = connect(url).await.into_split();
    writer.write_all(begin.as_bytes()).await.unwrap();
    let dripping = tokio::spawn(async move {
        let mut drops = tokio::time::interval(Duration::from_millis(100));
        loop {
            drops.tick().await;
            if writer.write_all(b"x").await.is_err() {
                return;
            }
        }
    });
    let mut said = Vec::new();
    let mut some = [0; 1024];
    let reading = async {
        while let Ok(count @ 1..) = reader.read(&mut some).await {
            said.extend_from_slice(&some[..count]);
        }
    };
    tokio::time::timeout(super::DEADLINE, reading).await.expect("it is closed");
    dripping.abort();
    String::from_utf8_lossy(&said).into_owned()
}

#[tokio::test]
async fn a_client_that_sends_one_byte_at_a_time_is_shown_out_and_others_are_served() {
    let settings = |settings: &mut Settings| {
        settings.http.idle_timeout = 1;
        settings.http.body_timeout = 1;
    };
    let app = TestApp::build(Build { settings, ..Build::default() }).await;
    let heads: Vec<_> = (0..20)
        .map(|_| {
            let url = app.url.clone();
            tokio::spawn(async move { trickle(&url, "GET / HTTP/1.1\r\nHost: postulo\r\nX-Slow: ").await })
        })
        .collect();
    let post = format!(
        "POST {CAMPAIGN}/sign HTTP/1.1\r\nHost: postulo\r\nContent-Length: 1000\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nname="
    );
    let url = app.url.clone();
    let body = tokio::spawn(async move { trickle(&url, &post).await });
    app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
    app.visitor().get(CAMPAIGN).await.expect(200);
    for head in heads {
        let said = head.await.unwrap();
        assert!(said.is_empty() || said.starts_with("HTTP/1.1 408"), "{said}");
    }
    let said = body.await.unwrap();
    assert!(said.starts_with("HTTP/1.1 408"), "{said}");
    until("they are gone", async || app.app.metrics.connections.get() <= 3).await;
    app.assert_no_drift().await;
    assert!(app.is_ready().await);
}

/// Raises the number of files a process may open; returns what it is then.
async fn may_open(process: u32, files: u64) -> u64 {
    let wish = format!("--nofile={files}:{files}");
    let raised = Command::new("prlimit").args(["--pid", &process.to_string(), &wish]).output().await;
    let limits = std::fs::read_to_string(format!("/proc/{process}/limits")).unwrap();
    let line = limits.lines().find(|line| line.starts_with("Max open files")).unwrap();
    let most = line.split_whitespace().nth(3).unwrap().parse().unwrap();
    if most < files {
        eprintln!("only {most} files may be open here: {raised:?}");
    }
    most
}

#[tokio::test]
async fn ten_thousand_idle_connections_cost_nobody_anything() {
    let metrics = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let installation = Installation::new(None, Server::start(Manner::Takes).await)
        .await
        .with("POSTULO_METRICS__BIND", &metrics);
    let service = installation.serve().await;
    let ours = may_open(std::process::id(), 20_000).await;
    let theirs = may_open(service.id(), 20_000).await;
    let idle = 10_000.min(ours.min(theirs).saturating_sub(1_000));
    let mut connecting = JoinSet::new();
    let mut open = Vec::new();
    for _ in 0..idle {
        let url = service.url.clone();
        connecting.spawn(async move { connect(&url).await });
        if connecting.len() >= 500 {
            open.push(connecting.join_next().await.unwrap().unwrap());
        }
    }
    open.extend(connecting.join_all().await);
    let figures = Visitor::new(&format!("http://{metrics}"));
    until("all are let in", async || {
        let text = figures.get("/metrics").await.body;
        let line = text.lines().find_map(|line| line.strip_prefix("postulo_connections ")).unwrap();
        line.parse::<u64>().unwrap() >= idle
    })
    .await;
    let visitor = Visitor::new(&service.url);
    let patience = Duration::from_secs(5);
    let served = async {
        visitor.get(CAMPAIGN).await.expect(200);
        visitor.sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
        visitor.get("/readyz").await.expect(200);
    };
    tokio::time::timeout(patience, served).await.expect("an answer at once");
    drop(open);
    until("the mail leaves", async || installation.sink.taken().len() == 1).await;
    assert!(service.terminate().await);
}

#[tokio::test]
async fn one_network_has_so_many_connections_and_a_trusted_proxy_as_many_as_it_likes() {
    let few = |settings: &mut Settings| {
        settings.http.connections_per_network = 3;
        settings.http.trusted_proxies.clear();
    };
    let app = TestApp::build(Build { settings: few, ..Build::default() }).await;
    let mut open = Vec::new();
    for _ in 0..3 {
        open.push(connect(&app.url).await);
    }
    until("three are in", async || app.app.metrics.connections.get() == 3).await;
    let mut fourth = connect(&app.url).await;
    assert!(matches!(fourth.read(&mut [0; 1]).await, Ok(0) | Err(_)), "one too many is closed");
    assert_eq!(app.app.metrics.refused_connections.get(), 1);
    drop(open);
    until("they have left", async || app.app.metrics.connections.get() == 0).await;
    app.visitor().get(CAMPAIGN).await.expect(200);

    let proxied = |settings: &mut Settings| settings.http.connections_per_network = 3;
    let app = TestApp::build(Build { settings: proxied, ..Build::default() }).await;
    let mut open = Vec::new();
    for _ in 0..20 {
        open.push(connect(&app.url).await);
    }
    until("all are in", async || app.app.metrics.connections.get() == 20).await;
    app.visitor().get(CAMPAIGN).await.expect(200);
}

#[tokio::test]
async fn past_the_most_connections_the_next_waits_and_is_served() {
    let app =
        TestApp::build(Build { settings: |settings| settings.http.max_connections = 2, ..Build::default() })
            .await;
    let first = connect(&app.url).await;
    let _second = connect(&app.url).await;
    until("two are in", async || app.app.metrics.connections.get() == 2).await;
    let mut third = connect(&app.url).await;
    third.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await.unwrap();
    let mut said = String::new();
    let early = tokio::time::timeout(Duration::from_millis(100), third.read_u8()).await;
    assert!(early.is_err(), "it waits");
    drop(first);
    third.read_to_string(&mut said).await.unwrap();
    assert!(said.starts_with("HTTP/1.1 200"), "{said}");
}
