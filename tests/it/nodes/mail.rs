use std::collections::HashSet;
use std::time::Duration;

use postulo::jobs::mail::send_due;
use postulo::storage::queue;
use tokio::net::TcpListener;

use super::crowd::Hand;
use super::fleet::{Fleet, figure};
use super::until;
use crate::support::smtp::{Manner, Server};
use crate::support::{Backend, Build, Person, TestApp};

const MAILS: usize = 150;

#[tokio::test]
async fn three_nodes_send_each_mail_once() {
    let server = Server::start(Manner::Takes).await;
    let smtp = format!("smtp://{}", server.address);
    let fleet = Fleet::start(&[("POSTULO_MAIL__TRANSPORT", "smtp"), ("POSTULO_MAIL__SMTP_URL", &smtp)]).await;
    let hand = Hand::new(fleet.urls(), fleet.vault());
    let signings =
        (0..MAILS).map(|n| {
            let hand = hand.clone();
            async move {
                hand.sign("Anna Roy", &format!("a{n}@example.org"), "K1A 0A6", &format!("10.0.0.{n}")).await
            }
        });
    let signed = futures_util::future::join_all(signings).await;
    assert!(signed.iter().all(Result::is_ok), "{signed:?}");
    let tools = fleet.tools().await;
    until("all mail is sent", async || queue::count_queued(tools.db.read()).await.unwrap() == 0).await;
    let taken = server.taken();
    let ids: HashSet<_> = taken.iter().map(|mail| &mail.id).collect();
    let people: HashSet<_> = taken.iter().map(|mail| &mail.to).collect();
    assert_eq!((taken.len(), ids.len(), people.len()), (MAILS, MAILS, MAILS));
}

#[tokio::test]
async fn what_a_dead_node_had_claimed_is_sent_by_another_once_its_lease_is_over() {
    // A mail server that takes connections and never says a word.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let smtp = Some(silent.local_addr().unwrap());
    let dies = TestApp::build(Build { backend: Backend::Postgres, smtp, ..Build::default() }).await;
    let server = Server::start(Manner::Takes).await;
    let lives = dies.beside_with(Some(server.address)).await;
    for n in 0..20 {
        dies.visitor().sign_well(&Person::new("Anna Roy", &format!("a{n}@example.org"))).await;
    }
    let sending = tokio::spawn({
        let app = dies.app.clone();
        async move { send_due(&app).await }
    });
    let leased = "SELECT count(*) FROM outbox WHERE state = 'queued' AND leased_until > 0";
    let db = lives.app.tools.db.read();
    until("it has claimed them all", async || figure(db, leased).await == 20).await;
    sending.abort();
    lives.run_mail().await;
    assert_eq!(server.taken().len(), 0, "they are another's");
    lives.advance(Duration::from_mins(5));
    lives.run_mail().await;
    let ids: HashSet<_> = server.taken().into_iter().map(|mail| mail.id).collect();
    assert_eq!((server.taken().len(), ids.len()), (20, 20));
    assert_eq!(queue::count_queued(db).await.unwrap(), 0);
}
