use std::time::Duration;

use postulo::actions::accounts::By;
use postulo::actions::accounts::disable::disable;
use postulo::domain::role::Role;
use postulo::settings::Settings;

use crate::support::{Backend, Build, Member, PASSWORD, TestApp, Visitor, on_both};

/// What an answer says that is not about the time or the address that was typed.
async fn answer(visitor: &Visitor, email: &str, password: &str) -> (u16, Vec<String>, String) {
    let reply = visitor.post("/studio/login", &[("email", email), ("password", password)]).await;
    let mut names: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
    names.sort();
    (reply.status.as_u16(), names, reply.body.replace(email, "EMAIL"))
}

on_both! {
    async fn who_is_not_logged_in_is_led_to_the_login_and_who_is_sees_the_campaigns(app: TestApp) {
        for path in ["/studio", "/studio/sessions", "/studio/accounts"] {
            assert_eq!(app.visitor().get(path).await.expect(303).header("location"), "/studio/login");
        }
        let login = app.visitor().get("/studio/login").await.expect(200);
        assert_eq!(login.header("cache-control"), "no-store");
        assert_eq!(login.header("x-robots-tag"), "noindex");
        assert!(login.body.contains("content=\"noindex\"") && !login.body.contains("<script"));
        let member = app.member(Role::Viewer).await;
        let home = member.get("/studio").await.expect(200);
        assert!(home.body.contains("href=\"/studio/campaigns/recognize-celil\"") && home.body.contains(&member.email));
        assert_eq!((home.header("cache-control"), home.header("x-robots-tag")), ("no-store", "noindex"));
    }

    async fn wrong_passwords_unknown_addresses_and_shut_accounts_get_the_same_answer(app: TestApp) {
        let known = app.account(Role::Owner, "main").await;
        let shut = app.account(Role::Staff, "main").await;
        disable(&app.app.desk(), app.account_id(&shut).await, By::Program("test")).await.unwrap();
        let wrong = answer(&app.visitor(), &known, "not the right password").await;
        assert_eq!(wrong.0, 422);
        assert!(!wrong.1.contains(&"set-cookie".to_owned()) && wrong.2.contains("do not go together"));
        assert_eq!(answer(&app.visitor(), "nobody@work.example", PASSWORD).await, wrong);
        assert_eq!(answer(&app.visitor(), &shut, PASSWORD).await, wrong);
        assert_eq!(answer(&app.visitor(), "no address", PASSWORD).await, wrong);
        assert_eq!(answer(&app.visitor(), &known, PASSWORD).await.0, 303);
        // However it is spelled.
        assert_eq!(answer(&app.visitor(), &known.to_uppercase(), PASSWORD).await.0, 303);
    }

    async fn each_login_has_a_token_of_its_own_and_ends_the_one_before(app: TestApp) {
        let mut member = app.member(Role::Organiser).await;
        let before = member.clone();
        member.log_in_again().await;
        assert_ne!(before.cookie, member.cookie);
        assert!(member.is_in().await && !before.is_in().await);
        // Another browser is another session.
        let other = Member::log_in(&app, &member.email).await;
        assert!(member.is_in().await && other.is_in().await);
    }
}

async fn guessing_is_limited(backend: Backend) {
    let settings = |settings: &mut Settings| settings.limits.login_burst = 3;
    let app = TestApp::build(Build { backend, settings, ..Build::default() }).await;
    let known = app.account(Role::Owner, "main").await;
    // One address from one network, whether it has an account or not; then even the right password has to wait.
    for email in [&*known, "nobody@work.example"] {
        let visitor = app.visitor();
        for _ in 0..3 {
            assert_eq!(answer(&visitor, email, "wrong").await.0, 422);
        }
        let limited = visitor.post("/studio/login", &[("email", email), ("password", PASSWORD)]).await;
        assert!(!limited.expect(429).header("retry-after").is_empty());
    }
    // Whoever guesses keeps nobody out who comes from elsewhere.
    assert_eq!(answer(&app.visitor(), &known, PASSWORD).await.0, 303);
    // One network that tries ever other addresses.
    let visitor = app.visitor();
    for n in 0..9 {
        assert_eq!(answer(&visitor, &format!("nobody{n}@work.example"), "wrong").await.0, 422);
    }
    let other = app.account(Role::Viewer, "main").await;
    assert_eq!(answer(&visitor, &other, PASSWORD).await.0, 429);
    assert_eq!(answer(&app.visitor(), &other, PASSWORD).await.0, 303);
    app.advance(Duration::from_mins(2));
    assert_eq!(answer(&app.visitor(), &known, PASSWORD).await.0, 303);
}

#[tokio::test]
async fn guessing_is_limited_on_sqlite() {
    guessing_is_limited(Backend::Sqlite).await;
}

#[tokio::test]
async fn guessing_is_limited_on_postgres() {
    guessing_is_limited(Backend::Postgres).await;
}

#[tokio::test]
async fn two_nodes_keep_the_limit_together() {
    let settings = |settings: &mut Settings| settings.limits.login_burst = 4;
    let app = TestApp::build(Build { backend: Backend::Postgres, settings, ..Build::default() }).await;
    let beside = app.beside().await;
    let [visitor, there] = [&app, &beside].map(|node| node.visitor().on_network("10.200.0.1"));
    for _ in 0..4 {
        assert_eq!(answer(&visitor, "nobody@work.example", "wrong").await.0, 422);
        app.app.share_usage().await.unwrap();
    }
    assert_eq!(answer(&there, "nobody@work.example", "wrong").await.0, 422);
    beside.app.share_usage().await.unwrap();
    assert_eq!(answer(&there, "nobody@work.example", "wrong").await.0, 429);
}

#[tokio::test]
async fn the_cookie_is_for_this_host_and_no_script() {
    let app = TestApp::build(Build::default()).await;
    let email = app.account(Role::Owner, "main").await;
    let fields = [("email", &*email), ("password", PASSWORD)];
    let reply = app.visitor().post("/studio/login", &fields).await.expect(303);
    let cookie = reply.header("set-cookie");
    assert!(
        cookie.starts_with("postulo=") && cookie.ends_with("; HttpOnly; SameSite=Lax; Path=/"),
        "{cookie}"
    );

    let https = |settings: &mut Settings| settings.http.public_url = "https://petitions.example".into();
    let app = TestApp::build(Build { settings: https, ..Build::default() }).await;
    let email = app.account(Role::Owner, "main").await;
    let fields = [("email", &*email), ("password", PASSWORD)];
    let reply = app.visitor().post("/studio/login", &fields).await.expect(303);
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("__Host-postulo="), "{cookie}");
    assert!(cookie.ends_with("; HttpOnly; SameSite=Lax; Secure; Path=/"), "{cookie}");
}
