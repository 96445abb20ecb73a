use super::household::Index;
use super::moment::Moment;

/// Where the sending of an update stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Running,
    Paused,
    /// Stopped for good: what had not left never will.
    Cancelled,
    Done,
}

impl State {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Cancelled => "cancelled",
            Self::Done => "done",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Running, Self::Paused, Self::Cancelled, Self::Done]
            .into_iter()
            .find(|state| state.as_str() == text)
    }

    /// Whether it may still be paused, resumed or cancelled.
    pub const fn goes_on(self) -> bool {
        matches!(self, Self::Running | Self::Paused)
    }
}

/// The sending of an update, once for each address.
#[derive(Clone, Debug)]
pub struct Mailing {
    pub campaign: i32,
    pub number: i16,
    pub state: State,
    /// The last address that was looked at; none yet.
    pub reached: Option<Index>,
    /// Whether all addresses have been looked at.
    pub is_listed: bool,
    /// How many recipients there were when it was begun.
    pub expected: i64,
    pub queued: i64,
    pub sent: i64,
    pub failed: i64,
    /// Not sent, since the person had unsubscribed meanwhile or the address takes no mail.
    pub skipped: i64,
    pub started_at: Moment,
    pub ended_at: Option<Moment>,
}

impl Mailing {
    /// How many mails that were made have not ended.
    pub fn under_way(&self) -> i64 {
        (self.queued - self.sent - self.failed - self.skipped).max(0)
    }

    /// How many are still to leave, as far as is known.
    pub fn left(&self) -> i64 {
        if self.is_listed {
            return self.under_way();
        }
        (self.expected - self.sent - self.failed - self.skipped).max(self.under_way())
    }
}

#[cfg(test)]
mod tests {
    use super::{Mailing, Moment, State};

    #[test]
    fn what_is_left_is_what_was_expected_until_it_is_known() {
        let mut mailing = Mailing {
            campaign: 1,
            number: 1,
            state: State::Running,
            reached: None,
            is_listed: false,
            expected: 10,
            queued: 4,
            sent: 2,
            failed: 1,
            skipped: 0,
            started_at: Moment(0),
            ended_at: None,
        };
        assert_eq!((mailing.under_way(), mailing.left()), (1, 7));
        mailing.is_listed = true;
        assert_eq!(mailing.left(), 1);
        // Staff may have had what failed tried again.
        mailing.sent = 4;
        assert_eq!(mailing.left(), 0);
    }
}
