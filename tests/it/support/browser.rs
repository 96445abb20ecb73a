//! A real Chromium, driven by its own driver.

use std::net::TcpListener as StdListener;
use std::process::Stdio;
use std::time::Duration;

use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const AXE: &str = include_str!("../../vendor/axe.min.js");

/// WCAG 2.2 AA and good practice.
pub const RULES: &str = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

/// How a browser is set.
#[derive(Clone, Copy)]
pub struct Look {
    pub width: u32,
    pub dark: bool,
    pub script: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 360, dark: false, script: true }
    }
}

/// One window. Closed with `close`; the driver goes with it.
pub struct Browser {
    pub window: Client,
    driver: Child,
    _profile: TempDir,
}

impl Browser {
    pub async fn open(look: Look) -> Self {
        // A port that was free a moment ago.
        let port = StdListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("chromedriver: run the tests with ./test, which installs it");
        let mut lines = BufReader::new(driver.stdout.take().unwrap()).lines();
        while !lines.next_line().await.unwrap().expect("chromedriver starts").contains("started successfully")
        {
        }
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let profile = TempDir::new().unwrap();
        let client = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new())
            .capabilities(capabilities(look, &profile))
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a browser");
        Self { window: client, driver, _profile: profile }
    }

    pub async fn go(&self, url: &str) {
        self.window.goto(url).await.unwrap();
    }

    /// The text of an element, once it is there.
    pub async fn text(&self, css: &str) -> String {
        self.window.wait().for_element(Locator::Css(css)).await.unwrap().text().await.unwrap()
    }

    pub async fn fill(&self, css: &str, text: &str) {
        let field = self.window.find(Locator::Css(css)).await.unwrap();
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    pub async fn click(&self, css: &str) {
        self.window.find(Locator::Css(css)).await.unwrap().click().await.unwrap();
    }

    /// Presses Enter on an element. The driver's own click never returns where JavaScript is off.
    pub async fn enter(&self, css: &str) {
        let element = self.window.find(Locator::Css(css)).await.unwrap();
        element.send_keys(&char::from(Key::Enter).to_string()).await.unwrap();
    }

    /// Presses Enter on what leads to another page, and waits until the old one is gone.
    pub async fn press(&self, css: &str) {
        let old = self.window.find(Locator::Css("html")).await.unwrap();
        self.enter(css).await;
        self.gone(&old).await;
    }

    /// Waits until a page is gone and the next is there.
    pub async fn gone(&self, old: &Element) {
        let gone = async {
            while old.tag_name().await.is_ok() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), gone).await.expect("another page");
        self.window.wait().for_element(Locator::Css("main h1")).await.unwrap();
    }

    pub async fn has(&self, css: &str) -> bool {
        self.window.find(Locator::Css(css)).await.is_ok()
    }

    /// Waits until a script of the page says yes.
    pub async fn until(&self, condition: &str) {
        let script = format!(
            "const [done] = arguments; const look = () => ({condition}) ? done(true) : requestAnimationFrame(look); look();"
        );
        self.window.execute_async(&script, Vec::new()).await.unwrap();
    }

    /// Fails where axe-core finds anything against WCAG 2.2 AA, or where the page scrolls sideways.
    pub async fn assert_accessible(&self, what: &str) {
        assert_eq!(self.violations(RULES).await, [""; 0], "{what}");
        let wide = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
        assert_eq!(self.window.execute(wide, Vec::new()).await.unwrap(), json!(0), "{what} scrolls sideways");
    }

    /// What axe-core finds against these rules.
    pub async fn violations(&self, rules: &str) -> Vec<String> {
        if self.window.execute("return typeof axe", Vec::new()).await.unwrap() != json!("object") {
            self.window.execute(AXE, Vec::new()).await.unwrap();
        }
        let run = format!(
            "const [done] = arguments; axe.run(document, {{runOnly: {rules}}}).then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))));"
        );
        serde_json::from_value(self.window.execute_async(&run, Vec::new()).await.unwrap()).unwrap()
    }

    pub async fn close(mut self) {
        self.window.close().await.unwrap();
        self.driver.kill().await.unwrap();
    }
}

fn capabilities(look: Look, profile: &TempDir) -> Map<String, Value> {
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--disable-dev-shm-usage".into(),
        "--hide-scrollbars".into(),
        // Smooth scrolling would still be under way when the driver clicks.
        "--force-prefers-reduced-motion".into(),
        format!("--window-size={},900", look.width.max(500)),
        format!("--user-data-dir={}", profile.path().display()),
    ];
    if look.dark {
        arguments.push("--blink-settings=preferredColorScheme=0".into());
    }
    if !look.script {
        arguments.push("--blink-settings=scriptEnabled=false".into());
    }
    let mut options = json!({ "args": arguments });
    if look.width < 500 {
        options["mobileEmulation"] =
            json!({ "deviceMetrics": { "width": look.width, "height": 740, "pixelRatio": 2.0 } });
    }
    let mut capabilities = Map::new();
    capabilities.insert("goog:chromeOptions".into(), options);
    capabilities.insert("timeouts".into(), json!({ "script": 20_000 }));
    capabilities
}
