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

/// What is sent to a watcher, shared by all who are sent it.
pub type Frame = Bytes;

/// A comment that means nothing, so that nobody in between takes a quiet stream for a dead one.
const COMMENT: Frame = Bytes::from_static(b":\n\n");

/// What was told last, and how often something was, so that a comment never stands in an event's place.
#[derive(Clone)]
struct Told {
    event: Frame,
    events: u64,
}

/// Follows one campaign until the service ends.
pub struct Watcher {
    told: watch::Receiver<Told>,
    /// The last event that this one was sent.
    seen: u64,
}

impl Watcher {
    /// Waits for what there is to send: an event it has not seen, else a comment. Nothing more once the service ends.
    pub async fn next(&mut self) -> Option<Frame> {
        self.told.changed().await.ok()?;
        let told = self.told.borrow_and_update();
        if told.events == self.seen {
            return Some(COMMENT);
        }
        self.seen = told.events;
        Some(told.event.clone())
    }
}

/// The streams of every campaign that somebody watches.
#[derive(Default)]
pub struct Streams(Mutex<Open>);

#[derive(Default)]
struct Open {
    is_over: bool,
    by_campaign: HashMap<i32, Stream>,
}

struct Stream {
    sender: watch::Sender<Told>,
    sight: Sight,
}

fn frame(tally: &Tally) -> Frame {
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
        let first = frame(&self.tally(campaign, sight, now));
        let told = Told { event: first.clone(), events: 0 };
        if open.is_over {
            return (first, Watcher { told: watch::channel(told).1, seen: 0 });
        }
        let stream = open
            .by_campaign
            .entry(campaign.id)
            .or_insert_with(|| Stream { sender: watch::Sender::new(told), sight });
        let told = stream.sender.subscribe();
        let seen = told.borrow().events;
        (first, Watcher { told, seen })
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
            let Some(campaign) = self.campaign_by_id(*id).filter(|_| sight != stream.sight) else { continue };
            stream.sight = sight;
            let event = frame(&self.tally(&campaign, sight, sight.at));
            stream.sender.send_modify(|told| *told = Told { event, events: told.events + 1 });
        }
    }

    /// Has everybody who has seen the last event sent a comment.
    fn beat(&self) {
        for stream in self.streams.open().by_campaign.values() {
            stream.sender.send_modify(|_| {});
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use tokio::sync::watch;

    use super::{COMMENT, Told, Watcher};

    #[tokio::test]
    async fn a_comment_never_stands_in_an_events_place() {
        let sender = watch::Sender::new(Told { event: Bytes::from("one"), events: 0 });
        let mut watcher = Watcher { told: sender.subscribe(), seen: 0 };
        sender.send_modify(|told| *told = Told { event: Bytes::from("two"), events: 1 });
        sender.send_modify(|_| {});
        assert_eq!(watcher.next().await, Some(Bytes::from("two")));
        sender.send_modify(|_| {});
        assert_eq!(watcher.next().await, Some(COMMENT));
        drop(sender);
        assert_eq!(watcher.next().await, None);
    }
}
