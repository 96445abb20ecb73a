use futures_util::{StreamExt, stream};

use super::crowd::Hand;
use super::fleet::Fleet;

/// How many one network may sign in the hour.
const MOST: usize = 96;

/// How many more three nodes may let in: what each keeps to itself (a sixteenth), and what comes while they tell.
const SLACK: usize = 3 * (MOST / 16 + 1) + 30;

#[tokio::test]
async fn one_network_gets_no_more_from_three_nodes_than_from_one() {
    let most = MOST.to_string();
    let settings = [("POSTULO_LIMITS__NETWORK_SUSTAINED", &*most), ("POSTULO_LIMITS__NETWORK_BURST", "1000")];
    let fleet = Fleet::start(&settings).await;
    let hand = Hand::new(fleet.urls(), fleet.vault());
    let attempts = stream::iter(0..4 * MOST).map(|n| {
        let hand = hand.clone();
        async move { hand.sign("Anna Roy", &format!("a{n}@example.org"), "K1A 0A6", "192.0.2.1").await }
    });
    let answers: Vec<_> = attempts.buffer_unordered(6).collect().await;
    let refused = answers.iter().filter_map(|answer| answer.as_ref().err());
    assert!(refused.clone().all(|why| why.contains("429")), "{answers:?}");
    let let_in = answers.len() - refused.count();
    assert!((MOST..=MOST + SLACK).contains(&let_in), "{let_in} were let in");
    let other = hand.sign("Bela Roy", "b@example.org", "K1A 0A6", "192.0.2.2").await;
    assert!(other.is_ok(), "others are not concerned: {other:?}");
}
