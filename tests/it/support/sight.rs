//! What a browser shows at a width and in a scheme of colours, and a picture of it.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Locator;
use fantoccini::wd::WebDriverCompatibleCommand;
use reqwest::Method;
use serde_json::{Value, json};

use super::browser::Browser;

/// A command in the browser's own protocol, which the driver passes on.
#[derive(Debug)]
struct Devtools(&'static str, Value);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}

/// Text that no longer fits: beside the page, out of its own box, or hidden where it runs over. What scrolls may be wide.
const CUT: &str = r"
const width = document.documentElement.clientWidth;
const cut = document.documentElement.scrollWidth > width ? ['the page scrolls sideways'] : [];
const over = 'td, th, fieldset, dd, dt, li, p, button, label, legend, .held, .notice, .summary, a.button';
const scrolls = e => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const text = texts.currentNode, parent = text.parentElement;
  if (!text.data.trim() || parent.closest('.visually-hidden, .stacked thead, .elsewhere, .skip, option, textarea, svg, script')) continue;
  if (!parent.checkVisibility()) continue;
  const range = document.createRange(), box = parent.closest(over)?.getBoundingClientRect();
  range.selectNodeContents(text);
  for (const line of range.getClientRects()) {
    const beside = (line.left < -1 || line.right > width + 1) && !scrolls(parent);
    const beyond = box && (line.right > box.right + 1 || line.left < box.left - 1);
    if (beside || beyond) { cut.push(text.data.trim().slice(0, 60)); break; }
  }
}
for (const e of document.querySelectorAll('main :not(input, textarea, select)')) {
  const hides = /hidden|clip/.test(getComputedStyle(e).overflowX) && !e.closest('.visually-hidden, .stacked thead, .elsewhere, svg, .rendered');
  if (hides && e.scrollWidth > e.clientWidth + 1) cut.push('hidden in ' + e.outerHTML.slice(0, 80));
}
return cut;";

impl Browser {
    async fn devtools(&self, command: &'static str, values: Value) -> Value {
        self.window.issue_cmd(Devtools(command, values)).await.unwrap()
    }

    /// Makes the window so wide, light or dark; the page stays.
    pub async fn look(&self, width: u32, dark: bool) {
        let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500 });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
        let scheme =
            json!([{ "name": "prefers-color-scheme", "value": if dark { "dark" } else { "light" } }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": scheme })).await;
    }

    /// The whole page, down to its end.
    pub async fn picture(&self, file: &Path) {
        let metrics = self.devtools("Page.getLayoutMetrics", json!({})).await;
        let page = &metrics["cssContentSize"];
        let clip = json!({ "x": 0, "y": 0, "width": page["width"], "height": page["height"], "scale": 1 });
        let wish = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        let shot = self.devtools("Page.captureScreenshot", wish).await;
        std::fs::write(file, STANDARD.decode(shot["data"].as_str().unwrap()).unwrap()).unwrap();
    }

    /// What of the page is cut, beginning with the page itself where it scrolls sideways.
    pub async fn cut(&self) -> Vec<String> {
        let cut = self.window.execute(CUT, Vec::new()).await.unwrap();
        serde_json::from_value(cut).unwrap()
    }

    /// Runs a script that leads to another page, and waits until the old one is gone.
    pub async fn follow(&self, script: &str) {
        let old = self.window.find(Locator::Css("html")).await.unwrap();
        self.window.execute(script, Vec::new()).await.unwrap();
        self.gone(&old).await;
    }

    /// What has the focus, as the name of the element and its id, name or words.
    pub async fn focused(&self) -> String {
        let script = "const e = document.activeElement; return e.localName + ' ' + (e.id || (e.localName === 'button' && e.value) || e.name || e.className || e.textContent.trim());";
        self.window.execute(script, Vec::new()).await.unwrap().as_str().unwrap().to_owned()
    }
}
