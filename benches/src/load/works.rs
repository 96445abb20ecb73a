//! The requests that are measured.

use std::collections::HashSet;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::{Answer, Verdict, Work, otherwise};
use crate::people::Person;
use crate::token::{self, Id};

/// The rows that were acknowledged: what must be stored at the end, each of them.
#[derive(Clone, Default)]
pub struct Acknowledged(Arc<Mutex<HashSet<Id>>>);

impl Acknowledged {
    fn note(&self, id: Id) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(id);
    }

    pub fn ids(&self) -> HashSet<Id> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What a confirmation mail gives its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub token: String,
    pub code: Option<String>,
}

/// Confirmation links that wait to be pressed.
pub type Links = Arc<Mutex<Vec<Link>>>;

/// The form of a person, posted.
pub fn sign_request(person: Person, network: Ipv4Addr, into: &mut Vec<u8>) {
    let form = person.form();
    let head = format!(
        "POST /en/campaigns/recognize-celil/sign HTTP/1.1\r\nhost: localhost\r\n\
         content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\naccept: text/html\r\n\
         x-forwarded-for: {network}\r\ncontent-length: {}\r\n\r\n",
        form.len()
    );
    into.extend_from_slice(head.as_bytes());
    into.extend_from_slice(form.as_bytes());
}

/// Distinct people sign, each once. Its clones share their numbers and their counts.
#[derive(Clone)]
pub struct Sign {
    next: Arc<AtomicU64>,
    left: Arc<AtomicU64>,
    count: Arc<AtomicU64>,
    /// Where the ids of the acknowledged are kept; the comparisons have none in their answers.
    acknowledged: Option<Acknowledged>,
}

impl Sign {
    /// `next` numbers the people; whoever shares it never sends the same person twice.
    pub fn new(next: &Arc<AtomicU64>, acknowledged: Option<&Acknowledged>) -> Self {
        Self {
            next: next.clone(),
            left: Arc::new(AtomicU64::new(u64::MAX)),
            count: Arc::default(),
            acknowledged: acknowledged.cloned(),
        }
    }

    /// No more than so many.
    pub fn at_most(self, people: usize) -> Self {
        self.left.store(people as u64, Ordering::Relaxed);
        self
    }

    /// All acknowledged, before and after the measured part too.
    pub fn count(&self) -> u64 {
        self.count.load(Ordering::Relaxed)
    }
}

impl Work for Sign {
    fn ask(&mut self, into: &mut Vec<u8>) -> bool {
        let one_less = |left: u64| left.checked_sub(1);
        if self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less).is_err() {
            return false;
        }
        let person = Person(self.next.fetch_add(1, Ordering::Relaxed));
        sign_request(person, person.network(), into);
        true
    }

    fn judge(&mut self, answer: &Answer<'_>) -> Verdict {
        if answer.status != 303 {
            return otherwise(answer);
        }
        self.count.fetch_add(1, Ordering::Relaxed);
        let location = answer.header("location").unwrap_or_default();
        if !location.contains("/check-email") {
            return Verdict::Wrong(format!("led to {location}"));
        }
        if let Some(acknowledged) = &self.acknowledged {
            match token::id_at_end(location) {
                Some(id) => acknowledged.note(id),
                None => return Verdict::Wrong("a redirect that names no row".to_owned()),
            }
        }
        Verdict::Good
    }
}

/// Links from the mails are pressed, each once.
#[derive(Clone)]
pub struct Confirm {
    pub links: Links,
    pub acknowledged: Acknowledged,
    /// Whether the code of the mail is typed too, as under pressure.
    pub types_code: bool,
}

impl Work for Confirm {
    fn ask(&mut self, into: &mut Vec<u8>) -> bool {
        let Some(Link { token, code }) = self.links.lock().unwrap_or_else(PoisonError::into_inner).pop()
        else {
            return false;
        };
        let form = code.filter(|_| self.types_code).map_or_else(String::new, |code| format!("code={code}"));
        let network = network_of(&token);
        let request = format!(
            "POST /en/confirm/{token} HTTP/1.1\r\nhost: localhost\r\n\
             content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\naccept: text/html\r\n\
             x-forwarded-for: {network}\r\ncontent-length: {}\r\n\r\n{form}",
            form.len()
        );
        into.extend_from_slice(request.as_bytes());
        true
    }

    fn judge(&mut self, answer: &Answer<'_>) -> Verdict {
        if answer.status != 303 {
            return otherwise(answer);
        }
        match answer.header("location").and_then(token::id_at_end) {
            Some(id) => {
                self.acknowledged.note(id);
                Verdict::Good
            }
            None => Verdict::Wrong("a redirect that names no row".to_owned()),
        }
    }
}

/// A network for whoever has this link, of their own as nearly as can be.
fn network_of(token: &str) -> Ipv4Addr {
    let id = token::id_at_end(token).unwrap_or_default();
    Ipv4Addr::new(11, id[13], id[14], id[15])
}

/// One page, again and again. Each answer must have its length; every 64th is compared whole.
pub struct Fetch {
    request: Vec<u8>,
    expected: Option<Arc<Vec<u8>>>,
    asked: u64,
}

impl Fetch {
    /// Without `expected` any page will do that is one, such as one whose count moves meanwhile.
    pub fn new(address: SocketAddr, path: &str, expected: Option<Arc<Vec<u8>>>) -> Self {
        let request = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\naccept: text/html\r\n\r\n");
        Self { request: request.into_bytes(), expected, asked: 0 }
    }
}

impl Work for Fetch {
    fn ask(&mut self, into: &mut Vec<u8>) -> bool {
        self.asked += 1;
        into.extend_from_slice(&self.request);
        true
    }

    fn judge(&mut self, answer: &Answer<'_>) -> Verdict {
        if answer.status != 200 {
            return otherwise(answer);
        }
        let good = match &self.expected {
            Some(expected) if self.asked % 64 == 1 => answer.body == expected.as_slice(),
            Some(expected) => answer.body.len() == expected.len(),
            None => answer.body.ends_with(b"</html>"),
        };
        if good {
            Verdict::Good
        } else {
            Verdict::Wrong(format!("another page, of {} bytes", answer.body.len()))
        }
    }
}
