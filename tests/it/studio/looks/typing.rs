//! Rows of a sheet are typed with one hand on the sheet: no mouse, and nothing but the keys of the letters, Tab and Enter.

use fantoccini::key::Key;
use postulo::domain::role::Role;

use super::super::ledger::{sheet, sides};
use crate::support::browser::{Browser, Look};
use crate::support::{Build, TestApp};

async fn type_rows(script: bool) {
    let app = TestApp::build(Build::default()).await;
    let (keeper, typist) = (app.member(Role::Staff).await, app.member(Role::Moderator).await);
    let path = sheet(&keeper, &typist, "20").await;
    let browser = Browser::open(Look { script, ..Look::default() }).await;
    browser.go(&format!("{}/studio/login", app.url)).await;
    let kept = vec![format!("{}; path=/", typist.cookie).into()];
    browser.window.execute("document.cookie = arguments[0]", kept).await.unwrap();
    browser.go(&format!("{}{path}", app.url)).await;
    let (tab, enter) = (char::from(Key::Tab), char::from(Key::Enter));
    for (name, code) in [("Anna Roy", "h2y1c6"), ("Béla Tóth", "\""), ("محمد علي", "\"")] {
        assert_eq!(browser.focused().await, "input name");
        let old = browser.window.find(fantoccini::Locator::Css("html")).await.unwrap();
        let focused = browser.window.active_element().await.unwrap();
        focused.send_keys(&format!("{name}{tab}")).await.unwrap();
        let focused = browser.window.active_element().await.unwrap();
        focused.send_keys(&format!("{code}{enter}")).await.unwrap();
        browser.gone(&old).await;
    }
    let rows = browser.window.find_all(fantoccini::Locator::Css("tbody tr")).await.unwrap();
    assert_eq!((rows.len(), sides(&app).await.paper), (3, 20));
    browser.close().await;
}

#[tokio::test]
async fn rows_are_typed_with_the_keyboard_alone() {
    type_rows(true).await;
}

#[tokio::test]
async fn rows_are_typed_with_the_keyboard_alone_without_scripts() {
    type_rows(false).await;
}
