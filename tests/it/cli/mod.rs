use std::os::unix::fs::PermissionsExt;

use postulo::cli::DEMO_CONTENT;
use tempfile::TempDir;

use crate::support::process::{Process, run};
use crate::support::{Mail, Person, Visitor};

fn file(folder: &TempDir, name: &str, text: &str) -> String {
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The newest mail in the folder, once there are `count`.
async fn mail(folder: &TempDir, count: usize) -> Mail {
    loop {
        let entries = std::fs::read_dir(folder.path().join("outbox")).unwrap();
        let mut mails: Vec<_> = entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        if mails.len() >= count {
            mails.sort();
            return Mail::parse(&std::fs::read(mails.last().unwrap()).unwrap());
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_content_file_is_checked_and_every_fault_named() {
    let folder = TempDir::new().unwrap();
    let sound = file(&folder, "sound.toml", DEMO_CONTENT);
    assert!(run(folder.path(), &["campaign", "check", &sound]).await.0);
    let faulty = DEMO_CONTENT
        .replace("slug = \"recognize-celil\"", "slug = \"Recognize Celil\"")
        .replace(
            "title = { en = \"Recognize Huseyin Celil as a Canadian citizen\", fr =",
            "title = { en = \"\", fr =",
        )
        .replace("contact = \"organisers@example.org\"", "contact = \"nobody\"");
    let (well, printed) =
        run(folder.path(), &["campaign", "check", &file(&folder, "faulty.toml", &faulty)]).await;
    assert!(!well);
    for fault in ["slug:", "title.en: missing", "contact:"] {
        assert!(printed.contains(fault), "{printed}");
    }
    let (well, printed) =
        run(folder.path(), &["campaign", "load", &file(&folder, "no.toml", "slug = 1")]).await;
    assert!(!well && printed.contains("slug"), "{printed}");
}

#[tokio::test]
async fn an_unknown_setting_stops_the_start_and_is_named() {
    let folder = TempDir::new().unwrap();
    let mut command = crate::support::process::postulo(folder.path());
    let output = command.arg("recount").env("POSTULO_HTTP__BLIND", "x").output().await.unwrap();
    let printed = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && printed.contains("POSTULO_HTTP__BLIND"), "{printed}");
    let config = file(&folder, "postulo.toml", "[http]\ncolour = 1\n");
    let (well, printed) = run(folder.path(), &["recount", "--config", &config]).await;
    assert!(!well && printed.contains("http.colour"), "{printed}");
}

#[tokio::test]
async fn an_operator_loads_reviews_recounts_and_rotates_the_key() {
    let folder = TempDir::new().unwrap();
    let content = file(&folder, "campaign.toml", DEMO_CONTENT);
    let service =
        Process::serve(folder.path(), &[("POSTULO_HTTP__PUBLIC_URL", "http://localhost:3000")]).await;
    let visitor = Visitor::new(&service.url);
    assert!(run(folder.path(), &["campaign", "load", &content]).await.0);
    // The running service notices by itself.
    while visitor.get("/en/campaigns/recognize-celil").await.status.as_u16() != 200 {
        tokio::task::yield_now().await;
    }
    visitor.sign_well(&Person::new("Bot Bottom", "bot@mailinator.com")).await;
    let held = mail(&folder, 1).await;
    visitor.post(&held.confirm_path(), &[]).await.expect(303);
    assert_eq!(visitor.counted().await, 0);

    let (_, listed) = run(folder.path(), &["review", "list", "recognize-celil"]).await;
    assert!(listed.contains("disposable_domain") && !listed.contains("Bot"), "{listed}");
    let id = listed.split_whitespace().next().unwrap();
    assert!(run(folder.path(), &["review", "release", "recognize-celil", id]).await.0);
    while visitor.counted().await != 1 {
        tokio::task::yield_now().await;
    }
    let (well, printed) = run(folder.path(), &["recount"]).await;
    assert!(well && printed.contains("no drift"), "{printed}");

    let log = service.log.clone();
    assert!(service.terminate().await);
    for secret in ["Bot Bottom", "mailinator", "127.0.0.1:3000/en/confirm", &held.confirm_path()] {
        assert!(!log.lock().unwrap().contains(secret), "{secret}");
    }

    let keys = folder.path().join("keys.toml");
    assert_eq!(std::fs::metadata(&keys).unwrap().permissions().mode() & 0o777, 0o600);
    let before = std::fs::read_to_string(&keys).unwrap();
    let (well, printed) = run(folder.path(), &["key", "rotate"]).await;
    assert!(well, "{printed}");
    let after = std::fs::read_to_string(&keys).unwrap();
    assert_eq!((before.matches("[[key]]").count(), after.matches("[[key]]").count()), (1, 2));
    assert_eq!(std::fs::metadata(&keys).unwrap().permissions().mode() & 0o777, 0o600);

    // Old links still work, and the same person is still the same.
    let service =
        Process::serve(folder.path(), &[("POSTULO_HTTP__PUBLIC_URL", "http://localhost:3000")]).await;
    let visitor = Visitor::new(&service.url);
    assert!(visitor.get(&held.mine_path()).await.expect(200).body.contains("Bot Bottom"));
    visitor.sign_well(&Person::new("Bot Bottom", "bot@mailinator.com")).await;
    assert_eq!(mail(&folder, 2).await.subject, "You have signed already");
    assert_eq!(visitor.counted().await, 1);

    // Without the keys nothing would open, and nobody would be known: that is no time to make new ones.
    assert!(service.terminate().await);
    std::fs::remove_file(&keys).unwrap();
    let (well, printed) = run(folder.path(), &["recount"]).await;
    assert!(!well && printed.contains("keys.toml is missing"), "{printed}");
    assert!(!keys.exists());
}

#[tokio::test]
async fn staff_set_and_see_whether_a_form_asks_for_a_proof_of_work() {
    let folder = TempDir::new().unwrap();
    let content = file(&folder, "campaign.toml", DEMO_CONTENT);
    assert!(run(folder.path(), &["campaign", "load", &content]).await.0);
    let service = Process::serve(folder.path(), &[]).await;
    let visitor = Visitor::new(&service.url);
    let challenge = "/campaigns/recognize-celil/challenge";
    let (_, shown) = run(folder.path(), &["defence", "show"]).await;
    assert!(shown.contains("auto    calm  recognize-celil\n"), "{shown}");
    for (mode, status) in [("always", 200), ("never", 204), ("always", 200), ("auto", 204)] {
        let (well, set) = run(folder.path(), &["defence", "set", "recognize-celil", mode]).await;
        assert!(well && set.contains(mode), "{set}");
        let (_, shown) = run(folder.path(), &["defence", "show", "recognize-celil"]).await;
        assert_eq!((shown.contains(mode), shown.contains("asks")), (true, status == 200), "{shown}");
        while visitor.get(challenge).await.status.as_u16() != status {
            tokio::task::yield_now().await;
        }
    }
    for arguments in
        [&["show", "nowhere"][..], &["set", "nowhere", "auto"], &["set", "recognize-celil", "maybe"]]
    {
        let (well, _) = run(folder.path(), &[&["defence"], arguments].concat()).await;
        assert!(!well, "{arguments:?}");
    }
    while service.log.lock().unwrap().matches("no longer asks for a proof of work").count() < 1 {
        tokio::task::yield_now().await;
    }
    assert!(service.terminate().await);
}

#[tokio::test]
async fn the_metrics_name_the_campaign_and_nobody_else() {
    let folder = TempDir::new().unwrap();
    let content = file(&folder, "campaign.toml", DEMO_CONTENT);
    assert!(run(folder.path(), &["campaign", "load", &content]).await.0);
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let service = Process::serve(folder.path(), &[("POSTULO_METRICS__BIND", &free)]).await;
    let visitor = Visitor::new(&service.url);
    visitor.get("/metrics").await.expect(404);
    visitor.sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
    let metrics = Visitor::new(&format!("http://{free}")).get("/metrics").await.expect(200);
    assert!(metrics.body.contains("postulo_signatures{campaign=\"recognize-celil\"} 0"), "{}", metrics.body);
    assert!(!metrics.body.contains("example.org"));
    assert!(service.terminate().await);
}
