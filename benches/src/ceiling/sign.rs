//! The bare sign service: a form in, two durable rows, a redirect out. No limits, no ORM, no templates, no rule of households.

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use tokio::sync::{mpsc, oneshot};

use super::form::{Keys, Row};

/// The most that one transaction takes, as in the product.
pub const GROUP: usize = 512;

/// A row and whoever waits for it to be durable.
pub type Job = (Row, oneshot::Sender<bool>);

#[derive(Clone)]
struct Service {
    keys: Keys,
    writer: mpsc::Sender<Job>,
}

pub async fn serve(writer: mpsc::Sender<Job>) -> anyhow::Result<()> {
    let service = Service { keys: Keys::default(), writer };
    let router = Router::new().route("/en/campaigns/recognize-celil/sign", post(sign)).with_state(service);
    axum::serve(super::listen().await?, router).await?;
    Ok(())
}

async fn sign(State(service): State<Service>, body: String) -> Response {
    let Some(row) = service.keys.prepare(&body) else {
        return StatusCode::UNPROCESSABLE_ENTITY.into_response();
    };
    let location = format!("/en/campaigns/recognize-celil/check-email?waiting={}", row.id.simple());
    let (answer, answered) = oneshot::channel();
    if service.writer.send((row, answer)).await.is_err() || answered.await != Ok(true) {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response()
}
