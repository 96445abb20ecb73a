use std::fs::{DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use anyhow::Context;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, MultiPart};
use lettre::{Address, Message};
use uuid::Uuid;

use super::Letter;
use super::smtp::Smtp;
use crate::domain::moment::Moment;
use crate::settings::{Settings, Transport};

/// A letter with its address.
pub struct Envelope {
    /// The mail's id, which names it wherever it goes: sent twice, it is recognised.
    pub id: Uuid,
    pub to: String,
    pub reply_to: Option<String>,
    /// The envelope sender, to which it comes back if it cannot be delivered; none: the author.
    pub return_to: Option<String>,
    pub letter: Letter,
    /// What it belongs to, where it goes to many who asked for it.
    pub list: Option<List>,
    /// What goes along.
    pub attached: Option<Attached>,
    pub at: Moment,
}

/// A file that goes along with a letter.
#[derive(Clone)]
pub struct Attached {
    /// Letters, digits, hyphens and a dot.
    pub name: String,
    /// The same bytes for all who get it.
    pub pdf: Arc<Vec<u8>>,
}

/// A list that people are on until they leave it.
pub struct List {
    /// What it is called by, the same in all its mails: letters, digits and hyphens.
    pub name: String,
    /// Where a POST ends it for who got the mail.
    pub unsubscribe: String,
}

/// Why a mail did not leave. Never with an address in it.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Trying again will not help.
    #[error("refused for good ({0})")]
    Refused(String),
    /// The server is busy or slow, or wants this mail later.
    #[error("not taken now ({0})")]
    NotNow(String),
    /// The server cannot be reached, for this mail or any other.
    #[error("away ({0})")]
    Away(String),
}

/// How mail leaves.
pub enum Mailer {
    Folder(PathBuf, Author),
    Smtp(Box<Smtp>, Author),
    /// For tests: what was sent, in order.
    Memory(Arc<Mutex<Vec<Vec<u8>>>>, Author),
}

/// Who mail is from, and the host that names its ids.
#[derive(Clone)]
pub struct Author {
    mailbox: Mailbox,
    host: String,
}

impl Author {
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        let mailbox: Mailbox = settings.mail.from.parse().context("mail.from")?;
        let host = settings.http.public_url.split("://").nth(1).unwrap_or_default();
        let host = host.split([':', '/']).next().unwrap_or("localhost").to_owned();
        Ok(Self { mailbox, host })
    }
}

