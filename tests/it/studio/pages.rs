use postulo::domain::role::Role;
use reqwest::Method;

use crate::support::browser::{Browser, Look};
use crate::support::{Build, PASSWORD, Person, TestApp, on_both};

on_both! {
    async fn the_home_shows_what_is_counted_and_what_waits(app: TestApp) {
        let member = app.member(Role::Viewer).await;
        app.visitor().sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org")).await;
        for n in 0..2 {
            app.visitor().sign_well(&Person::new("Bela Roy", &format!("bela{n}@example.org"))).await;
        }
        let home = member.get("/studio").await.expect(200).body;
        let figures: Vec<&str> =
            home.split("<td class=\"figure\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
        assert_eq!(figures, ["1", "2"]);
        assert!(!home.contains("Anna") && !home.contains("bela"));
    }
}

#[tokio::test]
async fn the_language_is_the_readers_until_they_choose_another() {
    let app = TestApp::build(Build::default()).await;
    let french = [("accept-language", "fr-CA")];
    let page = app.visitor().send(Method::GET, "/studio/login", &french, Vec::new()).await.expect(200).body;
    assert!(page.contains("<html lang=\"fr\">") && page.contains("Mot de passe"));
    let visitor = app.visitor();
    let chosen =
        visitor.post("/studio/language", &[("lang", "fr"), ("from", "/studio/login")]).await.expect(303);
    assert_eq!(chosen.header("location"), "/studio/login");
    let cookie = chosen.header("set-cookie").split(';').next().unwrap().to_owned();
    let both = [("accept-language", "en"), ("cookie", &*cookie)];
    let page = visitor.send(Method::GET, "/studio/login", &both, Vec::new()).await.expect(200).body;
    assert!(page.contains("<html lang=\"fr\">"));
    // Nobody is led elsewhere, and the public pages know nothing of it.
    let led =
        visitor.post("/studio/language", &[("lang", "fr"), ("from", "https://elsewhere.example")]).await;
    assert_eq!(led.expect(303).header("location"), "/studio");
    let home = visitor.send(Method::GET, "/", &both, Vec::new()).await.expect(303);
    assert_eq!(home.header("location"), "/en/");
    visitor.post("/studio/language", &[("lang", "de")]).await.expect(400);
}

#[tokio::test]
async fn a_post_from_another_site_is_refused() {
    let app = TestApp::build(Build::default()).await;
    let headers = [("sec-fetch-site", "cross-site"), ("content-type", "application/x-www-form-urlencoded")];
    for path in ["/studio/login", "/studio/logout", "/studio/sessions/others/end"] {
        app.visitor().send(Method::POST, path, &headers, Vec::new()).await.expect(403);
    }
}

async fn every_page_is_accessible(look: Look) {
    let app = TestApp::build(Build::default()).await;
    let email = app.account(Role::Owner, "main").await;
    app.account(Role::Staff, "main").await;
    let browser = Browser::open(look).await;
    browser.go(&format!("{}/studio", app.url)).await;
    browser.assert_accessible("the login").await;
    browser.fill("#email", &email).await;
    browser.fill("#password", "not the right password").await;
    browser.press("form.narrow button[type=submit]").await;
    browser.text(".summary").await;
    browser.assert_accessible("a refused login").await;
    browser.fill("#password", PASSWORD).await;
    browser.press("form.narrow button[type=submit]").await;
    browser.text("table").await;
    for path in ["", "/sessions", "/accounts"] {
        browser.go(&format!("{}/studio{path}", app.url)).await;
        browser.text("table").await;
        browser.assert_accessible(path).await;
    }
    browser.press(".languages button").await;
    browser.until("document.documentElement.lang == 'fr'").await;
    browser.close().await;
}

#[tokio::test]
async fn every_page_of_the_studio_is_accessible_on_a_small_phone() {
    every_page_is_accessible(Look { width: 320, ..Look::default() }).await;
}

#[tokio::test]
async fn every_page_of_the_studio_is_accessible_in_the_dark() {
    every_page_is_accessible(Look { width: 1440, dark: true, ..Look::default() }).await;
}
