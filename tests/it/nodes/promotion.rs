use tempfile::TempDir;

use super::balancer::Balancer;
use super::crowd::{Crowd, Hand, assert_nothing_lost};
use super::fleet::Fleet;
use super::pair::Pair;

#[tokio::test]
async fn a_replica_that_is_promoted_while_signatures_arrive_has_all_that_were_acknowledged() {
    let mut pair = Pair::start().await;
    let balancer = Balancer::start("mode tcp", &pair.sockets()).await;
    let database = format!("postgres://postgres@{}/postulo", balancer.address);
    let fleet = Fleet::on(TempDir::new().unwrap(), database, &[]).await;
    fleet.all_answer(200).await;
    let hand = Hand::new(fleet.urls(), fleet.vault());
    let crowd = Crowd::gather(&hand, 12);
    crowd.goes_on(60).await;

    pair.kill_primary().await;
    // The replica answers, but takes nothing yet.
    fleet.all_answer(503).await;
    let stopped = crowd.went().confirmed.len();
    pair.promote_replica().await;
    fleet.all_answer(200).await;
    crowd.goes_on(60).await;

    let went = crowd.disperse().await;
    assert!(went.confirmed.len() >= stopped + 60);
    assert_eq!(pair.ask("replica", "SELECT pg_is_in_recovery()").await, "f");
    assert_nothing_lost(&fleet.tools().await, &went).await;
}
