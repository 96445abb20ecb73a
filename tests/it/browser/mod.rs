//! What people see, in a real browser: the journey in both languages, with and without JavaScript, and every public page
//! before axe-core.

mod paper;
mod proof;

use postulo::domain::defence::Mode;

use crate::support::browser::{Browser, Look};
use crate::support::{Build, Person, TestApp, Visitor};

/// The words that differ from language to language.
struct Words {
    lang: &'static str,
    waiting: &'static str,
    thanks: &'static str,
    refused: &'static str,
}

const ENGLISH: Words =
    Words { lang: "en", waiting: "Check your email", thanks: "Thank you", refused: "There is a problem" };
const FRENCH: Words =
    Words { lang: "fr", waiting: "Consultez vos courriels", thanks: "Merci", refused: "Il y a un problème" };

/// Reads, signs, is refused once, opens the mail, presses the button, and watches the count move in another window.
async fn journey(words: &Words, script: bool) {
    let app = TestApp::build(Build::default()).await;
    let browser = Browser::open(Look { script, ..Look::default() }).await;
    let campaign = format!("{}/{}/campaigns/recognize-celil", app.url, words.lang);
    let watching = Browser::open(Look::default()).await;
    watching.go(&campaign).await;
    assert_eq!(watching.text("[data-count]").await, "0");

    browser.go(&campaign).await;
    browser.fill("#name", "ھۈسەيىن جېلىل").await;
    browser.press("form.signature button[type=submit]").await;
    assert_eq!(browser.text(".summary h2").await, words.refused);
    browser.fill("#email", "anna@example.org").await;
    browser.fill("#postal_code", "l7l 1a1").await;
    browser.press("form.signature button[type=submit]").await;
    assert_eq!(browser.text("h1").await, words.waiting);

    let mail = app.mail_to("anna@example.org").await;
    assert!(mail.text.contains("ھۈسەيىن جېلىل"));
    browser.go(&format!("{}{}", app.url, mail.confirm_path())).await;
    assert_eq!(watching.text("[data-count]").await, "0");
    browser.press("main form button").await;
    assert_eq!(browser.text("h1").await, words.thanks);
    watching.until("document.querySelector('[data-count]').textContent === '1'").await;
    assert!(browser.window.get_all_cookies().await.unwrap().is_empty());

    browser.press("main section a[href*='/mine/']").await;
    browser.enter("#withdrawal summary").await;
    browser.press("#withdrawal button").await;
    assert!(browser.has(".notice").await);
    watching.until("document.querySelector('[data-count]').textContent === '0'").await;
    browser.close().await;
    watching.close().await;
}

#[tokio::test]
async fn the_journey_in_english() {
    journey(&ENGLISH, true).await;
}

#[tokio::test]
async fn the_journey_in_french() {
    journey(&FRENCH, true).await;
}

#[tokio::test]
async fn the_journey_in_english_without_javascript() {
    journey(&ENGLISH, false).await;
}

#[tokio::test]
async fn the_journey_in_french_without_javascript() {
    journey(&FRENCH, false).await;
}

#[tokio::test]
async fn with_javascript_the_postal_code_is_asked_only_where_there_is_one() {
    let app = TestApp::build(Build::default()).await;
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}/en/campaigns/recognize-celil/sign", app.url)).await;
    let postal = "!document.querySelector('[data-field=postal_code]').hidden";
    browser.until(postal).await;
    browser.click("#country option[value=AE]").await;
    browser.until(&format!("!({postal})")).await;
    browser.click("#country option[value=FR]").await;
    browser.until(postal).await;
    browser.close().await;
}

/// Every kind of page that the public sees, in one language.
async fn pages(app: &TestApp, visitor: &Visitor, lang: &str) -> Vec<String> {
    let email = format!("{lang}@example.org");
    let fields = |email| {
        [("name", "محمد علي (Mohammed Ali)"), ("email", email), ("country", "CA"), ("public", "full")]
    };
    let sign = format!("/{lang}/campaigns/recognize-celil/sign");
    let waiting = visitor.post(&sign, &fields(&email)).await.expect(303).header("location").to_owned();
    let mail = app.mail_to(&email).await;
    let other = format!("other-{lang}@example.org");
    visitor.post(&sign, &fields(&other)).await.expect(303);
    let unconfirmed = app.mail_to(&other).await;
    visitor.post(&mail.confirm_path(), &[]).await.expect(303);
    let code_only = format!("code-only-{lang}@example.org");
    app.defend(Mode::Always).await;
    visitor.post(&sign, &fields(&code_only)).await.expect(303);
    app.defend(Mode::Never).await;
    let code_only = app.mail_to(&code_only).await;
    app.advance(std::time::Duration::from_secs(1));
    let mut pages: Vec<String> = [
        "",
        "campaigns/recognize-celil",
        "campaigns/recognize-celil/sign",
        "campaigns/recognize-celil/contact",
        "campaigns/recognize-celil/check-email",
        "privacy",
        "accessibility",
        "how-we-count",
        "nowhere",
        "confirm/x",
    ]
    .iter()
    .map(|path| format!("/{lang}/{path}"))
    .collect();
    pages.extend([
        waiting,
        unconfirmed.confirm_path(),
        mail.confirm_path(),
        code_only.confirm_path(),
        mail.mine_path(),
        unconfirmed.mine_path(),
    ]);
    pages
}

async fn every_page_is_accessible(look: Look) {
    let app = TestApp::build(Build::default()).await;
    let visitor = app.visitor();
    let browser = Browser::open(look).await;
    for lang in ["en", "fr"] {
        for path in pages(&app, &visitor, lang).await {
            browser.go(&format!("{}{path}", app.url)).await;
            browser.assert_accessible(&path).await;
        }
        app.defend(Mode::Always).await;
        browser.go(&format!("{}/{lang}/campaigns/recognize-celil/sign", app.url)).await;
        browser.assert_accessible("a form that asks for a proof of work").await;
        app.defend(Mode::Never).await;
        // A refused form, and one after its last error has been opened up.
        browser.go(&format!("{}/{lang}/campaigns/recognize-celil/sign", app.url)).await;
        browser.fill("#name", "=1").await;
        browser.press("form.signature button[type=submit]").await;
        browser.text(".summary").await;
        browser.until("document.activeElement.classList.contains('summary')").await;
        browser.assert_accessible("a refused form").await;
    }
    browser.close().await;
}

#[tokio::test]
async fn every_page_is_accessible_on_a_small_phone() {
    every_page_is_accessible(Look { width: 320, ..Look::default() }).await;
}

#[tokio::test]
async fn every_page_is_accessible_in_the_dark() {
    every_page_is_accessible(Look { width: 1440, dark: true, ..Look::default() }).await;
}

#[tokio::test]
async fn every_page_is_accessible_on_a_tablet() {
    every_page_is_accessible(Look { width: 768, ..Look::default() }).await;
}

#[tokio::test]
async fn a_page_asks_nothing_of_anybody_else() {
    let app = TestApp::build(Build::default()).await;
    app.visitor()
        .sign_and_confirm(&app, &Person::new("Anna Roy", "anna@example.org").with("public", "full"))
        .await;
    let browser = Browser::open(Look::default()).await;
    browser.go(&format!("{}/en/campaigns/recognize-celil", app.url)).await;
    let asked = browser
        .window
        .execute("return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))", Vec::new())
        .await
        .unwrap();
    assert_eq!(asked, serde_json::json!([]));
    browser.close().await;
}
