//! The composer in a real browser: what is typed shows on the card, and every page of a card is judged by axe-core.

use postulo::actions::accounts::By;
use postulo::actions::postcards::{Decision, decide};
use postulo::domain::postcard::{Because, State};

use super::{POSTCARD, all, card, fields, offered, with, write_and_confirm};
use crate::support::browser::{Browser, Look};
use crate::support::{Build, Person, TestApp};

#[tokio::test]
async fn the_card_follows_what_is_typed_and_says_what_fits() {
    let app = TestApp::build(Build::default()).await;
    let to = offered(&app, &[]).await;
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}{POSTCARD}", app.url)).await;
    let before = browser.text("#card-fit").await;
    assert!(before.contains("Room for about"), "{before}");
    browser.fill("#message", "Please bring him home, ھۈسەيىن جېلىل.").await;
    browser.until("document.querySelectorAll('#card-preview svg use').length > 20").await;
    browser.fill("#message", &"word ".repeat(300)).await;
    browser.until("document.getElementById('card-fit').textContent.includes('too many')").await;
    browser.fill("#message", "Please bring him home.").await;
    browser.until("document.getElementById('card-fit').textContent.includes('Room for about')").await;
    browser.fill("#name", "Anna Roy").await;
    browser.fill("#email", "anna@example.org").await;
    // To look at it once more sends nothing.
    browser.press("form.signature button[formaction]").await;
    assert!(browser.has("#card-preview svg").await && browser.has("#email[value='anna@example.org']").await);
    assert!(app.mails().await.is_empty());
    browser.press("form.signature button[type=submit]").await;
    assert_eq!(browser.text("h1").await, "Check your email");
    assert!(app.mail_to("anna@example.org").await.subject.contains("postcard"));
    assert!(!to.design.is_nil());
    browser.close().await;
}

#[tokio::test]
async fn without_javascript_a_button_shows_the_card_and_keeps_what_was_typed() {
    let app = TestApp::build(Build::default()).await;
    offered(&app, &[]).await;
    let browser = Browser::open(Look { script: false, ..Look::default() }).await;
    browser.go(&format!("{}{POSTCARD}", app.url)).await;
    browser.fill("#message", "Please bring him home.").await;
    browser.fill("#email", "anna@example.org").await;
    browser.press("form.signature button[formaction]").await;
    assert!(browser.has("#card-preview svg").await);
    assert!(browser.window.source().await.unwrap().contains("Please bring him home.</textarea>"));
    assert!(browser.has("#email[value='anna@example.org']").await);
    browser.close().await;
}

async fn every_page_of_a_card_is_accessible(look: Look) {
    let app = TestApp::build(Build::default()).await;
    let to = offered(&app, &[]).await;
    let mail = write_and_confirm(&app, &card(to, "محمد علي", "anna@example.org")).await;
    let signed = app.visitor().sign_and_confirm(&app, &Person::new("Bela Roy", "bela@example.org")).await;
    let waits = with(card(to, "Chen Roy", "chen@example.org"), "sender", "full");
    app.visitor().post(POSTCARD, &fields(&waits)).await.expect(303);
    let pending = app.mail_to("chen@example.org").await;
    let asked = with(card(to, "Dolma Roy", "dolma@example.org"), "message", "Please do something.");
    let asked = write_and_confirm(&app, &asked).await;
    let last = all(&app, State::Verified).await.pop().unwrap().id;
    let change = Decision::AskChange(Because::Tone);
    decide(&app.app.desk(), app.campaign_id(), vec![last], change, By::Program("test")).await.unwrap();
    let browser = Browser::open(look).await;
    for path in [
        POSTCARD.to_owned(),
        POSTCARD.replace("/en/", "/fr/"),
        format!("{}/postcard", signed.mine_path()),
        signed.mine_path(),
        signed.confirm_path(),
        mail.mine_path(),
        mail.confirm_path(),
        pending.confirm_path(),
        asked.mine_path(),
        asked.mine_path().replace("/en/", "/fr/"),
    ] {
        browser.go(&format!("{}{path}", app.url)).await;
        browser.assert_accessible(&path).await;
    }
    browser.go(&format!("{}{POSTCARD}", app.url)).await;
    browser.press("form.signature button[type=submit]").await;
    browser.until("document.activeElement.classList.contains('summary')").await;
    browser.assert_accessible("a refused card").await;
    browser.close().await;
}

#[tokio::test]
async fn every_page_of_a_card_is_accessible_on_a_small_phone() {
    every_page_of_a_card_is_accessible(Look { width: 320, ..Look::default() }).await;
}

#[tokio::test]
async fn every_page_of_a_card_is_accessible_in_the_dark() {
    every_page_of_a_card_is_accessible(Look { width: 1440, dark: true, ..Look::default() }).await;
}
