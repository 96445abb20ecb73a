use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{FromRequest, Request};
use axum::http::header;
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::error::WebError;
use crate::app::App;

/// The fields of a posted form. What no browser sends is refused: another content type, bad encodings, NUL, a field twice.
#[derive(Debug, Default)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    /// Takes a field out; one that was not sent is empty.
    pub fn take(&mut self, name: &str) -> String {
        self.0.remove(name).unwrap_or_default()
    }

    /// Takes out the fields whose names begin so and that carry something, and returns what follows in their names: the
    /// ticked boxes of a list.
    pub fn take_marked(&mut self, prefix: &str) -> BTreeSet<String> {
        let named = |name: &String| name.starts_with(prefix);
        let all = std::mem::take(&mut self.0);
        let (marked, rest) = all.into_iter().partition(|(name, _)| named(name));
        self.0 = rest;
        let marked: BTreeMap<String, String> = marked;
        marked
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .filter_map(|(name, _)| name.strip_prefix(prefix).map(str::to_owned))
            .collect()
    }

    /// A field, where it was sent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    fn parse(body: &[u8]) -> Option<Self> {
        let mut fields = BTreeMap::new();
        for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
            let at = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
            let name = decode(&pair[..at])?;
            let value = decode(pair.get(at + 1..).unwrap_or_default())?;
            if fields.insert(name, value).is_some() {
                return None;
            }
        }
        Some(Self(fields))
    }
}

/// Undoes `application/x-www-form-urlencoded` strictly: the lenient way would store something else than was sent.
fn decode(text: &[u8]) -> Option<String> {
    let spaced: Vec<u8> = text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    let mut after_percent = spaced.split(|byte| *byte == b'%').skip(1);
    if !after_percent.all(|rest| rest.len() >= 2 && rest[..2].iter().all(u8::is_ascii_hexdigit)) {
        return None;
    }
    let text = String::from_utf8(percent_encoding::percent_decode(&spaced).collect()).ok()?;
    (!text.contains('\0')).then_some(text)
}

impl FromRequest<Arc<App>> for Fields {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, WebError> {
        read(request, app, app.tools.settings.http.max_body).await
    }
}

/// The fields of a form into which whole texts are written: only for handlers that ask who is there before they take it.
pub struct LongFields(pub Fields);

/// The longest text in two languages and every sign of it encoded, with room for the rest of its page.
const LONG: usize = 4 * 1024 * 1024;

impl FromRequest<Arc<App>> for LongFields {
    type Rejection = WebError;

    async fn from_request(request: Request, app: &Arc<App>) -> Result<Self, WebError> {
        Ok(Self(read(request, app, LONG.max(app.tools.settings.http.max_body)).await?))
    }
}

async fn read(request: Request, app: &App, most: usize) -> Result<Fields, WebError> {
    let form = "application/x-www-form-urlencoded";
    let content_type = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let is_form = content_type
        .and_then(|value| value.split(';').next())
        .is_some_and(|essence| essence.trim().eq_ignore_ascii_case(form));
    let limited = Limited::new(request.into_body(), most);
    let patience = Duration::from_secs(app.tools.settings.http.body_timeout);
    let collected = tokio::time::timeout(patience, limited.collect()).await;
    let body = collected.map_err(|_| WebError::TooSlow)?.map_err(|error| {
        if error.is::<LengthLimitError>() { WebError::TooLarge } else { WebError::BadRequest }
    })?;
    let body = body.to_bytes();
    if body.is_empty() {
        return Ok(Fields::default());
    }
    if !is_form {
        return Err(WebError::BadRequest);
    }
    Fields::parse(&body).ok_or(WebError::BadRequest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Fields;

    #[test]
    fn what_no_browser_sends_is_refused() {
        for body in ["name=%91", "name=%", "name=%9", "name=%zz", "name=a%00b", "name=a&name=b", "name=\u{0}"]
        {
            assert!(Fields::parse(body.as_bytes()).is_none(), "{body}");
        }
        assert!(Fields::parse(b"name=\xff").is_none());
        let mut fields =
            Fields::parse("name=Anna+Roy&email=a%2Bb%40c.org&x&city=%C3%89t%C3%A9".as_bytes()).unwrap();
        assert_eq!(fields.take("name"), "Anna Roy");
        assert_eq!(fields.take("email"), "a+b@c.org");
        assert_eq!(fields.take("city"), "Été");
        assert_eq!(fields.take("missing"), "");
    }

    proptest! {
        #[test]
        fn what_a_browser_encodes_comes_out_as_typed(value in "[^\\x00]{0,60}") {
            let body = form_urlencoded::Serializer::new(String::new()).append_pair("name", &value).finish();
            prop_assert_eq!(Fields::parse(body.as_bytes()).unwrap().take("name"), value);
        }

        #[test]
        fn any_bytes_are_parsed_or_refused(body: Vec<u8>) {
            let _ = Fields::parse(&body);
        }
    }
}
