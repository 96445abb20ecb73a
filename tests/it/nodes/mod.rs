//! Several nodes on one PostgreSQL: real processes, a real load balancer, a real replica.

use std::time::Duration;

mod balancer;
mod conflicts;
mod counts;
mod crowd;
mod ends;
mod fleet;
mod limits;
mod mail;
mod pair;
mod partitions;
mod promotion;
mod silence;
mod starting;
mod turns;

/// Fails where something takes longer than it may.
async fn within<T>(seconds: u64, what: &str, done: impl Future<Output = T>) -> T {
    tokio::time::timeout(Duration::from_secs(seconds), done)
        .await
        .unwrap_or_else(|_| panic!("not within {seconds} s: {what}"))
}

/// Asks until it is so; fails where it is not within half a minute.
async fn until(what: &str, is_so: impl AsyncFnMut() -> bool) {
    until_within(30, what, is_so).await;
}

async fn until_within(seconds: u64, what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let asking = async {
        let mut again = tokio::time::interval(Duration::from_millis(20));
        while !is_so().await {
            again.tick().await;
        }
    };
    within(seconds, what, asking).await;
}
