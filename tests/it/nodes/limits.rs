use futures_util::{StreamExt, stream};

use postulo::actions::set_limits::{add_listings, set_limits};
use postulo::domain::listing::Kind;
use postulo::domain::own_limits::OwnLimits;
use postulo::storage::organisations;

use super::crowd::Hand;
use super::fleet::Fleet;
use super::until_within;

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

#[tokio::test]
async fn what_an_organisation_sets_holds_on_every_node_within_seconds() {
    let fleet = Fleet::start(&[]).await;
    let tools = fleet.tools().await;
    let here = organisations::list(tools.db.read()).await.unwrap()[0].id;
    let once = OwnLimits { network_burst: Some(1), ..OwnLimits::default() };
    set_limits(&tools.desk(), here, once, "test").await.unwrap();
    let listed = (Kind::BlockedNetwork, vec!["192.0.2.0/24".to_owned()]);
    assert!(add_listings(&tools.desk(), here, listed, ("", None), "test").await.unwrap());
    for url in fleet.urls() {
        let hand = Hand::new(vec![url.clone()], fleet.vault());
        let mut n = 0;
        until_within(5, "a blocked network is refused", async || {
            n += 1;
            let (email, network) = (format!("a{n}@example.org"), format!("192.0.2.{}", n % 250));
            hand.sign("Anna Roy", &email, "K1A 0A6", &network).await.is_err_and(|why| why.contains("403"))
        })
        .await;
        // Known by now, since they were set before: the first of a network is let in, and no second within the minute.
        let network = format!("198.51.100.{}", url.len() + n);
        let mut answers = Vec::new();
        for again in 0..3 {
            let email = format!("b{again}@example.org");
            answers.push(hand.sign("Bela Roy", &email, "K1A 0A6", &network).await);
        }
        assert!(
            answers.iter().any(|answer| answer.as_ref().is_err_and(|why| why.contains("429"))),
            "{answers:?}"
        );
    }
}
