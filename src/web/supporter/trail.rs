use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum::response::Response;
use url::form_urlencoded;

use super::views::signature;
use crate::domain::source::Source;
use crate::web::pages::Rendered;

/// What led here, as `?source=` in the address tells it. A site that links here without a code is told by the script of the
/// page: the page itself is the same for all who ask for its address, so that any cache may keep it.
#[derive(Clone, Debug, Default)]
pub struct Trail(pub Source);

impl Trail {
    /// A page that everybody sees alike, whose form remembers the code of the address.
    pub fn respond(&self, page: Rendered, asked: &HeaderMap) -> Response {
        if self.0.is_unknown() {
            return page.respond(asked);
        }
        let remembered = signature::remembered(self.0.as_str()).into_string();
        page.with(signature::SOURCE_PLACE, remembered).respond(asked)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Trail {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default();
        let code = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "source");
        Ok(code.map_or_else(Self::default, |(_, code)| Self(Source::parse(&code))))
    }
}
