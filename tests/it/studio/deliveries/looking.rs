//! What an office and everybody else see of a delivery, in a browser on a phone.

use std::path::PathBuf;

use super::{approve, frozen, signers, team};
use crate::studio::people::sign;
use crate::support::browser::{Browser, Look};
use crate::support::{Build, Person, TestApp};

async fn seen(browser: &Browser, name: &str) {
    browser.assert_accessible(name).await;
    if let Some(folder) = std::env::var_os("TEST_PICTURES").map(PathBuf::from) {
        for (width, dark) in [(360, false), (1280, false), (360, true)] {
            browser.look(width, dark).await;
            browser.picture(&folder.join(format!("delivery-{name}-{width}-{dark}.png"))).await;
        }
        browser.look(360, false).await;
    }
}

#[tokio::test]
async fn an_office_opens_fetches_and_acknowledges_on_a_phone_without_script() {
    let app = TestApp::build(Build::default()).await;
    let team = team(&app).await;
    let mail = sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
    signers(&app, 1..=3).await;
    let path = frozen(&app, &team.staff, "all").await;
    approve(&team, &path).await;
    let page = team.staff.post(&format!("{path}/link"), &[("days", "14")]).await.expect(200).body;
    let all: Vec<&str> = page.split("code\">").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
    let token = all[0].rsplit('/').next().unwrap();
    let browser = Browser::open(Look { script: false, ..Look::default() }).await;
    browser.go(&format!("{}/handover/{token}", app.url)).await;
    assert!(browser.text("main").await.contains("twelve digits"));
    browser.fill("#passphrase", "1234").await;
    browser.press("main button").await;
    assert!(browser.text(".summary").await.contains("That is not the passphrase"));
    browser.fill("#passphrase", all[1]).await;
    browser.press("main button").await;
    assert!(browser.text("main").await.contains("Download"));
    browser.fill("#by", "Bureau de correspondance").await;
    browser.press("form[action$=receipt] button").await;
    assert!(browser.text("main").await.contains("Bureau de correspondance. Thank you."));
    browser.close().await;
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}/handover/{token}?lang=fr", app.url)).await;
    seen(&browser, "door").await;
    browser.fill("#passphrase", all[1]).await;
    browser.press("main button").await;
    seen(&browser, "room").await;
    app.app.refresh().await.unwrap();
    browser.go(&format!("{}/en/campaigns/recognize-celil", app.url)).await;
    assert!(browser.text("#delivered-title").await.contains("Delivered"));
    seen(&browser, "page").await;
    browser.go(&format!("{}{}", app.url, mail.mine_path())).await;
    assert!(browser.text("main").await.contains("Receipt acknowledged"));
    seen(&browser, "mine").await;
    browser.go(&format!("{}/en/delivery-key", app.url)).await;
    seen(&browser, "key").await;
    browser.close().await;
}
