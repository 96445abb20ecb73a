//! The pages and what answers behind them. Handlers translate between HTTP and actions; they decide nothing.

mod api;
mod assets;
mod error;
mod form;
pub mod metrics;
mod observe;
mod outbox;
pub mod pages;
mod supporter;
mod ui;
mod visitor;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::Response;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;

use crate::app::App;
use crate::guard::headers;

/// The whole service behind one address.
pub fn router(app: Arc<App>) -> anyhow::Result<Router> {
    let public_url = app.tools.settings.http.public_url.clone();
    let https = public_url.starts_with("https://");
    let cross_site = CsrfLayer::new().add_trusted_origin(&public_url)?;
    let compressible = DefaultPredicate::new().and(NotForContentType::new("text/event-stream"));
    let mut pages = Router::new().merge(supporter::router()).merge(api::router()).merge(assets::router());
    if app.demo {
        pages = pages.merge(outbox::router());
    }
    Ok(pages
        .fallback(async || error::WebError::NotFound)
        .method_not_allowed_fallback(async || error::WebError::MethodNotAllowed)
        .layer(cross_site)
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), error::render))
        .layer(CompressionLayer::new().compress_when(compressible))
        .layer(middleware::from_fn(
            move |request: Request, next: Next| -> futures_util::future::BoxFuture<'static, Response> {
                Box::pin(headers::secure(https, request, next))
            },
        ))
        .layer(middleware::from_fn_with_state(app.clone(), observe::observe))
        .with_state(app))
}
