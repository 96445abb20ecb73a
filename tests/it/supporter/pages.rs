use reqwest::Method;

use crate::support::{Build, Person, TestApp};

const PUBLIC: [&str; 7] = [
    "/en/",
    "/en/campaigns/recognize-celil",
    "/fr/campaigns/recognize-celil",
    "/en/campaigns/recognize-celil/sign",
    "/fr/privacy",
    "/en/accessibility",
    "/fr/how-we-count",
];

#[tokio::test]
async fn the_first_page_is_in_the_readers_language() {
    let app = TestApp::build(Build::default()).await;
    for (accepted, home) in [("fr-CA,fr;q=0.9", "/fr/"), ("en", "/en/"), ("zh", "/en/")] {
        let reply = app
            .visitor()
            .send(Method::GET, "/", &[("accept-language", accepted)], Vec::new())
            .await
            .expect(303);
        assert_eq!(reply.header("location"), home);
        assert_eq!(reply.header("vary"), "accept-language");
    }
}

#[tokio::test]
async fn public_pages_can_be_kept_by_any_cache() {
    let app = TestApp::build(Build::default()).await;
    let visitor = app.visitor();
    for path in PUBLIC {
        let reply = visitor.get(path).await.expect(200);
        assert!(reply.header("cache-control").starts_with("public"), "{path}");
        assert_eq!(reply.header("vary"), "accept-encoding", "{path}");
        assert_eq!(reply.header("set-cookie"), "", "{path}");
        let etag = reply.header("etag").to_owned();
        assert!(etag.starts_with("W/\""), "{path}");
        visitor.send(Method::GET, path, &[("if-none-match", &etag)], Vec::new()).await.expect(304);
    }
}

#[tokio::test]
async fn a_page_weighs_under_forty_kilobytes_with_all_that_it_loads() {
    let app = TestApp::build(Build::default()).await;
    let visitor = app.visitor();
    for path in PUBLIC {
        let page = visitor.get(path).await.body;
        let mut paths = vec![path.to_owned()];
        for (at, _) in page.match_indices("/static/") {
            paths.push(page[at..].split('"').next().unwrap().to_owned());
        }
        let mut weight = 0;
        for path in &paths {
            let gzip = [("accept-encoding", "gzip")];
            let reply = visitor.send(Method::GET, path, &gzip, Vec::new()).await.expect(200);
            weight += reply.body.len();
            if let Some(font) = reply.body.split("url(").nth(1).filter(|_| path.contains(".css")) {
                weight += visitor.get(font.split(')').next().unwrap()).await.expect(200).body.len();
            }
        }
        assert!(weight < 40_000, "{path}: {weight}");
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_its_reader_safe() {
    let app = TestApp::build(Build::default()).await;
    let visitor = app.visitor();
    for path in ["/en/", "/en/nothing", "/campaigns/recognize-celil/tally.json", "/en/confirm/x", "/healthz"]
    {
        let reply = visitor.get(path).await;
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "strict-origin", "{path}");
    }
    for path in PUBLIC {
        let page = visitor.get(path).await.body;
        assert!(
            !page.contains(" style=") && !page.contains("<style") && !page.contains(" onclick"),
            "{path}"
        );
        for loaded in
            page.match_indices(" src=\"").chain(page.match_indices("<link rel=\"stylesheet\" href=\""))
        {
            let rest =
                page[loaded.0..].split('"').find(|part| part.contains("static") || part.contains("://"));
            assert!(rest.is_some_and(|url| url.starts_with("/static/")), "{path}: {rest:?}");
        }
    }
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let app = TestApp::build(Build::default()).await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    let body = b"name=Anna+Roy&email=anna%40example.org&country=CA".to_vec();
    let sign = "/en/campaigns/recognize-celil/sign";
    for header in [("sec-fetch-site", "cross-site"), ("origin", "https://evil.test")] {
        let reply = app.visitor().send(Method::POST, sign, &[form, header], body.clone()).await.expect(403);
        assert!(reply.body.contains("another site"), "{}", reply.body);
    }
    let own = ("origin", app.url.as_str());
    app.visitor().send(Method::POST, sign, &[form, own], body).await.expect(303);
}

#[tokio::test]
async fn the_count_on_a_page_follows_within_a_moment() {
    let app = TestApp::build(Build::default()).await;
    let visitor = app.visitor();
    let campaign = "/en/campaigns/recognize-celil";
    let before = visitor.get(campaign).await;
    visitor.sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
    app.advance(std::time::Duration::from_millis(300));
    let after = visitor.get(campaign).await;
    assert!(after.body.contains("data-count>1</strong>"), "{}", after.body);
    assert_ne!(before.header("etag"), after.header("etag"));
}

#[tokio::test]
async fn a_campaign_that_was_taken_down_is_gone() {
    let app = TestApp::build(Build::default()).await;
    let campaign = app.app.hub.campaign("recognize-celil").unwrap();
    let removed = postulo::domain::campaign::Switch::Removed;
    postulo::actions::pause::set_switch(&app.app.desk(), &campaign, removed, "test").await.unwrap();
    app.app.refresh().await.unwrap();
    for path in ["/en/campaigns/recognize-celil", "/campaigns/recognize-celil/tally.json"] {
        app.visitor().get(path).await.expect(410);
    }
    assert!(app.visitor().get("/en/").await.expect(200).body.contains("No campaign is open"));
}

#[tokio::test]
async fn a_message_reaches_the_organisers_and_an_answer_its_writer() {
    let app = TestApp::build(Build::default()).await;
    let visitor = app.visitor();
    let contact = "/en/campaigns/recognize-celil/contact";
    let refused = visitor.post(contact, &[("name", "Anna"), ("message", "Hello")]).await.expect(422);
    assert!(refused.body.contains("Enter your email address") && refused.body.contains(">Hello</textarea>"));
    let fields = [("name", "Anna Roy"), ("email", "anna@example.org"), ("message", "Hello\nI can help.")];
    let sent = visitor.post(contact, &fields).await.expect(303);
    assert!(visitor.get(sent.header("location")).await.body.contains("on its way"));
    let mail = app.mail_to("organisers@example.org").await;
    assert_eq!(mail.reply_to.as_deref(), Some("anna@example.org"));
    assert!(mail.text.contains("I can help."), "{}", mail.text);
}
