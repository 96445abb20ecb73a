//! What a mail server tells of a mail that could not be delivered, and how long that keeps us from writing again.

use super::moment::{DAY, Moment};

/// An enhanced status code (RFC 3463), such as 5.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    pub class: u8,
    pub subject: u16,
    pub detail: u16,
}

impl Status {
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.');
        let (class, subject, detail) = (parts.next()?, parts.next()?, parts.next()?);
        let number = |part: &str| {
            (part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| part.parse().ok())
                .flatten()
        };
        let class = match class {
            "2" => 2,
            "4" => 4,
            "5" => 5,
            _ => return None,
        };
        parts.next().is_none().then_some(())?;
        Some(Self { class, subject: number(subject)?, detail: number(detail)? })
    }

    /// Whether it says that there is no such mailbox: a bad address (5.1.x, but for those about the sender), a mailbox that
    /// is switched off (5.2.1), a domain that leads nowhere (5.4.4).
    fn is_about_the_mailbox(self) -> bool {
        matches!((self.class, self.subject, self.detail), (5, 1, 0..=6 | 10) | (5, 2, 1) | (5, 4, 4))
    }

    /// Whether it says no more than that something failed, as Exim's reports do.
    fn is_vague(self) -> bool {
        self.subject == 0 && self.detail == 0
    }
}

/// What a report says of one recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fate {
    /// `failed`, `delayed`, `delivered`, `relayed` or `expanded`.
    pub action: String,
    pub status: Option<Status>,
    /// What the other server said, in its own words.
    pub diagnostic: String,
}

impl Fate {
    fn is_dead(&self) -> bool {
        if self.action != "failed" {
            return false;
        }
        match self.status {
            Some(status) if !status.is_vague() => status.is_about_the_mailbox(),
            // A bare 550, 551 or 553 is about the mailbox (RFC 5321, 4.2.3); with more detail it may be about anything.
            _ => match told(&self.diagnostic) {
                (_, Some(status)) if !status.is_vague() => status.is_about_the_mailbox(),
                (reply, _) => matches!(reply, Some(550 | 551 | 553)),
            },
        }
    }
}

/// The reply code and the enhanced status code in a server's words, such as `smtp; 550-5.1.1 The account …`.
fn told(words: &str) -> (Option<u16>, Option<Status>) {
    let mut tokens = words
        .split(|c: char| c.is_whitespace() || matches!(c, ';' | '-' | '(' | ')' | '<' | '>' | ':' | ','));
    let mut reply = None;
    let status = tokens.find_map(|token| {
        if reply.is_none() && token.len() == 3 && token.starts_with(['2', '4', '5']) {
            reply = token.parse().ok();
        }
        Status::parse(token)
    });
    (reply, status)
}

/// What is to be done about a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The address takes no mail.
    Dead,
    /// The mail is late, or failed for a reason that is not the address: nothing changes.
    Alive,
    /// The person asks for no more.
    Complaint,
}

/// One mail of ours has one recipient. Where its own list or forwarding made several of it, the address is dead only if
/// all of them are.
pub fn judge(fates: &[Fate]) -> Verdict {
    if !fates.is_empty() && fates.iter().all(Fate::is_dead) { Verdict::Dead } else { Verdict::Alive }
}

/// Why an address gets no mail, whatever the campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Bounced,
    Complained,
}

impl Reason {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Bounced => "bounced",
            Self::Complained => "complained",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Bounced, Self::Complained].into_iter().find(|reason| reason.as_str() == text)
    }
}

/// An address that gets no mail, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub reason: Reason,
    pub at: Moment,
}

impl Block {
    /// Whether it stops a mail that somebody asked for at `asked`. A mailbox may be mended or made since it sent mail back:
    /// who asks a day later gets one more try. A complaint holds until it is lifted by hand, since whoever types that
    /// address again need not be its owner.
    pub fn stops(&self, asked: Moment) -> bool {
        match self.reason {
            Reason::Bounced => asked < self.at + DAY,
            Reason::Complained => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Block, Fate, Reason, Status, Verdict, judge};
    use crate::domain::moment::{DAY, Moment};

    fn fate(action: &str, status: &str, diagnostic: &str) -> Fate {
        Fate { action: action.into(), status: Status::parse(status), diagnostic: diagnostic.into() }
    }

    #[test]
    fn only_what_says_that_there_is_no_such_mailbox_is_dead() {
        for (action, status, diagnostic, verdict) in [
            ("failed", "5.1.1", "", Verdict::Dead),
            ("failed", "5.1.10", "", Verdict::Dead),
            ("failed", "5.2.1", "", Verdict::Dead),
            ("failed", "5.4.4", "", Verdict::Dead),
            ("failed", "5.0.0", "smtp; 550-5.1.1 no such user here", Verdict::Dead),
            ("failed", "5.0.0", "smtp; 550 unknown user", Verdict::Dead),
            ("failed", "", "smtp; 553 no", Verdict::Dead),
            ("failed", "5.0.0", "smtp; 550 5.7.1 blocked, see 5.1.1", Verdict::Alive),
            ("failed", "5.1.8", "", Verdict::Alive),
            ("failed", "5.2.2", "smtp; 552 5.2.2 mailbox full", Verdict::Alive),
            ("failed", "5.7.1", "smtp; 550 spam", Verdict::Alive),
            ("failed", "4.4.7", "", Verdict::Alive),
            ("failed", "5.0.0", "smtp; 554 refused", Verdict::Alive),
            ("failed", "", "", Verdict::Alive),
            ("delayed", "5.1.1", "", Verdict::Alive),
            ("delivered", "2.1.5", "", Verdict::Alive),
        ] {
            assert_eq!(judge(&[fate(action, status, diagnostic)]), verdict, "{action} {status} {diagnostic}");
        }
    }

    #[test]
    fn a_list_is_dead_only_if_all_its_members_are() {
        let (dead, alive) = (fate("failed", "5.1.1", ""), fate("delivered", "2.0.0", ""));
        assert_eq!(judge(&[dead.clone(), dead.clone()]), Verdict::Dead);
        assert_eq!(judge(&[dead, alive]), Verdict::Alive);
        assert_eq!(judge(&[]), Verdict::Alive);
    }

    #[test]
    fn a_bounce_is_forgiven_after_a_day_and_a_complaint_is_not() {
        let at = Moment(1_795_341_600_000);
        let (bounced, complained) =
            (Block { reason: Reason::Bounced, at }, Block { reason: Reason::Complained, at });
        assert!(bounced.stops(at) && !bounced.stops(at + DAY));
        assert!(complained.stops(at) && complained.stops(at + DAY * 400));
    }

    proptest! {
        #[test]
        fn words_of_any_kind_are_judged_without_a_panic(action in "failed|delayed|\\PC{0,9}", status in "[0-9.]{0,12}", words in "\\PC{0,200}") {
            judge(&[fate(&action, &status, &words)]);
        }
    }
}
