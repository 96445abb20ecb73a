use tokio::sync::Semaphore;
use tokio::task::JoinHandle;

/// Begins heavy work beside the runtime once there is a turn. The turn belongs to the work, not to whoever waits for it: a
/// request that is given up stops waiting, while what it began goes on to its end, and only then is another let in.
pub async fn in_turn<T: Send + 'static>(
    turns: &'static Semaphore,
    work: impl FnOnce() -> T + Send + 'static,
) -> JoinHandle<T> {
    let turn = turns.acquire().await.expect("it is never closed");
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        work()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use tokio::sync::{Semaphore, oneshot};

    use super::in_turn;

    static TURNS: Semaphore = Semaphore::const_new(1);

    #[tokio::test]
    async fn who_hangs_up_lets_nobody_in_before_the_work_has_ended() {
        let (begun, begins) = oneshot::channel();
        let (end, ends) = mpsc::channel::<()>();
        let request = tokio::spawn(async {
            let work = in_turn(&TURNS, move || {
                begun.send(()).unwrap();
                ends.recv().unwrap();
            });
            work.await.await.unwrap();
        });
        begins.await.unwrap();
        request.abort();
        assert!(request.await.unwrap_err().is_cancelled());
        assert_eq!(TURNS.available_permits(), 0);
        end.send(()).unwrap();
        in_turn(&TURNS, || ()).await.await.unwrap();
    }
}
