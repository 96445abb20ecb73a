//! Every page of the studio before axe-core, as it is found in the table of routes.

use postulo::domain::role::Role;
use serde_json::json;

use super::routes::{self, Asks};
use crate::support::browser::{Browser, Look};
use crate::support::{Build, Member, Person, TestApp};

/// The pages of the table, each with somebody who may see it: no streams, no files.
async fn pages(members: &[(Role, Member)]) -> Vec<(String, &Member)> {
    let mut pages = Vec::new();
    for (method, route, asks, answer) in routes::ALL.iter().copied().flatten() {
        let whose = members.iter().find(|(role, _)| match asks {
            Asks::Right(act) => role.may(*act),
            Asks::Presence => true,
            Asks::Nothing => false,
        });
        let Some((_, member)) = whose.filter(|_| *method == "GET" && *answer == 200) else { continue };
        let path = route.replace("{campaign}", "recognize-celil");
        if path.ends_with("/live") {
            continue;
        }
        let reply = member.get(&path).await.expect(200);
        if reply.header("content-type").starts_with("text/html") {
            pages.push((path, member));
        }
    }
    pages
}

async fn every_page_is_accessible(look: Look) {
    let app = TestApp::build(Build::default()).await;
    for n in 0..3 {
        let person = Person::new("محمد علي (Mohammed Ali)", &format!("anna{n}@example.org"));
        app.visitor().sign_and_confirm(&app, &person.with("updates", "yes")).await;
    }
    let mut members = Vec::new();
    for role in Role::ALL {
        members.push((role, app.member(role).await));
    }
    let browser = Browser::open(look).await;
    browser.go(&format!("{}/studio/login", app.url)).await;
    for (path, member) in pages(&members).await {
        for lang in ["en", "fr"] {
            browser.window.delete_all_cookies().await.unwrap();
            for cookie in [member.cookie.clone(), format!("postulo-language={lang}")] {
                let kept = vec![json!(format!("{cookie}; path=/"))];
                browser.window.execute("document.cookie = arguments[0]", kept).await.unwrap();
            }
            browser.go(&format!("{}{path}", app.url)).await;
            let shown = browser.window.current_url().await.unwrap();
            assert_eq!(shown.path(), path, "as {}", member.email);
            browser.assert_accessible(&format!("{path} in {lang}")).await;
        }
    }
    browser.close().await;
}

#[tokio::test]
async fn every_route_of_the_studio_is_accessible_on_a_small_phone() {
    every_page_is_accessible(Look { width: 320, ..Look::default() }).await;
}

#[tokio::test]
async fn every_route_of_the_studio_is_accessible_in_the_dark() {
    every_page_is_accessible(Look { width: 1440, dark: true, ..Look::default() }).await;
}

#[tokio::test]
async fn every_route_of_the_studio_is_accessible_on_a_tablet() {
    every_page_is_accessible(Look { width: 768, ..Look::default() }).await;
}
