//! The two cookies of the studio, who is logged in and in which language they read, and one for each link by which an office fetches
//! its delivery. No other page sets any.

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::app::App;
use crate::domain::delivery::handover::VISIT;
use crate::domain::lang::Lang;
use crate::domain::session::Token;
use crate::paths;

const LANGUAGE: &str = "postulo-language";
const HANDOVER: &str = "postulo-handover";

fn over_https(app: &App) -> bool {
    app.tools.settings.http.public_url.starts_with("https://")
}

/// With this prefix a browser takes it over HTTPS only, for this very host, and from nobody in between (RFC 6265bis, 4.1.3.2).
/// Without HTTPS it would not take it at all.
fn session_name(app: &App) -> &'static str {
    if over_https(app) { "__Host-postulo" } else { "postulo" }
}

fn find<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(named, value)| (named == name).then_some(value))
}

/// The token that a browser brings.
pub fn session(headers: &HeaderMap, app: &App) -> Option<Token> {
    URL_SAFE_NO_PAD.decode(find(headers, session_name(app))?).ok()?.try_into().ok()
}

/// The language that was chosen in the studio.
pub fn language(headers: &HeaderMap) -> Option<Lang> {
    find(headers, LANGUAGE)?.parse().ok()
}

/// What a browser brings in which the passphrase of a handover was typed.
pub fn handover(headers: &HeaderMap) -> Option<&str> {
    find(headers, HANDOVER)
}

/// Lets a browser keep that it was. It is for this link alone, so that several can be open side by side.
pub fn keep_handover(app: &App, token: &str, kept: &str) -> HeaderValue {
    let more = format!("; Path={}; Max-Age={}", paths::handover(token), VISIT.as_secs());
    header(app, &format!("{HANDOVER}={kept}"), &more)
}

fn header(app: &App, pair: &str, more: &str) -> HeaderValue {
    let secure = if over_https(app) { "; Secure" } else { "" };
    let text = format!("{pair}; HttpOnly; SameSite=Lax{secure}{more}");
    HeaderValue::from_str(&text).expect("names, codes and Base64 are ASCII")
}

/// Lets a browser keep a token, until it is closed. `Lax`, so that a link in a mail leads into the studio; posts from
/// elsewhere are refused by their origin.
pub fn keep_session(app: &App, token: &Token) -> HeaderValue {
    header(app, &format!("{}={}", session_name(app), URL_SAFE_NO_PAD.encode(token)), "; Path=/")
}

pub fn forget_session(app: &App) -> HeaderValue {
    header(app, &format!("{}=", session_name(app)), "; Path=/; Max-Age=0")
}

/// Keeps a language for a year.
pub fn keep_language(app: &App, lang: Lang) -> HeaderValue {
    header(app, &format!("{LANGUAGE}={lang}"), "; Path=/studio; Max-Age=31536000")
}
