use std::collections::HashMap;

use futures_util::future::join_all;

use super::crowd::Hand;
use super::fleet::{Fleet, campaign, figure, sound_count, standing};

/// Who comes to each address: a couple, each twice, and others who do not belong to it.
const FORMS: [(&str, &str); 6] = [
    ("Anna Roy", "K1A 0A6"),
    ("Bela Roy", "K1A 0A6"),
    ("Anna Roy", "K1A 0A6"),
    ("Cara Roy", "H2X 1Y4"),
    ("Bela Roy", "K1A 0A6"),
    ("Dora Roy", "K1A 0A6"),
];

const ADDRESSES: usize = 25;

#[tokio::test]
async fn nodes_that_take_the_same_addresses_at_once_keep_the_rule_of_households() {
    let fleet = Fleet::start(&[]).await;
    let hand = Hand::new(fleet.urls(), fleet.vault());
    for round in 0..3 {
        // All the forms of an address at once, each at another node than the one before.
        let signings = (0..ADDRESSES * FORMS.len()).map(|n| {
            let (hand, (name, code)) = (hand.clone(), FORMS[n % FORMS.len()]);
            let email = format!("a{round}.{}@example.org", n / FORMS.len());
            async move { hand.sign(name, &email, code, &format!("10.{round}.0.{n}")).await }
        });
        let signed = join_all(signings).await;
        assert!(signed.iter().all(Result::is_ok), "{signed:?}");
        let tools = fleet.tools().await;
        let forms = i64::try_from(signed.len() * (round + 1)).unwrap();
        let stored = "SELECT (SELECT count(*) FROM signature) + (SELECT count(*) FROM repeat)";
        assert_eq!(figure(tools.db.read(), stored).await, forms, "each form was stored once");
        let all = standing(&tools).await;
        let mut at_address: HashMap<&str, usize> = HashMap::new();
        for (_, _, email) in &all {
            *at_address.entry(email).or_default() += 1;
        }
        assert_eq!(at_address.len(), ADDRESSES * (round + 1));
        assert!(at_address.values().all(|standing| (1..=2).contains(standing)), "{at_address:?}");

        // Everybody presses at every node at once.
        let campaign = campaign(&tools).await;
        let presses = all.iter().cycle().take(all.len() * 3).map(|(id, _, _)| hand.confirm(campaign, *id));
        let pressed = join_all(presses).await;
        assert!(pressed.iter().all(Result::is_ok), "{pressed:?}");
        assert_eq!(sound_count(&tools).await, i64::try_from(all.len()).unwrap());
    }
}
