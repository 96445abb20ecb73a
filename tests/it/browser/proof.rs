//! Signing under pressure: with the proof of work, and without JavaScript by the code of the mail.

use postulo::domain::defence::Mode;

use crate::support::browser::{Browser, Look};
use crate::support::{Build, TestApp};

const SIGN: &str = "form.signature button[type=submit]";

async fn under_pressure(build: Build) -> TestApp {
    let app = TestApp::build(build).await;
    app.defend(Mode::Always).await;
    app
}

async fn fill_in(browser: &Browser) {
    browser.fill("#name", "Hélène Côté").await;
    browser.fill("#email", "helene@example.org").await;
    browser.fill("#postal_code", "H2X 1Y4").await;
}

/// Opens the link of the mail and says whether its button is enough.
async fn link_is_enough(app: &TestApp, browser: &Browser) -> bool {
    let mail = app.mail_to("helene@example.org").await;
    browser.go(&format!("{}{}", app.url, mail.confirm_path())).await;
    !browser.has("#code").await
}

#[tokio::test]
async fn a_phone_calculates_while_its_owner_fills_in_the_form_and_then_signs() {
    let app = under_pressure(Build::default()).await;
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}/fr/campaigns/recognize-celil", app.url)).await;
    assert!(browser.text(".proof").await.contains("votre appareil fait un court calcul"));
    browser.assert_accessible("the campaign under pressure").await;
    fill_in(&browser).await;
    browser.press(SIGN).await;
    assert_eq!(browser.text("h1").await, "Consultez vos courriels");
    assert!(link_is_enough(&app, &browser).await);
    browser.press("main form button").await;
    assert_eq!(browser.text("h1").await, "Merci");
    assert_eq!(app.visitor().counted().await, 1);
    app.assert_no_drift().await;
    browser.close().await;
}

#[tokio::test]
async fn pressed_too_early_the_form_says_so_and_is_sent_by_itself_once_solved() {
    // More work than anybody fills in a form for in a test.
    let settings = |settings: &mut postulo::settings::Settings| {
        (settings.defence.cost, settings.defence.tries) = (1000, 20_000);
    };
    let app = under_pressure(Build { settings, ..Build::default() }).await;
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}/fr/campaigns/recognize-celil/sign", app.url)).await;
    fill_in(&browser).await;
    browser.enter(SIGN).await;
    browser.until("document.querySelector('.working').textContent.startsWith('Un instant')").await;
    browser.assert_accessible("a form at work").await;
    // Pressed again and again it is still sent once.
    browser.enter(SIGN).await;
    browser.text("form.code button").await;
    assert_eq!(browser.text("h1").await, "Consultez vos courriels");
    assert_eq!(app.mails().await.len(), 1);
    assert!(link_is_enough(&app, &browser).await);
    browser.close().await;
}

#[tokio::test]
async fn a_page_that_was_opened_before_the_rush_asks_once_it_is_used() {
    let app = TestApp::build(Build::default()).await;
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}/en/campaigns/recognize-celil", app.url)).await;
    browser.until("document.querySelector('.proof').hidden").await;
    app.defend(Mode::Always).await;
    fill_in(&browser).await;
    browser.until("!document.querySelector('.proof').hidden").await;
    browser.press(SIGN).await;
    assert!(link_is_enough(&app, &browser).await);
    browser.close().await;
}

#[tokio::test]
async fn a_refused_form_is_mended_without_calculating_again() {
    let app = under_pressure(Build::default()).await;
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}/en/campaigns/recognize-celil/sign", app.url)).await;
    browser.fill("#name", "Hélène Côté").await;
    browser.press(SIGN).await;
    browser.text(".summary").await;
    let kept = browser.window.execute("return document.forms[0].altcha.value", Vec::new()).await.unwrap();
    assert!(kept.as_str().unwrap().len() > 100);
    fill_in(&browser).await;
    browser.press(SIGN).await;
    assert!(link_is_enough(&app, &browser).await);
    browser.close().await;
}

#[tokio::test]
async fn without_javascript_one_signs_and_types_the_code() {
    let app = under_pressure(Build::default()).await;
    let browser = Browser::open(Look { script: false, ..Look::default() }).await;
    browser.go(&format!("{}/fr/campaigns/recognize-celil", app.url)).await;
    assert!(browser.text("noscript .proof").await.contains("sans JavaScript"));
    fill_in(&browser).await;
    browser.press(SIGN).await;
    assert!(!link_is_enough(&app, &browser).await);
    assert_eq!(browser.text("h1").await, "Tapez le code, et vous avez signé");
    let code = app.mail_to("helene@example.org").await.code();
    browser.press("main form button").await;
    assert_eq!(browser.text(".summary h2").await, "Il y a un problème");
    browser.fill("#code", &code).await;
    browser.press("main form button").await;
    assert_eq!(browser.text("h1").await, "Merci");
    assert_eq!(app.visitor().counted().await, 1);
    app.assert_no_drift().await;
    browser.close().await;
}
