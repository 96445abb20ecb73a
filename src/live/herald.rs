//! Tells watchers what has moved. One loop renders each frame once for all who watch, so that a watcher costs a place in a
//! list and no timer.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::watch;
use tokio::time::{Instant, sleep, timeout_at};

use super::{Hub, Sight, Tally};
use crate::domain::campaign::Campaign;
use crate::domain::moment::Moment;

/// At most four events a second.
const PAUSE: Duration = Duration::from_millis(250);

/// How often a comment keeps quiet streams open.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// What is sent to everybody who watches a campaign.
pub type Frame = Bytes;

/// Follows one campaign. It ends when the service does.
pub type Watcher = watch::Receiver<Frame>;

/// The streams of every campaign that somebody watches.
#[derive(Default)]
pub struct Streams(Mutex<Open>);

#[derive(Default)]
struct Open {
    is_over: bool,
    by_campaign: HashMap<i32, Stream>,
}

struct Stream {
    sender: watch::Sender<Frame>,
    told: Sight,
}

fn frame(campaign: &Campaign, sight: Sight, as_of: Moment) -> Frame {
    let tally = Tally::new(campaign, sight, as_of);
    format!("event: tally\ndata: {}\n\n", tally.json()).into()
}

impl Streams {
    fn open(&self) -> MutexGuard<'_, Open> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hub {
    /// The count as it is now, and everything that is told from now on. Nothing more once the service ends.
    pub fn watch(&self, campaign: &Campaign, now: Moment) -> (Frame, Watcher) {
        let sight = self.sight(campaign.id);
        let mut open = self.streams.open();
        let first = frame(campaign, sight, now);
        if open.is_over {
            return (first.clone(), watch::channel(first).1);
        }
        let stream = open
            .by_campaign
            .entry(campaign.id)
            .or_insert_with(|| Stream { sender: watch::Sender::new(first.clone()), told: sight });
        (first, stream.sender.subscribe())
    }

    /// Ends every stream.
    pub fn end_streams(&self) {
        let mut open = self.streams.open();
        open.is_over = true;
        open.by_campaign.clear();
    }

    /// Tells what moves until it is cut off. One campaign that cannot be told does not silence the others: `fault` is
    /// called, and they are told next.
    pub async fn herald_on(&self, fault: impl Fn()) {
        let mut next_beat = Instant::now() + KEEP_ALIVE;
        loop {
            let _ = timeout_at(next_beat, self.moved.notified()).await;
            while catch_unwind(AssertUnwindSafe(|| self.tell())).is_err() {
                fault();
            }
            if Instant::now() >= next_beat {
                self.beat();
                next_beat = Instant::now() + KEEP_ALIVE;
            }
            sleep(PAUSE).await;
        }
    }

    fn tell(&self) {
        let mut open = self.streams.open();
        open.by_campaign.retain(|_, stream| stream.sender.receiver_count() > 0);
        for (id, stream) in &mut open.by_campaign {
            let sight = self.sight(*id);
            let Some(campaign) = self.campaign_by_id(*id).filter(|_| sight != stream.told) else { continue };
            stream.told = sight;
            stream.sender.send_replace(frame(&campaign, sight, sight.at));
        }
    }

    /// A comment that means nothing, so that nobody in between takes a quiet stream for a dead one.
    fn beat(&self) {
        for stream in self.streams.open().by_campaign.values() {
            stream.sender.send_replace(Bytes::from_static(b":\n\n"));
        }
    }
}