/// RFC 3834: an automatic mail, to which no automaton should answer.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// A header whose text is ours and needs no encoding.
macro_rules! header {
    ($(#[$doc:meta])* $name:ident, $text:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        struct $name(String);

        impl Header for $name {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($text)
            }

            fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

header!(
    /// RFC 2919.
    ListId,
    "List-Id"
);
header!(
    /// RFC 2369.
    ListUnsubscribe,
    "List-Unsubscribe"
);
header!(
    /// RFC 8058: that a POST to it is enough.
    ListUnsubscribePost,
    "List-Unsubscribe-Post"
);
header!(
    /// Asks those who are away not to say so.
    Precedence,
    "Precedence"
);

impl Mailer {
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        let from = Author::new(settings)?;
        match settings.mail.transport {
            Transport::Folder => {
                let folder = settings.outbox_dir();
                DirBuilder::new()
                    .recursive(true)
                    .mode(0o700)
                    .create(&folder)
                    .with_context(|| folder.display().to_string())?;
                Ok(Self::Folder(folder, from))
            }
            Transport::Smtp => {
                let timeout = Duration::from_secs(settings.mail.timeout);
                let smtp = Smtp::new(&settings.mail.smtp_url, timeout).context("mail.smtp_url")?;
                Ok(Self::Smtp(Box::new(smtp), from))
            }
        }
    }

    fn from(&self) -> &Author {
        match self {
            Self::Folder(_, from) | Self::Smtp(_, from) | Self::Memory(_, from) => from,
        }
    }

    /// Hands one mail on. Once this returns, it is the next one's to deliver.
    pub async fn send(&self, envelope: &Envelope) -> Result<(), SendError> {
        let message = compose(self.from(), envelope)?;
        match self {
            Self::Folder(folder, _) => {
                let (folder, id) = (folder.clone(), envelope.id);
                let bytes = message.formatted();
                let written = tokio::task::spawn_blocking(move || write(&folder, id, &bytes)).await;
                written
                    .map_err(|_| SendError::NotNow("cut off".into()))?
                    .map_err(|error| SendError::NotNow(error.kind().to_string()))
            }
            Self::Smtp(smtp, _) => smtp.send(message.envelope(), &message.formatted()).await,
            Self::Memory(sent, _) => {
                sent.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(message.formatted());
                Ok(())
            }
        }
    }
}

/// The mails in a folder that were written before `before`; their names tell the time.
pub fn list_old(folder: &Path, before: Moment) -> std::io::Result<Vec<PathBuf>> {
    let mut old = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let id = path.file_stem().and_then(|stem| stem.to_str()?.parse::<Uuid>().ok());
        let Some((seconds, _)) = id.and_then(|id| id.get_timestamp()).map(|at| at.to_unix()) else {
            continue;
        };
        if i64::try_from(seconds).unwrap_or(i64::MAX) < before.seconds() {
            old.push(path);
        }
    }
    Ok(old)
}

/// Deletes them.
pub fn forget(folder: &Path, before: Moment) -> std::io::Result<()> {
    list_old(folder, before)?.into_iter().try_for_each(std::fs::remove_file)
}

fn compose(from: &Author, envelope: &Envelope) -> Result<Message, SendError> {
    let unsound = |what: &str| SendError::Refused(what.to_owned());
    let to: Address = envelope.to.parse().map_err(|_| unsound("address"))?;
    let sender: Option<Address> = match &envelope.return_to {
        Some(address) => Some(address.parse().map_err(|_| unsound("return address"))?),
        None => None,
    };
    let sender = sender.unwrap_or_else(|| from.mailbox.email.clone());
    let route =
        lettre::address::Envelope::new(Some(sender), vec![to.clone()]).map_err(|_| unsound("address"))?;
    let at = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(envelope.at.0).unwrap_or(0));
    let letter = &envelope.letter;
    let mut message = Message::builder()
        .envelope(route)
        .from(from.mailbox.clone())
        .to(Mailbox::new(None, to))
        .subject(&letter.subject)
        .date(at)
        .message_id(Some(format!("<{}@{}>", envelope.id, from.host)))
        .header(AutoSubmitted);
    if let Some(reply_to) = envelope.reply_to.as_ref().and_then(|address| address.parse().ok()) {
        message = message.reply_to(Mailbox::new(None, reply_to));
    }
    if let Some(list) = &envelope.list {
        message = message
            .header(ListId(format!("<{}.{}>", list.name, from.host)))
            .header(ListUnsubscribe(format!("<{}>", list.unsubscribe)))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()))
            .header(Precedence("list".to_owned()));
    }
    let words = MultiPart::alternative_plain_html(letter.text(), letter.html());
    let whole = match &envelope.attached {
        None => words,
        Some(Attached { name, pdf }) => {
            let kind = ContentType::parse("application/pdf").map_err(|_| unsound("attachment"))?;
            let file = Attachment::new(name.clone()).body(pdf.as_ref().clone(), kind);
            MultiPart::mixed().multipart(words).singlepart(file)
        }
    };
    message.multipart(whole).map_err(|_| unsound("message"))
}

/// Writes beside and renames, so that whoever reads the folder never sees half a mail. The name sorts by time.
fn write(folder: &Path, id: Uuid, bytes: &[u8]) -> std::io::Result<()> {
    use std::io::Write;
    std::fs::create_dir_all(folder)?;
    let beside = folder.join(format!(".{id}.new"));
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    std::fs::rename(&beside, folder.join(format!("{id}.eml")))
}
