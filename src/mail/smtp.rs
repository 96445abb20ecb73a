//! Mail through SMTP, on connections of our own: lettre's pool writes the end of a mail apart with Nagle's algorithm on,
//! and each mail then waits some 40 ms for an acknowledgement.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, AsyncTokioStream, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use tokio::net::TcpStream;

use super::session::Session;
use super::{SendError, tls};

/// A connection that has rested longer may have been closed by the server: it is asked first.
const RESTED: Duration = Duration::from_secs(5);

/// How the words on the wire are kept secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Security {
    /// Not at all: for a server on the same machine or network.
    None,
    /// STARTTLS where the server offers it.
    Opportunistic,
    /// STARTTLS or nothing.
    Required,
    /// TLS from the first byte.
    Implicit,
}

/// A mail server, and the connections to it that rest between mails.
pub struct Smtp {
    host: String,
    port: u16,
    security: Security,
    credentials: Option<Credentials>,
    hello: ClientId,
    timeout: Duration,
    resting: Mutex<Vec<Resting>>,
}

struct Resting {
    session: Session,
    since: Instant,
}

impl Smtp {
    /// Reads lettre's form of an SMTP URL: `smtp://user:password@host:port?tls=required` or `smtps://…`. What it says in
    /// an error never quotes the URL, which may hold a password.
    pub fn new(url: &str, timeout: Duration) -> anyhow::Result<Self> {
        let url = url::Url::parse(url).ok().context("not an SMTP URL")?;
        let host = url.host_str().filter(|host| !host.is_empty()).context("names no host")?.to_owned();
        let tls = url.query_pairs().find(|(key, _)| key == "tls").map(|(_, value)| value.into_owned());
        let (security, usual_port) = match (url.scheme(), tls.as_deref()) {
            ("smtps", None) => (Security::Implicit, 465),
            ("smtp", None) => (Security::None, 25),
            ("smtp", Some("opportunistic")) => (Security::Opportunistic, 587),
            ("smtp", Some("required")) => (Security::Required, 587),
            _ => bail!("begins with smtp:// or smtps://, and tls is `required` or `opportunistic`"),
        };
        let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let credentials =
            url.password().map(|password| Credentials::new(decode(url.username()), decode(password)));
        let name = decode(url.path().trim_matches('/'));
        Ok(Self {
            host,
            port: url.port().unwrap_or(usual_port),
            security,
            credentials,
            hello: if name.is_empty() { ClientId::default() } else { ClientId::Domain(name) },
            timeout,
            resting: Mutex::default(),
        })
    }

    /// Hands one mail to the server. Once this returns, it is the server's to deliver.
    pub async fn send(&self, envelope: &Envelope, message: &[u8]) -> Result<(), SendError> {
        let mut session = match self.rested().await {
            Some(session) => session,
            None => self.connect().await?,
        };
        let mut addresses = envelope.to().iter().chain(envelope.from());
        let has_letters = addresses.any(|address| !AsRef::<str>::as_ref(address).is_ascii());
        if has_letters && !session.takes_letters() {
            self.rest(session);
            return Err(SendError::Refused(
                "the mail server takes no address with letters beyond ASCII".into(),
            ));
        }
        match session.hand_over(envelope, has_letters, message).await {
            Ok(()) => {
                self.rest(session);
                Ok(())
            }
            Err(error) => {
                if error.status().is_some() && session.reset().await {
                    self.rest(session);
                }
                Err(told(&error))
            }
        }
    }

    /// Greets the server and takes leave: whether mail could go out now.
    pub async fn greet(&self) -> Result<(), SendError> {
        self.connect().await?.leave().await;
        Ok(())
    }

    fn rest(&self, session: Session) {
        let mut resting = self.resting.lock().unwrap_or_else(PoisonError::into_inner);
        resting.push(Resting { session, since: Instant::now() });
    }

    async fn rested(&self) -> Option<Session> {
        loop {
            let mut last = self.resting.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            if last.since.elapsed() < RESTED || last.session.is_there().await {
                return Some(last.session);
            }
        }
    }

    async fn connect(&self) -> Result<Session, SendError> {
        match tokio::time::timeout(self.timeout, self.try_connect()).await {
            Ok(Ok(session)) => Ok(session),
            Ok(Err(why)) => Err(SendError::Away(why)),
            Err(_) => Err(SendError::Away("timed out".into())),
        }
    }

    async fn try_connect(&self) -> Result<Session, String> {
        let unreachable = |error: std::io::Error| error.kind().to_string();
        let stream = TcpStream::connect((&*self.host, self.port)).await.map_err(unreachable)?;
        stream.set_nodelay(true).map_err(unreachable)?;
        let stream: Box<dyn AsyncTokioStream> = if self.security == Security::Implicit {
            Box::new(tls::wrap(stream, &self.host).await.map_err(unreachable)?)
        } else {
            Box::new(stream)
        };
        let refused = |error: Error| told(&error).to_string();
        let mut connection =
            AsyncSmtpConnection::connect_with_transport(stream, &self.hello).await.map_err(refused)?;
        let wants_tls = match self.security {
            Security::Required => true,
            Security::Opportunistic => connection.can_starttls(),
            Security::None | Security::Implicit => false,
        };
        if wants_tls {
            let parameters = TlsParameters::new(self.host.clone()).map_err(refused)?;
            connection.starttls(parameters, &self.hello).await.map_err(refused)?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await.map_err(refused)?;
        }
        Session::new(connection, &self.hello).await.map_err(refused)
    }
}

/// What went wrong, by its number only: servers quote the address in their words.
fn told(error: &Error) -> SendError {
    match error.status() {
        Some(code) if error.is_permanent() && is_about_the_mailbox(u16::from(code), &error.to_string()) => {
            SendError::Refused(code.to_string())
        }
        Some(code) => SendError::NotNow(code.to_string()),
        None if error.is_timeout() => SendError::NotNow("timed out".into()),
        None => SendError::NotNow("connection".into()),
    }
}

/// Whether a 5yz says that this mailbox will never take mail (RFC 3463: 5.1.x, 5.2.1; without such a code, 550, 551 and
/// 553). Anything else, such as a refused login or a policy, is for operators to mend, and the mail waits meanwhile.
fn is_about_the_mailbox(code: u16, words: &str) -> bool {
    let enhanced = words.split(|c: char| !(c.is_ascii_digit() || c == '.')).find(|word| {
        let parts: Vec<&str> = word.split('.').collect();
        parts.len() == 3 && parts[0] == "5" && parts.iter().all(|part| !part.is_empty())
    });
    match enhanced {
        Some(enhanced) => enhanced.starts_with("5.1.") || enhanced == "5.2.1",
        None => matches!(code, 550 | 551 | 553),
    }
}
