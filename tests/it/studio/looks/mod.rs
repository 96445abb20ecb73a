//! How the studio looks: every page in the table of routes and every important state before axe-core, light and dark, with nothing
//! cut and nothing wider than the screen. With `TEST_PICTURES` set to a folder, each is written there as a picture, at three
//! widths, in both languages, light and dark.

mod deliveries;
mod journey;
mod keyboard;
mod reports;
mod stage;
mod typing;

use std::path::PathBuf;

use postulo::domain::role::Role;
use serde_json::json;

use self::stage::Stage;
use super::routes::{self, Asks};
use crate::support::browser::{Browser, Look, RULES};
use crate::support::{Build, Member, TestApp};

/// The narrowest that anybody has, then a phone, a tablet, a desk.
const WIDTHS: [u32; 4] = [320, 360, 768, 1280];

/// Where a page that is only translated is judged.
const ENDS: [u32; 2] = [320, 1280];

/// Sends the first form of a page with nothing in what is typed.
const SEND_EMPTY: &str = r"
const form = document.querySelector(arguments[0]);
for (const field of form.querySelectorAll('input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), textarea')) field.value = '';
form.noValidate = true;
form.submit();";

/// The forms of a page into which something is typed, but for those of the search.
const TYPED: &str = "main form[method=post]:has(input:not([type=hidden]), textarea, select)";

/// One who looks: a browser, and where pictures are kept.
struct Eye {
    browser: Browser,
    url: String,
    folder: Option<PathBuf>,
    stage: &'static str,
    seen: u32,
    faults: Vec<String>,
}

impl Eye {
    async fn open(app: &TestApp, stage: &'static str) -> Self {
        let folder = std::env::var_os("TEST_PICTURES").map(PathBuf::from);
        if let Some(folder) = &folder {
            std::fs::create_dir_all(folder).unwrap();
        }
        let browser = Browser::open(Look { width: 1280, ..Look::default() }).await;
        browser.go(&format!("{}/studio/login", app.url)).await;
        Self { browser, url: app.url.clone(), folder, stage, seen: 0, faults: Vec::new() }
    }

    async fn go(&self, member: Option<&Member>, lang: &str, path: &str) {
        self.browser.window.delete_all_cookies().await.unwrap();
        for cookie in [member.map(|member| member.cookie.clone()), Some(format!("postulo-language={lang}"))] {
            let Some(cookie) = cookie else { continue };
            let kept = vec![json!(format!("{cookie}; path=/"))];
            self.browser.window.execute("document.cookie = arguments[0]", kept).await.unwrap();
        }
        self.browser.go(&format!("{}{path}", self.url)).await;
    }

    /// Judges the page that is shown, and keeps its pictures.
    async fn judge(&mut self, path: &str, lang: &str) {
        // French words are longer: they do not fit where it is narrow, or where columns stand side by side.
        let all = lang == "en" || self.folder.is_some();
        for width in WIDTHS.into_iter().filter(|width| all || ENDS.contains(width)) {
            self.browser.look(width, false).await;
            let cut = self.browser.cut().await;
            self.note(&format!("{path} in {lang} at {width}"), cut);
            self.keep(path, lang, width).await;
        }
        // What axe-core finds is seldom in one language only.
        if lang == "en" {
            self.browser.look(320, false).await;
            let found = self.browser.violations(RULES).await;
            self.note(path, found);
            self.browser.look(1280, true).await;
            let found = self.browser.violations("{type: 'rule', values: ['color-contrast']}").await;
            self.note(&format!("{path} in the dark"), found);
        }
        self.browser.look(1280, false).await;
    }

    fn note(&mut self, what: &str, found: Vec<String>) {
        self.faults.extend(found.into_iter().map(|fault| format!("{} {what}: {fault}", self.stage)));
    }

    async fn keep(&self, path: &str, lang: &str, width: u32) {
        let Some(folder) = self.folder.as_ref().filter(|_| width > 320) else { return };
        let name = path.trim_start_matches("/studio").replace(['/', '?', '='], "_");
        for (dark, scheme) in [(false, "light"), (true, "dark")] {
            self.browser.look(width, dark).await;
            let file = format!("{}-{:03}{name}-{lang}-{width}-{scheme}.png", self.stage, self.seen);
            self.browser.picture(&folder.join(file)).await;
        }
    }

    async fn close(self) {
        self.browser.close().await;
        assert!(self.faults.is_empty(), "{}", self.faults.join("\n"));
    }

    async fn see(&mut self, member: Option<&Member>, path: &str) {
        self.seen += 1;
        for lang in ["en", "fr"] {
            self.go(member, lang, path).await;
            let shown = self.browser.window.current_url().await.unwrap();
            assert_eq!(shown.path(), path.split('?').next().unwrap());
            self.judge(path, lang).await;
        }
    }

    /// Sees what comes of a form that is sent empty, if the page has one.
    async fn see_refused(&mut self, member: Option<&Member>, path: &str) {
        for lang in ["en", "fr"] {
            self.go(member, lang, path).await;
            if !self.browser.has(TYPED).await {
                return;
            }
            let form = serde_json::to_string(TYPED).unwrap();
            self.browser.follow(&SEND_EMPTY.replace("arguments[0]", &form)).await;
            self.seen += u32::from(lang == "en");
            self.judge(path, lang).await;
        }
    }
}

/// The pages of the table, each with a role that may see it: no streams, no files. The address of no one thing is among them.
fn pages() -> Vec<(Option<Role>, String)> {
    let mut pages = Vec::new();
    for (method, route, asks, answer) in routes::ALL.iter().copied().flatten() {
        if *method != "GET" || *answer != 200 {
            continue;
        }
        let whose = match asks {
            Asks::Right(act) => Role::ALL.into_iter().find(|role| role.may(*act)),
            Asks::Presence => Some(Role::Owner),
            Asks::Nothing => None,
        };
        let is_page = !route.ends_with("/live") && !route.contains('.');
        if is_page {
            pages.push((whose, route.replace("{campaign}", "recognize-celil")));
        }
    }
    pages
}

#[tokio::test]
async fn every_page_of_a_new_organisation_and_every_refused_form() {
    let stage = Stage::new(TestApp::build(Build::default()).await).await;
    let mut eye = Eye::open(&stage.app, "empty").await;
    for (role, path) in pages() {
        eye.see(role.map(|role| stage.member(role)), &path).await;
    }
    eye.stage = "refused";
    for (role, path) in pages() {
        eye.see_refused(role.map(|role| stage.member(role)), &path).await;
    }
    eye.close().await;
}

#[tokio::test]
async fn every_page_of_an_organisation_at_work() {
    let mut stage = Stage::new(TestApp::build(Build::default()).await).await;
    let rows = stage.fill().await;
    let mut eye = Eye::open(&stage.app, "filled").await;
    for (role, path) in pages() {
        eye.see(role.map(|role| stage.member(role)), &path).await;
    }
    for (role, path) in rows {
        eye.see(Some(stage.member(role)), &path).await;
    }
    eye.close().await;
}
