//! A mail server that behaves, or misbehaves, as it is told.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::Mail;

/// What the server does with the next mails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Takes,
    /// 450 to every recipient.
    Busy,
    /// 550 to every recipient: no such mailbox.
    Refuses,
    /// 550 to every recipient, for a reason that is ours to mend.
    Distrusts,
    /// Hangs up in the middle of the text.
    HangsUp,
    /// Takes connections and never says a word.
    Hangs,
    /// Takes the text and never says whether it has it.
    HangsInData,
    /// 550 to whoever is called nobody; takes the rest.
    KnowsNobody,
    /// Takes one command at a time, as before RFC 2920.
    Old,
}

/// The server, and what it has taken.
#[derive(Clone)]
pub struct Server {
    pub address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    taken: Arc<Mutex<Vec<Vec<u8>>>>,
    senders: Arc<Mutex<Vec<String>>>,
    /// Conversations that have named a recipient and not ended their mail.
    under_way: Arc<Mutex<Vec<String>>>,
    /// The most that were under way to one domain at once.
    most: Arc<Mutex<usize>>,
}

impl Server {
    pub async fn start(manner: Manner) -> Self {
        Self::listen(TcpListener::bind("127.0.0.1:0").await.unwrap(), manner)
    }

    pub fn listen(listener: TcpListener, manner: Manner) -> Self {
        let server = Self {
            address: listener.local_addr().unwrap(),
            manner: Arc::new(Mutex::new(manner)),
            taken: Arc::default(),
            senders: Arc::default(),
            under_way: Arc::default(),
            most: Arc::default(),
        };
        let serving = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serving.clone().converse(stream));
            }
        });
        server
    }

    pub fn behave(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    pub fn taken(&self) -> Vec<Mail> {
        self.taken.lock().unwrap().iter().map(|raw| Mail::parse(raw)).collect()
    }

    /// The envelope senders of what it has taken.
    pub fn senders(&self) -> Vec<String> {
        self.senders.lock().unwrap().clone()
    }

    /// The ids of what it has taken, without the brackets.
    pub fn message_ids(&self) -> Vec<String> {
        let taken = self.taken.lock().unwrap();
        let id = |raw: &Vec<u8>| {
            let mail = mail_parser::MessageParser::new().parse(raw).expect("a mail");
            mail.message_id().expect("an id").to_owned()
        };
        taken.iter().map(id).collect()
    }

    /// What it has taken after the first `known`.
    pub fn taken_after(&self, known: usize) -> Vec<Mail> {
        self.taken.lock().unwrap().iter().skip(known).map(|raw| Mail::parse(raw)).collect()
    }

    /// The most mails that were under way to one domain at once.
    pub fn most_to_one_domain(&self) -> usize {
        *self.most.lock().unwrap()
    }

    /// A mail to this recipient has begun.
    fn begin(&self, line: &str) -> String {
        let address = line.split(['<', '>']).nth(1).unwrap_or_default();
        let domain = address.rsplit('@').next().unwrap_or_default().to_owned();
        let mut under_way = self.under_way.lock().unwrap();
        under_way.push(domain.clone());
        let now = under_way.iter().filter(|one| **one == domain).count();
        let mut most = self.most.lock().unwrap();
        *most = now.max(*most);
        domain
    }

    fn end(&self, domain: &str) {
        let mut under_way = self.under_way.lock().unwrap();
        if let Some(at) = under_way.iter().position(|one| one == domain) {
            under_way.remove(at);
        }
    }

    async fn converse(self, stream: TcpStream) -> Option<()> {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        let mut domain = String::new();
        if *self.manner.lock().unwrap() == Manner::Hangs {
            while lines.next_line().await.ok()?.is_some() {}
            return None;
        }
        writer.write_all(b"220 sink\r\n").await.ok()?;
        let mut sender = String::new();
        let mut has_recipient = false;
        while let Some(line) = lines.next_line().await.ok()? {
            let manner = *self.manner.lock().unwrap();
            let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
            if verb == "MAIL" {
                let between = line.split(['<', '>']).nth(1).unwrap_or_default();
                between.clone_into(&mut sender);
            }
            if verb == "RCPT" {
                domain = self.begin(&line);
            }
            let answer: &[u8] = match (verb.as_str(), manner) {
                ("EHLO", Manner::Old) => b"250-sink\r\n250 8BITMIME\r\n",
                ("EHLO", _) => b"250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n",
                ("RCPT", Manner::Busy) => b"450 try later\r\n",
                ("RCPT", Manner::KnowsNobody) if line.contains("<nobody@") => {
                    b"550 5.1.1 no such mailbox\r\n"
                }
                ("RCPT", Manner::Refuses) => b"550 5.1.1 no such mailbox\r\n",
                ("RCPT", Manner::Distrusts) => b"550 5.7.1 relaying denied\r\n",
                // What follows was sent before the refusal was read; some servers take the text and refuse that.
                ("DATA", _) if !has_recipient && manner != Manner::KnowsNobody => {
                    b"554 no valid recipient\r\n"
                }
                ("DATA", _) => {
                    writer.write_all(b"354 go on\r\n").await.ok()?;
                    let mut mail = Vec::new();
                    loop {
                        // A text that is cut off was never a mail.
                        let line = lines.next_line().await.ok()??;
                        if line == "." {
                            break;
                        }
                        if manner == Manner::HangsUp {
                            return None;
                        }
                        mail.extend(line.strip_prefix('.').unwrap_or(&line).as_bytes());
                        mail.extend(b"\r\n");
                    }
                    if manner == Manner::HangsInData {
                        while lines.next_line().await.ok()?.is_some() {}
                        return None;
                    }
                    if !has_recipient {
                        writer.write_all(b"554 no valid recipient\r\n").await.ok()?;
                        continue;
                    }
                    self.end(&domain);
                    self.taken.lock().unwrap().push(mail);
                    self.senders.lock().unwrap().push(sender.clone());
                    b"250 taken\r\n"
                }
                ("QUIT", _) => {
                    writer.write_all(b"221 bye\r\n").await.ok()?;
                    return None;
                }
                _ => b"250 ok\r\n",
            };
            has_recipient =
                (verb == "RCPT" && answer.starts_with(b"250")) || (verb != "MAIL" && has_recipient);
            writer.write_all(answer).await.ok()?;
        }
        None
    }
}
