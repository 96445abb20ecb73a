use rustix::thread::{CpuSet, sched_setaffinity};

/// Runs a load on a thread and a runtime of its own, on one core only if `core` says which.
pub async fn on_own_thread<T, F>(core: Option<usize>, load: impl FnOnce() -> F + Send + 'static) -> T
where
    F: Future<Output = T>,
    T: Send + 'static,
{
    let (done, finished) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        if let Some(core) = core {
            let mut only = CpuSet::new();
            only.set(core);
            sched_setaffinity(None, &only).expect("the core is one of this machine's");
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let result = runtime.expect("a runtime starts").block_on(load());
        let _ = done.send(result);
    });
    finished.await.expect("a load that panicked has said why")
}
