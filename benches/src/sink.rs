//! A mail server that takes everything at once, counts it, and remembers the links.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use memchr::memmem;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::load::{Link, Links};
use crate::token;

/// What the sink has taken.
#[derive(Default)]
pub struct Taken {
    /// When each mail came.
    pub times: Vec<Instant>,
    /// Mails that came with a Message-ID that had come before.
    pub repeated: u64,
    ids: HashSet<u64>,
    /// One mail as it came, for the comparison to send.
    pub sample: Option<Vec<u8>>,
}

/// The server, on a thread of its own; it ends when this is dropped.
pub struct Sink {
    pub address: SocketAddr,
    pub links: Links,
    taken: Arc<Mutex<Taken>>,
    _stop: oneshot::Sender<()>,
}

impl Sink {
    pub fn start() -> anyhow::Result<Self> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let (links, taken) = (Links::default(), Arc::<Mutex<Taken>>::default());
        let keeps = (links.clone(), taken.clone());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        std::thread::spawn(move || {
            runtime.block_on(async move {
                let listener = TcpListener::from_std(listener).expect("the listener is sound");
                tokio::select! {
                    () = listen(listener, keeps) => {}
                    _ = stopped => {}
                }
            });
        });
        Ok(Self { address, links, taken, _stop: stop })
    }

    pub fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn count(&self) -> usize {
        self.taken().times.len()
    }

    pub fn links_waiting(&self) -> usize {
        self.links.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// Waits until so many mails have come, or none has for `patience`.
    pub async fn wait_for(&self, mails: usize, patience: Duration) -> usize {
        let (mut seen, mut since) = (self.count(), Instant::now());
        while seen < mails && since.elapsed() < patience {
            tokio::time::sleep(Duration::from_millis(20)).await;
            if self.count() > seen {
                (seen, since) = (self.count(), Instant::now());
            }
        }
        seen
    }

    /// The links, taken out.
    pub fn take_links(&self) -> Vec<Link> {
        std::mem::take(&mut self.links.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

type Keeps = (Links, Arc<Mutex<Taken>>);

async fn listen(listener: TcpListener, keeps: Keeps) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(converse(stream, keeps.clone()));
    }
}

async fn converse(mut stream: TcpStream, (links, taken): Keeps) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    stream.write_all(b"220 sink\r\n").await.ok()?;
    let mut read = Vec::with_capacity(16 * 1024);
    let mut in_text = false;
    loop {
        let end = if in_text { b"\r\n.\r\n".as_slice() } else { b"\r\n" };
        let Some(at) = memmem::find(&read, end) else {
            if stream.read_buf(&mut read).await.ok()? == 0 {
                return None;
            }
            continue;
        };
        let part: Vec<u8> = read.drain(..at + end.len()).collect();
        if in_text {
            in_text = false;
            keep(&part, &links, &taken);
            stream.write_all(b"250 taken\r\n").await.ok()?;
            continue;
        }
        let answer: &[u8] = match part.get(..4).unwrap_or_default() {
            b"EHLO" => b"250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n",
            b"DATA" => {
                in_text = true;
                b"354 go on\r\n"
            }
            b"QUIT" => {
                stream.write_all(b"221 bye\r\n").await.ok()?;
                return None;
            }
            _ => b"250 ok\r\n",
        };
        stream.write_all(answer).await.ok()?;
    }
}

fn keep(mail: &[u8], links: &Links, taken: &Mutex<Taken>) {
    if let Some(link) = link(mail) {
        links.lock().unwrap_or_else(PoisonError::into_inner).push(link);
    }
    let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
    taken.times.push(Instant::now());
    let mut hasher = DefaultHasher::new();
    message_id(mail).hash(&mut hasher);
    if !taken.ids.insert(hasher.finish()) {
        taken.repeated += 1;
    }
    if taken.sample.is_none() {
        taken.sample = Some(mail.to_vec());
    }
}

fn message_id(mail: &[u8]) -> &[u8] {
    let Some(at) = memmem::find(mail, b"Message-ID: ") else { return &[] };
    let rest = &mail[at..];
    &rest[..memmem::find(rest, b"\r\n").unwrap_or(rest.len())]
}

/// The confirmation link and the code, across the soft line breaks of quoted-printable (RFC 2045, 6.7).
fn link(mail: &[u8]) -> Option<Link> {
    const PATH: &[u8] = b"/confirm/";
    let from = mail.get(memmem::find(mail, b"\r\n\r\n")?..)?;
    let mut at = memmem::find(from, b"/con")?;
    let mut path = Vec::with_capacity(PATH.len() + token::LENGTH);
    while path.len() < PATH.len() + token::LENGTH {
        if from.get(at..)?.starts_with(b"=\r\n") {
            at += 3;
        } else {
            path.push(*from.get(at)?);
            at += 1;
        }
    }
    let token = path.strip_prefix(PATH)?;
    Some(Link { token: String::from_utf8(token.to_vec()).ok()?, code: code(&from[at..]) })
}

/// The first line of six digits and nothing else.
fn code(text: &[u8]) -> Option<String> {
    const DIGITS: usize = 6;
    let ends = memmem::find_iter(text, b"\r\n");
    let lines = ends.filter_map(|end| text.get(end.checked_sub(DIGITS + 2)?..end));
    let mut codes = lines.filter_map(|line| line.strip_prefix(b"\r\n"));
    let code = codes.find(|code| code.iter().all(u8::is_ascii_digit))?;
    String::from_utf8(code.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use super::{Link, link, message_id};

    #[test]
    fn a_link_is_read_across_a_soft_line_break() {
        let token = "A".repeat(56);
        let mail = format!(
            "Message-ID: <1@x>\r\nTo: x\r\n\r\nPress:\r\nhttp://localhost:3000/en/confirm/{}=\r\n{}\r\n\r\nCode:\r\n012345\r\nTill then\r\n",
            &token[..20],
            &token[20..]
        );
        assert_eq!(link(mail.as_bytes()), Some(Link { token, code: Some("012345".to_owned()) }));
        assert_eq!(message_id(mail.as_bytes()), b"Message-ID: <1@x>");
        assert_eq!(link(b"To: x\r\n\r\nno link"), None);
    }
}
