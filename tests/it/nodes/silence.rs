use std::future::pending;
use std::path::PathBuf;

use tempfile::TempDir;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, UnixStream};
use tokio::sync::watch;

use super::crowd::{Crowd, Hand, assert_nothing_lost};
use super::fleet::Fleet;
use super::pair::Pair;

/// A network between nodes and database. What was connected can be made to fall silent, as when a cable is cut: no
/// connection ends, and nothing arrives any more.
struct Network {
    port: u16,
    cut: watch::Sender<()>,
}

impl Network {
    async fn to(socket: PathBuf) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let (cut, watched) = watch::channel(());
        tokio::spawn(async move {
            while let Ok((mut node, _)) = listener.accept().await {
                let mut database = UnixStream::connect(&socket).await.unwrap();
                let mut watched = watched.clone();
                watched.mark_unchanged();
                tokio::spawn(async move {
                    tokio::select! {
                        _ = copy_bidirectional(&mut node, &mut database) => {}
                        _ = watched.changed() => pending().await,
                    }
                });
            }
        });
        Self { port, cut }
    }
}

#[tokio::test]
async fn connections_that_fall_silent_hold_up_signing_only_for_a_while() {
    let pair = Pair::start().await;
    let [socket, _] = pair.sockets();
    let network = Network::to(socket.trim_start_matches("unix@").into()).await;
    let database = format!("postgres://postgres@127.0.0.1:{}/postulo", network.port);
    let settings = [("POSTULO_INTAKE__PATIENCE", "2"), ("POSTULO_DATABASE__CONNECTIONS", "16")];
    let fleet = Fleet::on(TempDir::new().unwrap(), database, &settings).await;
    let hand = Hand::new(fleet.urls(), fleet.vault());
    let crowd = Crowd::gather(&hand, 6);
    crowd.goes_on(20).await;
    network.cut.send_replace(());
    crowd.goes_on_within(90, 20).await;
    let went = crowd.disperse().await;
    assert_nothing_lost(&fleet.tools().await, &went).await;
}
