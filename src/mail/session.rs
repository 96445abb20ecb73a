//! One conversation with a mail server.

use std::fmt::{self, Display};

use lettre::address::Envelope;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Data, Ehlo, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};

/// A connection that has been greeted, encrypted and logged in as it should be.
pub struct Session {
    connection: AsyncSmtpConnection,
    /// Whether the server takes commands before it has answered those before them (RFC 2920).
    pipelines: bool,
}

impl Session {
    pub async fn new(mut connection: AsyncSmtpConnection, hello: &ClientId) -> Result<Self, Error> {
        // lettre does not keep what it does not use of the first answer.
        let offered = connection.command(Ehlo::new(hello.clone())).await?;
        let pipelines = offered.message().any(|line| line.trim().eq_ignore_ascii_case("PIPELINING"));
        Ok(Self { connection, pipelines })
    }

    /// Whether an address may have letters beyond ASCII.
    pub fn takes_letters(&self) -> bool {
        self.connection.server_info().supports_feature(Extension::SmtpUtfEight)
    }

    pub async fn is_there(&mut self) -> bool {
        self.connection.test_connected().await
    }

    pub async fn leave(mut self) {
        let _ = self.connection.quit().await;
    }

    /// Forgets a mail that was begun; whether the next one can go here.
    pub async fn reset(&mut self) -> bool {
        self.connection.command(Rset).await.is_ok()
    }

    /// Hands a mail over, which is the server's then.
    pub async fn hand_over(
        &mut self,
        route: &Envelope,
        has_letters: bool,
        message: &[u8],
    ) -> Result<(), Error> {
        if self.pipelines {
            self.address_at_once(route, has_letters).await?;
        } else {
            self.address(route, has_letters).await?;
        }
        match std::str::from_utf8(message) {
            Ok(text) => self.connection.command(Text(text)).await?,
            Err(_) => self.connection.message(message).await?,
        };
        Ok(())
    }

    async fn address(&mut self, route: &Envelope, has_letters: bool) -> Result<(), Error> {
        self.connection.command(from(route, has_letters)).await?;
        for recipient in route.to() {
            self.connection.command(Rcpt::new(recipient.clone(), Vec::new())).await?;
        }
        self.connection.command(Data).await?;
        Ok(())
    }

    /// The same in one journey. Every command has its answer; the first refusal is what counts.
    async fn address_at_once(&mut self, route: &Envelope, has_letters: bool) -> Result<(), Error> {
        let mut outcome = self.connection.command(Addressing { route, has_letters }).await;
        for _ in route.to() {
            outcome = first_refusal(outcome, self.connection.read_response().await)?;
        }
        let data = self.connection.read_response().await;
        if outcome.is_err() && data.is_ok() {
            // It waits for a text although it has refused the address: it gets none, and refuses that (RFC 2920, 3.1).
            let _ = self.connection.message(b"").await;
        }
        first_refusal(outcome, data)?.map(|_| ())
    }
}

type Answer = Result<lettre::transport::smtp::response::Response, Error>;

/// Of two answers the one to act on. A connection that gives none ends the conversation.
fn first_refusal(before: Answer, next: Answer) -> Result<Answer, Error> {
    match (before, next) {
        (_, Err(broken)) | (Err(broken), _) if broken.status().is_none() => Err(broken),
        (Err(refused), _) => Ok(Err(refused)),
        (Ok(_), next) => Ok(next),
    }
}

fn from(route: &Envelope, has_letters: bool) -> Mail {
    let options = if has_letters { vec![MailParameter::SmtpUtfEight] } else { Vec::new() };
    Mail::new(route.from().cloned(), options)
}

/// Who a mail is from and to, and that its text follows.
struct Addressing<'a> {
    route: &'a Envelope,
    has_letters: bool,
}

impl Display for Addressing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        from(self.route, self.has_letters).fmt(f)?;
        for recipient in self.route.to() {
            Rcpt::new(recipient.clone(), Vec::new()).fmt(f)?;
        }
        Data.fmt(f)
    }
}

/// A text with its end, in one piece. A dot that begins a line is doubled, since a single one ends the text (RFC 5321,
/// 4.5.2).
struct Text<'a>(&'a str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in self.0.split_inclusive("\r\n") {
            f.write_str(if line.starts_with('.') { "." } else { "" })?;
            f.write_str(line)?;
        }
        f.write_str(if self.0.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" })
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_line_that_begins_with_a_dot_does_not_end_the_text() {
        let sent = |text: &str| Text(text).to_string();
        assert_eq!(sent(""), "\r\n.\r\n");
        assert_eq!(sent("a\r\n"), "a\r\n.\r\n");
        assert_eq!(sent("a\r\nb"), "a\r\nb\r\n.\r\n");
        assert_eq!(sent(".\r\n.a\r\n\r\n..\r\n"), "..\r\n..a\r\n\r\n...\r\n.\r\n");
        assert_eq!(sent("a.\r\n b.c\r\n"), "a.\r\n b.c\r\n.\r\n");
    }
}
