use std::time::Duration;

use postulo::jobs::take_turn;
use postulo::storage::turns;

use crate::support::{Backend, TestApp};

const HOUR: Duration = Duration::from_hours(1);

async fn three() -> [TestApp; 3] {
    let first = TestApp::start(Backend::Postgres).await;
    let second = first.beside().await;
    let third = first.beside().await;
    [first, second, third]
}

async fn all_ask(nodes: &[TestApp]) -> usize {
    let ask = nodes.iter().cycle().take(30).map(|node| take_turn(&node.app, "recount", HOUR));
    let answers = futures_util::future::join_all(ask).await;
    answers.into_iter().filter(|mine| *mine.as_ref().unwrap()).count()
}

#[tokio::test]
async fn of_all_nodes_that_ask_at_once_one_has_the_turn() {
    let nodes = three().await;
    for _ in 0..3 {
        assert_eq!(all_ask(&nodes).await, 1);
        nodes[0].advance(Duration::from_millis(3_599_999));
        assert_eq!(all_ask(&nodes).await, 0, "it is not over yet");
        nodes[0].advance(Duration::from_millis(1));
    }
}

#[tokio::test]
async fn clocks_that_differ_a_little_give_no_turn_twice_and_one_that_was_far_ahead_stops_nothing() {
    let app = TestApp::start(Backend::Postgres).await;
    let db = app.app.tools.db.read();
    let now = app.clock.now();
    assert!(turns::take(db, "purge", now + Duration::from_secs(2), HOUR).await.unwrap());
    assert!(!turns::take(db, "purge", now, HOUR).await.unwrap(), "this clock is two seconds behind");
    assert!(turns::take(db, "recount", now + HOUR * 50, HOUR).await.unwrap());
    assert!(turns::take(db, "recount", now, HOUR).await.unwrap(), "that clock was wrong");
}
