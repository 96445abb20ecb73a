use super::{Installation, until};
use crate::operating::METRICS;
use crate::support::smtp::{Manner, Server};
use crate::support::{Person, Visitor};

#[tokio::test]
async fn an_operator_finds_every_figure_and_nobody() {
    let metrics = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let sink = Server::start(Manner::Takes).await;
    let installation = Installation::new(None, sink.clone())
        .await
        .with("POSTULO_METRICS__BIND", &metrics)
        .with("POSTULO_LIMITS__CODE_BURST", "1")
        .with("POSTULO_INTAKE__PATIENCE", "1");
    let service = installation.serve().await;
    let visitor = Visitor::new(&service.url);
    let waiting = visitor.sign_well(&Person::new("Wilhelmina Quux", "wilhelmina@quux.example")).await;
    visitor.post(&waiting, &[("code", "x1")]).await.expect(422);
    visitor.post(&waiting, &[("code", "x1")]).await.expect(429);
    until("the mail comes", async || sink.taken().len() == 1).await;
    let mail = sink.taken().remove(0);
    visitor.post(&mail.confirm_path(), &[]).await.expect(303);
    let watching = reqwest::get(format!("{}/campaigns/recognize-celil/live", service.url)).await.unwrap();
    sink.behave(Manner::Busy);
    visitor.sign_well(&Person::new("Bela Roy", "bela@quux.example")).await;
    let tools = installation.tools(postulo::clock::Clock::System.now()).await;
    let tx = tools.db.write().await.unwrap();
    visitor.sign(&Person::new("Carol Roy", "carol@quux.example")).await.expect(503);
    drop(tx);
    let figures = Visitor::new(&format!("http://{metrics}"));
    let has = async |line: &str| figures.get("/metrics").await.body.lines().any(|known| known == line);
    for line in [
        "postulo_signed_total{campaign=\"recognize-celil\"} 2",
        "postulo_confirmed_total{campaign=\"recognize-celil\"} 1",
        "postulo_signatures{campaign=\"recognize-celil\"} 1",
        "postulo_defence_state{campaign=\"recognize-celil\",state=\"calm\"} 1",
        "postulo_defence_state{campaign=\"recognize-celil\",state=\"always\"} 0",
        "postulo_intake_shed_total{reason=\"unavailable\"} 1",
        "postulo_limited_total{limit=\"code\"} 1",
        "postulo_mail_ended_total{end=\"sent\"} 1",
        "postulo_mail_queued{lane=\"confirmations\"} 1",
        "postulo_mail_queued{lane=\"others\"} 0",
        "postulo_mail_oldest_seconds{lane=\"others\"} 0",
        "postulo_mail_paused 0",
        "postulo_database_up 1",
        "postulo_watchers 1",
        "postulo_panics_total 0",
        "postulo_connections_refused_total 0",
        "postulo_intake_queue 0",
        "# EOF",
    ] {
        until(line, async || has(line).await).await;
    }
    until("a mail is put off", async || !has("postulo_mail_retried_total 0").await).await;
    let text = figures.get("/metrics").await.body;
    for (name, kind) in [
        ("build_info", "gauge"),
        ("http_requests", "counter"),
        ("http_request_seconds", "histogram"),
        ("intake_group_size", "histogram"),
        ("intake_commit_seconds", "histogram"),
        ("database_wait_seconds", "histogram"),
        ("connections", "gauge"),
        ("mail_oldest_seconds", "gauge"),
        ("drift", "gauge"),
    ] {
        assert!(text.contains(&format!("# TYPE postulo_{name} {kind}\n")), "{name} {kind}\n{text}");
    }
    for name in METRICS.into_iter().filter(|name| *name != "up") {
        let series = name.strip_suffix("_total").unwrap_or(name);
        assert!(text.contains(&format!("# TYPE {series} ")), "{name} is promised and not measured");
    }
    assert!(installation.run(&["defence", "set", "recognize-celil", "always"]).await.contains("always"));
    until("the form asks", async || {
        has("postulo_defence_state{campaign=\"recognize-celil\",state=\"always\"} 1").await
    })
    .await;
    assert!(has("postulo_defence_state{campaign=\"recognize-celil\",state=\"calm\"} 0").await);
    let version = env!("CARGO_PKG_VERSION");
    assert!(text.contains(&format!("postulo_build_info{{version=\"{version}\"}} 1")));
    let token = mail.confirm_path().rsplit('/').next().unwrap().to_owned();
    for secret in ["Wilhelmina", "Quux", "quux", "bela", "K1A", &*token, "127.0.0.1"] {
        assert!(!text.contains(secret), "{secret}");
    }
    drop(watching);
    until("nobody watches", async || has("postulo_watchers 0").await).await;
    assert!(service.terminate().await);
    assert!(installation.run(&["recount"]).await.contains("no drift"));
}
