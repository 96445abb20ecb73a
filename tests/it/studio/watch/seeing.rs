//! How the figures are seen: with scripts and without, by keyboard, and from the back of a hall.

use std::time::Duration;

use postulo::domain::role::Role;

use super::{PAGE, count, figure, sign};
use crate::support::browser::{Browser, Look, RULES};
use crate::support::{Build, Member, PASSWORD, Person, START, TestApp};

async fn open(app: &TestApp, member: &Member, look: Look, path: &str) -> Browser {
    let browser = Browser::open(look).await;
    browser.go(&format!("{}/studio/login", app.url)).await;
    if look.script {
        let kept = vec![serde_json::json!(format!("{}; path=/", member.cookie))];
        browser.window.execute("document.cookie = arguments[0]", kept).await.unwrap();
    } else {
        browser.fill("#email", &member.email).await;
        browser.fill("#password", PASSWORD).await;
        browser.press("form.narrow button[type=submit]").await;
    }
    browser.go(&format!("{}{path}", app.url)).await;
    browser
}

#[tokio::test]
async fn the_wall_has_the_count_the_way_to_sign_and_nobodys_name() {
    let app = TestApp::build(Build::default()).await;
    let viewer = app.member(Role::Viewer).await;
    sign(&app, 1, "qr").await;
    app.advance(Duration::from_secs(3));
    for (lang, words, reload) in
        [("en", "Sign here", "Reload the page"), ("fr", "Signez ici", "Rechargez la page")]
    {
        let page = viewer.clone().reading(lang).get(&format!("{PAGE}/wall")).await.expect(200).body;
        assert_eq!((figure(&page, "counted"), figure(&page, "day")), ("1", "1"));
        assert!(page.contains(words) && page.contains("<svg class=\"qr\"") && page.contains("<noscript>"));
        assert!(page.contains(reload) && !page.contains("Anna") && !page.contains("@example.org"));
        assert!(page.replace("<wbr>", "").contains(&format!("/{lang}/campaigns/recognize-celil</p>")));
    }
    // A draft has a count for those who make it, and no page where one could sign.
    super::another(&app).await;
    let draft = viewer.get("/studio/campaigns/keep-the-library/wall").await.expect(200).body;
    assert!(!draft.contains("<svg class=\"qr\"") && !draft.contains("Sign here"));
}

#[tokio::test]
async fn charts_move_while_they_are_looked_at_and_stop_with_the_session() {
    let app = TestApp::build(Build::default()).await;
    let viewer = app.member(Role::Viewer).await;
    count(&app, app.campaign_id(), START, "poster", 5).await;
    let browser = open(&app, &viewer, Look { width: 1280, ..Look::default() }, PAGE).await;
    browser.until("document.querySelector('[data-watch]').dataset.now === 'live'").await;
    // What was opened stays open, and the focus where it is.
    browser.click("figure summary").await;
    let before =
        "document.querySelector('figure details').open && document.activeElement.matches('figure summary')";
    browser.until(before).await;
    let person = Person::new("Bela Roy", "bela@example.org").with("source", "newsletter");
    app.visitor().sign_and_confirm(&app, &person).await;
    app.advance(Duration::from_secs(5));
    browser.until("document.querySelector('[data-figure=counted]').textContent === '6'").await;
    browser.until("document.querySelector('[data-part=parts]').textContent.includes('newsletter')").await;
    browser.until("document.querySelector('[data-part=time] dl').textContent.includes('Confirmed6')").await;
    browser.until(before).await;
    assert_eq!(browser.violations(RULES).await, [""; 0]);
    viewer.post("/studio/logout", &[]).await.expect(303);
    browser
        .until("document.querySelector('[data-state]').textContent.startsWith('Your session has ended')")
        .await;
    browser.close().await;
}

#[tokio::test]
async fn a_wall_whose_session_has_ended_says_so_large() {
    let app = TestApp::build(Build::default()).await;
    let viewer = app.member(Role::Viewer).await;
    let look = Look { width: 1920, ..Look::default() };
    let browser = open(&app, &viewer, look, &format!("{PAGE}/wall")).await;
    browser.until("document.body.dataset.now === 'live'").await;
    viewer.post("/studio/logout", &[]).await.expect(303);
    browser.until("document.body.dataset.now === 'over'").await;
    let large = "parseFloat(getComputedStyle(document.querySelector('[data-state]')).fontSize) >= 24";
    browser.until(large).await;
    browser.close().await;
}

#[tokio::test]
async fn without_scripts_the_page_shows_its_figures_and_how_to_see_newer_ones() {
    let app = TestApp::build(Build::default()).await;
    let viewer = app.member(Role::Viewer).await;
    count(&app, app.campaign_id(), START, "poster", 5).await;
    let look = Look { script: false, ..Look::default() };
    for path in [PAGE.to_owned(), format!("{PAGE}/wall")] {
        let browser = open(&app, &viewer, look, &path).await;
        assert_eq!(browser.text("[data-figure=counted]").await, "5");
        let source = browser.window.source().await.unwrap();
        let said =
            source.split("<noscript>").nth(1).and_then(|rest| rest.split("</noscript>").next()).unwrap();
        assert_eq!(said.trim(), "Reload the page to see newer figures.", "{path}");
        browser.close().await;
    }
}

#[tokio::test]
async fn every_chart_has_a_title_and_a_table_that_says_what_it_holds() {
    let app = TestApp::build(Build::default()).await;
    let viewer = app.member(Role::Viewer).await;
    count(&app, app.campaign_id(), START, "poster", 5).await;
    let page = viewer.get(&format!("{PAGE}?with=before")).await.expect(200).body;
    let tables = page.matches("<table").count();
    assert_eq!(tables, 5, "over time, country, province, language, source");
    assert_eq!(page.matches("<caption").count(), tables);
    assert_eq!(page.matches("download as CSV").count(), tables);
    let heads = page.matches("<th ").count();
    assert_eq!(page.matches("scope=\"col\"").count() + page.matches("scope=\"row\"").count(), heads);
    assert_eq!(page.matches("role=\"region\"").count(), page.matches("tabindex=\"0\"").count());
}
