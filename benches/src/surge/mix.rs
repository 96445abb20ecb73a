//! Who comes: people, people again, bots, readers, scanners that open links, and people who press them.

use std::net::Ipv4Addr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use crate::load::{
    Acknowledged, Answer, Class, Confirm, Fetch, Links, Sign, Verdict, Work, otherwise, sign_request,
};
use crate::people::Person;
use crate::random::Random;
use crate::schedule::Arrivals;
use crate::sink::Sink;
use crate::token;

/// A kind of visitor, in the order in which stages report them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub enum Kind {
    People,
    Repeats,
    Bots,
    Readers,
    Scanners,
    Confirmers,
}

impl Kind {
    pub const ALL: [Self; 6] =
        [Self::People, Self::Repeats, Self::Bots, Self::Readers, Self::Scanners, Self::Confirmers];

    pub const fn words(self) -> &'static str {
        match self {
            Self::People => "people sign",
            Self::Repeats => "the same people again",
            Self::Bots => "bots from 4 networks",
            Self::Readers => "readers of the page",
            Self::Scanners => "scanners open links",
            Self::Confirmers => "people confirm",
        }
    }

    /// How many a second come along when `people` sign.
    pub fn rate(self, people: f64) -> f64 {
        match self {
            Self::People | Self::Confirmers => people,
            Self::Repeats => people * 0.05,
            // Few enough to be like the networks that bots have, and always far more than a network may.
            Self::Bots => (people * 0.5).clamp(100.0, 1000.0),
            Self::Readers => (people * 2.0).min(1000.0),
            Self::Scanners => (people * 0.2).min(300.0),
        }
    }

    /// Connections at the most.
    const fn connections(self) -> usize {
        match self {
            Self::People => 6000,
            Self::Confirmers => 2000,
            Self::Repeats | Self::Bots | Self::Readers => 600,
            Self::Scanners => 200,
        }
    }
}

/// What the stages of a drill share.
#[derive(Clone, Default)]
pub struct Shared {
    /// Numbers people.
    pub people: Arc<AtomicU64>,
    /// Rows that were acknowledged, whoever asked for them.
    pub signed: Acknowledged,
    pub confirmed: Acknowledged,
    /// What the mails gave to press.
    pub links: Links,
}

impl Shared {
    pub fn new(sink: &Sink) -> Self {
        Self { links: sink.links.clone(), ..Self::default() }
    }

    /// What one kind does for so long while so many people a second sign.
    pub fn class(
        &self,
        kind: Kind,
        people: f64,
        length: Duration,
        seed: u64,
        address: std::net::SocketAddr,
    ) -> Class {
        let random = Random::new(seed.wrapping_mul(31) + kind as u64);
        let work: Box<dyn Work> = match kind {
            Kind::People => Box::new(Sign::new(&self.people, Some(&self.signed))),
            Kind::Repeats => Box::new(Again { sign: self.sign(), people: self.people.clone(), random }),
            Kind::Bots => Box::new(Bot { sign: self.sign(), next: BOTS + (seed << 32) }),
            Kind::Readers => Box::new(Fetch::new(address, "/en/campaigns/recognize-celil", None)),
            Kind::Scanners => Box::new(Scan { links: self.links.clone(), random }),
            Kind::Confirmers => Box::new(Confirm {
                links: self.links.clone(),
                acknowledged: self.confirmed.clone(),
                types_code: true,
            }),
        };
        let arrivals = Arrivals::new(kind.rate(people), length, seed + 100 * kind as u64);
        Class { work, arrivals, connections: kind.connections() }
    }

    fn sign(&self) -> Sign {
        Sign::new(&self.people, Some(&self.signed))
    }
}

/// Where the numbers of bots begin: no person ever has one of them.
const BOTS: u64 = 1 << 40;
const BOT_NETWORKS: u64 = 4;

/// Someone who has signed sends the form once more, from where they were.
struct Again {
    sign: Sign,
    people: Arc<AtomicU64>,
    random: Random,
}

impl Work for Again {
    fn ask(&mut self, into: &mut Vec<u8>) -> bool {
        let known = self.people.load(Ordering::Relaxed);
        if known == 0 {
            return false;
        }
        let person = Person(self.random.next() % known);
        sign_request(person, person.network(), into);
        true
    }

    fn judge(&mut self, answer: &Answer<'_>) -> Verdict {
        self.sign.judge(answer)
    }
}

/// Ever other addresses from ever the same networks.
struct Bot {
    sign: Sign,
    next: u64,
}

impl Work for Bot {
    fn ask(&mut self, into: &mut Vec<u8>) -> bool {
        self.next += 1;
        let last = u8::try_from(self.next % BOT_NETWORKS).unwrap_or(0);
        sign_request(Person(self.next), Ipv4Addr::new(192, 0, 2, 1 + last), into);
        true
    }

    fn judge(&mut self, answer: &Answer<'_>) -> Verdict {
        self.sign.judge(answer)
    }
}

/// Mail scanners open links and press nothing.
struct Scan {
    links: Links,
    random: Random,
}

impl Work for Scan {
    fn ask(&mut self, into: &mut Vec<u8>) -> bool {
        let links = self.links.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(at) = self.random.next().checked_rem(links.len() as u64) else { return false };
        let token = &links[usize::try_from(at).unwrap_or(0)].token;
        debug_assert_eq!(token.len(), token::LENGTH);
        let request =
            format!("GET /en/confirm/{token} HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n");
        into.extend_from_slice(request.as_bytes());
        true
    }

    fn judge(&mut self, answer: &Answer<'_>) -> Verdict {
        if answer.status == 200 { Verdict::Good } else { otherwise(answer) }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn bots_are_always_more_than_their_networks_may() {
        // 120 at once and two a second more for each of four networks.
        for people in [66.0, 330.0, 3300.0, 13_200.0] {
            let sent = Kind::Bots.rate(people) * 15.0;
            assert!(sent > 4.0 * (120.0 + 2.0 * 15.0), "{people}");
            assert!(Kind::Readers.rate(people) > 0.0);
        }
    }
}
