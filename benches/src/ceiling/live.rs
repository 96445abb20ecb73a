//! A bare event stream: hyper with small buffers, and a frame that is made once and shared by all.

use std::convert::Infallible;

use bytes::Bytes;
use futures_util::stream::{self, Stream};
use http_body_util::{BodyExt, Full, StreamBody, combinators::UnsyncBoxBody};
use hyper::body::{Frame, Incoming};
use hyper::header::{CONTENT_LENGTH, CONTENT_TYPE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response};
use hyper_util::rt::TokioIo;
use tokio::sync::watch;

/// The smallest that hyper takes.
const BUFFER: usize = 8192;

fn event(counted: u64) -> Bytes {
    // As long as the product's event.
    format!(
        "event: tally\ndata: {{\"campaign\":\"recognize-celil\",\"as_of\":\"2026-11-22T10:00:00.000Z\",\"signatures\":\
         {{\"counted\":{counted},\"online\":{counted},\"paper\":0,\"reported\":0}},\"postcards\":{{\"counted\":0,\
         \"online\":0,\"paper\":0,\"reported\":10000}},\"organisations\":13,\"professionals\":0,\"next_milestone\":\
         100000,\"delivered\":{{\"signatures\":0,\"postcards\":0}}}}\n\n"
    )
    .into()
}

fn events(watcher: watch::Receiver<Bytes>) -> impl Stream<Item = Result<Frame<Bytes>, Infallible>> {
    stream::unfold((watcher, true), |(mut watcher, first)| async move {
        if !first {
            watcher.changed().await.ok()?;
        }
        let frame = watcher.borrow_and_update().clone();
        Some((Ok(Frame::data(frame)), (watcher, false)))
    })
}

type Body = UnsyncBoxBody<Bytes, Infallible>;

fn answer(request: &Request<Incoming>, hub: &watch::Sender<Bytes>) -> Response<Body> {
    if request.method() == Method::POST {
        hub.send_replace(event(2));
        let empty = Full::new(Bytes::new()).boxed_unsync();
        let mut response = Response::new(empty);
        response.headers_mut().insert(CONTENT_LENGTH, 0.into());
        return response;
    }
    let mut response = Response::new(StreamBody::new(events(hub.subscribe())).boxed_unsync());
    response.headers_mut().insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static("text/event-stream"));
    response
}

pub async fn serve() -> anyhow::Result<()> {
    let listener = super::listen().await?;
    let hub = watch::Sender::new(event(1));
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let hub = hub.clone();
        let service = service_fn(move |request| {
            let response = answer(&request, &hub);
            async move { Ok::<_, Infallible>(response) }
        });
        tokio::spawn(
            http1::Builder::new().max_buf_size(BUFFER).serve_connection(TokioIo::new(stream), service),
        );
    }
}
