//! Two nodes on one database.

use std::time::Duration;

use postulo::domain::defence::Mode;

use super::{ASKED, CAMPAIGN, CHALLENGE, crowd, link_is_enough, opens_a_button};
use crate::support::{Backend, Person, TestApp};

#[tokio::test]
async fn two_nodes_ask_together_and_take_a_proof_once() {
    let app = TestApp::start(Backend::Postgres).await;
    let other = app.beside().await;
    app.advance(Duration::from_mins(30));
    crowd(&app, "crowd", 90).await;
    app.keep_watch().await;
    other.visitor().get(CHALLENGE).await.expect(204);
    other.keep_watch().await;
    assert!(other.visitor().get(CAMPAIGN).await.body.contains(ASKED));
    // Solved for one node, brought to the other, and then to both.
    let proof = app.visitor().solve().await;
    let people: Vec<_> = (0..3)
        .map(|n| Person::new("Anna Roy", &format!("a{n}@example.org")).with("altcha", &proof))
        .collect();
    assert!(link_is_enough(&other, &other.visitor(), &people[0]).await);
    assert!(!link_is_enough(&app, &app.visitor(), &people[1]).await);
    assert!(!link_is_enough(&other, &other.visitor(), &people[2]).await);
    other.defend(Mode::Never).await;
    app.visitor().get(CHALLENGE).await.expect(200);
    app.keep_watch().await;
    app.visitor().get(CHALLENGE).await.expect(204);
    // Back to the rule it begins anew, and the node that is under pressure asks again.
    app.defend(Mode::Auto).await;
    app.visitor().get(CHALLENGE).await.expect(204);
    app.keep_watch().await;
    app.visitor().get(CHALLENGE).await.expect(200);
}

#[tokio::test]
async fn two_nodes_that_are_brought_one_proof_at_once_take_it_once() {
    let app = TestApp::start(Backend::Postgres).await;
    let other = app.beside().await;
    app.defend(Mode::Always).await;
    other.keep_watch().await;
    for round in 0..10 {
        let proof = app.visitor().solve().await;
        let person =
            |n: u8| Person::new("Anna Roy", &format!("r{round}n{n}@example.org")).with("altcha", &proof);
        let (visitors, people) = ([app.visitor(), other.visitor()], [person(0), person(1)]);
        tokio::join!(visitors[0].sign_well(&people[0]), visitors[1].sign_well(&people[1]));
        let enough =
            [opens_a_button(&app, &people[0].email).await, opens_a_button(&app, &people[1].email).await];
        assert_ne!(enough[0], enough[1], "round {round}");
    }
}
