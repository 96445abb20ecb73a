//! Lets connections in: so many at once, so many from one network, none that takes for ever.

use std::collections::HashMap;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, Response, header};
use futures_util::FutureExt;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::Service;
use tracing::{debug, warn};

use crate::app::App;
use crate::guard::client::Network;

/// The largest head of a request, in bytes.
const HEAD: usize = 16 * 1024;

/// Where there are no more files to open, a moment may free some.
const OUT_OF_FILES: Duration = Duration::from_millis(50);

/// Lets connections in until `closing`, and returns when the requests under way have been answered.
pub async fn open(app: Arc<App>, router: Router, listener: TcpListener, closing: CancellationToken) {
    let door = Arc::new(Door {
        places: Arc::new(Semaphore::new(app.tools.settings.http.max_connections)),
        by_network: Mutex::default(),
        app,
        router,
        closing: closing.clone(),
    });
    let connections = TaskTracker::new();
    while let Some(come) = closing.run_until_cancelled(door.next(&listener)).await {
        match come {
            Ok((stream, peer, place)) => {
                if let Some(guest) = door.admit(peer, place) {
                    connections.spawn(door.clone().entertain(stream, peer, guest));
                }
            }
            Err(error) => {
                warn!(error = %error.kind(), "a connection could not be taken");
                tokio::time::sleep(OUT_OF_FILES).await;
            }
        }
    }
    // Who stands before the door when it closes is let in once more.
    while let Some(Ok((stream, peer, place))) = door.next(&listener).now_or_never() {
        if let Some(guest) = door.admit(peer, place) {
            connections.spawn(door.clone().entertain(stream, peer, guest));
        }
    }
    drop(listener);
    connections.close();
    connections.wait().await;
}

struct Door {
    app: Arc<App>,
    router: Router,
    places: Arc<Semaphore>,
    by_network: Mutex<HashMap<Network, usize>>,
    closing: CancellationToken,
}

/// A connection that was let in, until it is dropped.
struct Guest {
    door: Arc<Door>,
    /// None for a trusted proxy, which comes for many.
    network: Option<Network>,
    _place: OwnedSemaphorePermit,
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.door.app.metrics.connections.dec();
        let Some(network) = self.network else { return };
        let mut by_network = self.door.by_network();
        if let Some(open) = by_network.get_mut(&network) {
            *open -= 1;
            if *open == 0 {
                by_network.remove(&network);
            }
        }
    }
}

impl Door {
    fn by_network(&self) -> MutexGuard<'_, HashMap<Network, usize>> {
        self.by_network.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn next(
        &self,
        listener: &TcpListener,
    ) -> std::io::Result<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
        let place = self.places.clone().acquire_owned().await.map_err(std::io::Error::other)?;
        let (stream, peer) = listener.accept().await?;
        // What is written leaves at once: nothing is written in bits.
        let _ = stream.set_nodelay(true);
        Ok((stream, peer, place))
    }

    /// Lets a connection in, unless its network has as many as it may.
    fn admit(self: &Arc<Self>, peer: SocketAddr, place: OwnedSemaphorePermit) -> Option<Guest> {
        let http = &self.app.tools.settings.http;
        let address = peer.ip().to_canonical();
        let is_proxy = http.trusted_proxies.iter().any(|network| network.contains(&address));
        let network = (!is_proxy).then(|| Network::of(address));
        if let Some(network) = network {
            let mut by_network = self.by_network();
            let open = by_network.entry(network).or_default();
            if *open >= http.connections_per_network {
                self.app.metrics.refused_connections.inc();
                return None;
            }
            *open += 1;
        }
        self.app.metrics.connections.inc();
        Some(Guest { door: self.clone(), network, _place: place })
    }

    async fn entertain(self: Arc<Self>, stream: TcpStream, peer: SocketAddr, guest: Guest) {
        let door = self.clone();
        // Boxed, so that a connection that rests or streams does not keep room for answering.
        let service = service_fn(move |request| Box::pin(door.clone().answer(request, peer)));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(Duration::from_secs(self.app.tools.settings.http.idle_timeout))
            .max_buf_size(HEAD)
            .serve_connection(TokioIo::new(stream), service);
        let mut connection = std::pin::pin!(connection);
        // First what has come already: a request that stands in the socket is answered, even at the very end.
        let ended = tokio::select! {
            biased;
            ended = connection.as_mut() => ended,
            () = self.closing.cancelled() => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        };
        if let Err(error) = ended {
            debug!(%error, "a connection broke");
        }
        drop(guest);
    }

    async fn answer(
        self: Arc<Self>,
        mut request: Request<Incoming>,
        peer: SocketAddr,
    ) -> Result<Response<Body>, Infallible> {
        request.extensions_mut().insert(ConnectInfo(peer));
        let mut response = self.router.clone().call(request).await?;
        if self.app.stopping.is_cancelled() {
            // Whoever keeps this connection for another request finds another node.
            response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        Ok(response)
    }
}
