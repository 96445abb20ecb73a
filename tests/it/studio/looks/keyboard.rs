//! A campaign is made with the keyboard alone.

use fantoccini::key::Key;
use postulo::domain::role::Role;

use crate::support::browser::{Browser, Look};
use crate::support::{Build, PASSWORD, TestApp};

/// What is drawn around that which has the focus.
const OUTLINE: &str = "const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2;";

struct Hands {
    browser: Browser,
}

impl Hands {
    async fn keys(&self, keys: &str) {
        let focused = self.browser.window.active_element().await.unwrap();
        focused.send_keys(keys).await.unwrap();
    }

    /// Presses Tab until that is reached; whatever is passed is seen to have the focus.
    async fn reach(&self, wanted: &str) {
        for _ in 0..80 {
            let focused = self.browser.focused().await;
            if focused == wanted {
                return;
            }
            self.keys(&char::from(Key::Tab).to_string()).await;
            let seen = self.browser.window.execute(OUTLINE, Vec::new()).await.unwrap();
            let focused = self.browser.focused().await;
            assert!(
                seen == true || focused.starts_with("body"),
                "{focused} does not show that it has the focus"
            );
        }
        panic!("{wanted} is not reached by Tab; now {}", self.browser.focused().await);
    }

    async fn write(&self, field: &str, text: &str) {
        self.reach(field).await;
        self.keys(text).await;
    }

    /// Reaches a button and presses it.
    async fn press(&self, button: &str) {
        self.reach(button).await;
        self.leave_by(Key::Space).await;
    }

    /// Presses a key on that which has the focus; it leads to another page.
    async fn leave_by(&self, key: Key) {
        let old = self.browser.window.find(fantoccini::Locator::Css("html")).await.unwrap();
        self.keys(&char::from(key).to_string()).await;
        self.browser.gone(&old).await;
    }
}

#[tokio::test]
async fn a_campaign_is_made_and_published_with_the_keyboard_alone() {
    let app = TestApp::build(Build::default()).await;
    let email = app.account(Role::Organiser, "main").await;
    let hands = Hands { browser: Browser::open(Look { width: 1280, ..Look::default() }).await };
    let browser = &hands.browser;
    browser.go(&format!("{}/studio/login", app.url)).await;
    hands.write("input email", &email).await;
    hands.write("input password", PASSWORD).await;
    hands.leave_by(Key::Enter).await;

    // Past what is the same on every page, to what is new on this one.
    browser.window.execute("document.activeElement.blur()", Vec::new()).await.unwrap();
    hands.reach("a skip").await;
    hands.keys(&char::from(Key::Enter).to_string()).await;
    assert_eq!(browser.focused().await, "main main");
    hands.reach("a button").await;
    hands.leave_by(Key::Enter).await;

    // Sent empty, it leads to what is to be mended, and from there to the field.
    hands.reach("input title").await;
    hands.leave_by(Key::Enter).await;
    browser.until("document.activeElement.matches('.summary')").await;
    hands.reach("a Write a title.").await;
    hands.keys(&char::from(Key::Enter).to_string()).await;
    assert_eq!(browser.focused().await, "input title");
    hands.keys("Keep the library").await;
    hands.leave_by(Key::Enter).await;
    assert!(browser.window.current_url().await.unwrap().path().ends_with("/keep-the-library/edit"));
    hands.reach("a button").await;
    hands.leave_by(Key::Enter).await;

    // From part to part, to the publication.
    for (field, text) in [
        ("input asked.en", "To the Mayor"),
        ("input ask.en", "Keep it open."),
        ("textarea summary.en", "It is to close."),
        ("input contact", "friends@example.org"),
    ] {
        hands.write(field, text).await;
    }
    hands.press("button next").await;
    hands.write("textarea body.en", "Madam Mayor, please.").await;
    hands.press("button addressees").await;
    hands.write("input addressees.0.name", "Alex Example").await;
    hands.write("input addressees.0.office.en", "Mayor").await;
    hands.press("button next").await;
    hands.write("textarea story.en", "Once upon a time.").await;
    for part in ["/edit/dates", "/edit/cases", "/publication"] {
        hands.press("button next").await;
        assert!(browser.window.current_url().await.unwrap().path().ends_with(part), "{part}");
    }
    hands.reach("input when-now").await;
    hands.press("button Publish").await;
    let page = app.visitor().get("/en/campaigns/keep-the-library").await.expect(200).body;
    assert!(page.contains("Keep it open.") && page.contains("Alex Example"));
    hands.browser.close().await;
}
