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
}

/// The server, and what it has taken.
#[derive(Clone)]
pub struct Server {
    pub address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    taken: Arc<Mutex<Vec<Vec<u8>>>>,
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

    async fn converse(self, stream: TcpStream) -> Option<()> {
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        writer.write_all(b"220 sink\r\n").await.ok()?;
        while let Some(line) = lines.next_line().await.ok()? {
            let manner = *self.manner.lock().unwrap();
            let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
            let answer: &[u8] = match (verb.as_str(), manner) {
                ("EHLO", _) => b"250-sink\r\n250 8BITMIME\r\n",
                ("RCPT", Manner::Busy) => b"450 try later\r\n",
                ("RCPT", Manner::Refuses) => b"550 5.1.1 no such mailbox\r\n",
                ("RCPT", Manner::Distrusts) => b"550 5.7.1 relaying denied\r\n",
                ("DATA", _) => {
                    writer.write_all(b"354 go on\r\n").await.ok()?;
                    let mut mail = Vec::new();
                    while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                        if manner == Manner::HangsUp {
                            return None;
                        }
                        mail.extend(line.strip_prefix('.').unwrap_or(&line).as_bytes());
                        mail.extend(b"\r\n");
                    }
                    self.taken.lock().unwrap().push(mail);
                    b"250 taken\r\n"
                }
                ("QUIT", _) => {
                    writer.write_all(b"221 bye\r\n").await.ok()?;
                    return None;
                }
                _ => b"250 ok\r\n",
            };
            writer.write_all(answer).await.ok()?;
        }
        None
    }
}
