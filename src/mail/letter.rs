use maud::{DOCTYPE, Markup, html};

use crate::domain::lang::Lang;
use crate::markdown;

/// One part of a letter, told alike in HTML and in plain text.
pub enum Part {
    Text(String),
    /// What somebody wrote or signed, set apart.
    Quote(String),
    /// What the letter is for.
    Button {
        label: String,
        url: String,
    },
    /// Digits to be typed elsewhere.
    Code {
        label: String,
        code: String,
    },
    Link {
        label: String,
        url: String,
    },
    Small(String),
    Heading {
        text: String,
        lang: String,
    },
    /// Markdown that organisers wrote, in a language that need not be the letter's.
    Prose {
        markdown: String,
        lang: String,
    },
}

/// A mail before it has an address.
pub struct Letter {
    pub lang: Lang,
    pub subject: String,
    pub parts: Vec<Part>,
}

const BODY: &str = "margin:0;padding:24px 16px;background:#f6f2e9;color:#1d1b16";
const SHEET: &str = "max-width:34em;margin:0 auto;padding:24px;background:#fffdf8;border:1px solid #d9d0bd;\
    font:17px/1.5 Georgia,'Times New Roman',serif";
const QUOTE: &str = "margin:16px 0;padding:0 0 0 16px;border-left:3px solid #a5281b;white-space:pre-line";
const BUTTON: &str = "display:inline-block;padding:14px 24px;background:#16324f;color:#ffffff;\
    text-decoration:none;font:bold 17px/1.2 sans-serif;border-radius:4px";
const CODE: &str = "font:bold 28px/1.2 monospace;letter-spacing:4px";
const LINK: &str = "color:#16324f";
const HEADING: &str = "margin:0 0 16px;font-size:24px;line-height:1.25";
const SMALL: &str = "font:14px/1.5 sans-serif;color:#575144";

impl Letter {
    pub fn html(&self) -> String {
        let page: Markup = html! {
            (DOCTYPE)
            html lang=(self.lang) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width,initial-scale=1";
                    title { (self.subject) }
                }
                body style=(BODY) {
                    div style=(SHEET) { @for part in &self.parts { (part.html()) } }
                }
            }
        };
        page.into_string()
    }

    pub fn text(&self) -> String {
        let parts: Vec<String> = self.parts.iter().map(Part::text).collect();
        format!("{}\n", parts.join("\n\n"))
    }
}

impl Part {
    fn html(&self) -> Markup {
        html! {
            @match self {
                Self::Text(text) => p { (text) },
                Self::Quote(text) => blockquote style=(QUOTE) dir="auto" { (text) },
                Self::Button { label, url } => p { a href=(url) style=(BUTTON) { (label) } },
                Self::Code { label, code } => p { (label) br; span style=(CODE) { (code) } },
                Self::Link { label, url } => p { a href=(url) style=(LINK) { (label) } },
                Self::Small(text) => p style=(SMALL) {
                    @for (at, line) in text.lines().enumerate() { @if at > 0 { br; } (line) }
                },
                Self::Heading { text, lang } => h1 style=(HEADING) lang=(lang) dir="auto" { (text) },
                Self::Prose { markdown, lang } => div lang=(lang) dir="auto" { (markdown::html(markdown)) },
            }
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Small(text) => text.clone(),
            Self::Quote(text) => text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>().join("\n"),
            Self::Button { label, url } | Self::Link { label, url } => format!("{label}\n{url}"),
            Self::Code { label, code } => format!("{label}\n{code}"),
            Self::Heading { text, .. } => text.to_uppercase(),
            Self::Prose { markdown, .. } => markdown::text(markdown),
        }
    }
}
