//! The pages and what answers behind them. Handlers translate between HTTP and actions; they decide nothing.

mod answer;
mod api;
mod assets;
mod cookies;
mod error;
mod form;
mod handover;
mod media;
pub mod metrics;
mod outbox;
pub mod pages;
mod resumable;
mod sheet;
mod studio;
mod supporter;
mod ui;
mod upload;
mod visitor;

use std::sync::Arc;

use axum::Router;
use axum::middleware;
use axum::response::IntoResponse;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;

use crate::app::App;

/// The whole service behind one address.
pub fn router(app: Arc<App>) -> anyhow::Result<Router> {
    let cross_site = CsrfLayer::new().add_trusted_origin(&app.tools.settings.http.public_url)?;
    let metrics = app.metrics.clone();
    let mut pages = Router::new().merge(supporter::router()).merge(studio::router());
    pages = pages.merge(handover::router()).merge(api::router()).merge(assets::router());
    if app.demo {
        pages = pages.merge(outbox::router());
    }
    let pages = pages
        .fallback(async || error::WebError::NotFound)
        // Archives are compressed already, and a part of one is a part of what it was.
        .layer(
            CompressionLayer::new()
                .compress_when(DefaultPredicate::new().and(NotForContentType::const_new("application/zip"))),
        )
        // What is asked for most is compressed once for all, and only read.
        .merge(supporter::read_by_all())
        .merge(api::stream())
        .merge(media::router())
        .method_not_allowed_fallback(async || error::WebError::MethodNotAllowed)
        .layer(cross_site)
        // Mail programs post to it from elsewhere.
        .merge(supporter::unsubscribe::router())
        // What the fault said stays out of the answer.
        .layer(CatchPanicLayer::custom(move |_| {
            metrics.panicked();
            error::WebError::Internal.into_response()
        }))
        .layer(middleware::from_fn_with_state(app.clone(), answer::finish));
    Ok(pages.with_state(app))
}
