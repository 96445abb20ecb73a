//! From nothing to published, on a phone, in French, with and without scripts.

use postulo::domain::role::Role;

use crate::support::browser::{Browser, Look};
use crate::support::{Build, PASSWORD, TestApp};

/// What is pressed from the login to the published page.
const STEPS: u32 = 11;

struct Volunteer {
    browser: Browser,
    pressed: u32,
}

impl Volunteer {
    async fn press(&mut self, css: &str) {
        self.browser.press(css).await;
        self.pressed += 1;
    }

    /// Writes what is on a page, and goes on to the next.
    async fn write(&mut self, fields: &[(&str, &str)]) {
        for (name, text) in fields {
            self.browser.fill(&format!("[id='{name}']"), text).await;
        }
        self.press("#next").await;
    }
}

async fn publish(script: bool) {
    let app = TestApp::build(Build::default()).await;
    let email = app.account(Role::Organiser, "main").await;
    let mut one = Volunteer { browser: Browser::open(Look { script, ..Look::default() }).await, pressed: 0 };
    one.browser.go(&format!("{}/studio/login", app.url)).await;
    one.browser.press(".languages [value=fr]").await;
    one.browser.fill("#email", &email).await;
    one.browser.fill("#password", PASSWORD).await;
    one.press("form.narrow button[type=submit]").await;
    one.press("main a.button").await;
    one.browser.fill("#title", "Gardons la bibliothèque").await;
    one.press("form.make button[type=submit]").await;
    one.press("main a.button").await;
    let basics = [
        ("asked.fr", "À la mairesse"),
        ("ask.fr", "Laissez-la ouverte."),
        ("summary.fr", "Elle doit fermer."),
        ("contact", "amies@example.org"),
    ];
    one.write(&basics).await;
    one.browser.fill("[id='body.fr']", "Madame la mairesse, *s’il vous plaît*.").await;
    one.press("[value='add:addressees']").await;
    one.write(&[("addressees.0.name", "Alex Exemple"), ("addressees.0.office.fr", "Mairesse")]).await;
    one.write(&[("story.fr", "Il était une fois.")]).await;
    one.write(&[]).await;
    one.write(&[]).await;
    one.press("section[aria-labelledby=publish-title] form button[type=submit]").await;
    assert!(one.pressed <= STEPS, "{} steps", one.pressed);
    let page = app.visitor().get("/fr/campaigns/gardons-la-bibliotheque").await.expect(200).body;
    assert!(page.contains("Laissez-la ouverte.") && page.contains("<em>s’il vous plaît</em>"));
    one.browser.close().await;
}

#[tokio::test]
async fn a_volunteer_publishes_on_a_phone() {
    publish(true).await;
}

#[tokio::test]
async fn a_volunteer_publishes_on_a_phone_without_scripts() {
    publish(false).await;
}
