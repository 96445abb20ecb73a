use super::balancer::Balancer;
use super::crowd::{Crowd, Hand, assert_nothing_lost};
use super::fleet::Fleet;

#[tokio::test]
async fn a_node_that_is_killed_in_a_surge_loses_nothing_that_was_acknowledged() {
    let mut fleet = Fleet::start(&[]).await;
    let hand = Hand::new(fleet.urls(), fleet.vault());
    let crowd = Crowd::gather(&hand, 24);
    crowd.goes_on(100).await;
    fleet.kill(1).await;
    crowd.goes_on(100).await;
    let went = crowd.disperse().await;
    assert!(!went.refused.is_empty(), "nobody noticed that a node was killed");
    assert_nothing_lost(&fleet.tools().await, &went).await;
}

#[tokio::test]
async fn restarting_one_node_after_the_other_drops_no_request() {
    let mut fleet = Fleet::start(&[("POSTULO_HTTP__DRAIN", "1")]).await;
    let balancer = Balancer::start("/readyz", &fleet.addresses).await;
    let hand = Hand::new(vec![format!("http://{}", balancer.address)], fleet.vault());
    let crowd = Crowd::gather(&hand, 8);
    crowd.goes_on(20).await;
    for node in 0..3 {
        fleet.restart(node).await;
        crowd.goes_on(20).await;
    }
    let went = crowd.disperse().await;
    assert!(went.refused.is_empty(), "{:?}", went.refused);
    assert_nothing_lost(&fleet.tools().await, &went).await;
}
