use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context;
use lettre::address::Envelope;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::extension::ClientId;
use memchr::memmem;
use tokio::net::TcpStream;

/// The same mail under another Message-ID.
fn renamed(sample: &[u8], n: usize) -> anyhow::Result<Vec<u8>> {
    let at = memmem::find(sample, b"Message-ID: <").context("a sample with a Message-ID")? + 13;
    let end = at + memmem::find(&sample[at..], b"@").context("a Message-ID with a host")?;
    Ok([&sample[..at], format!("{n:036}").as_bytes(), &sample[end..]].concat())
}

/// Makes all mails, then sends them over connections that are kept, without Nagle's wait.
pub async fn send(to: SocketAddr, count: usize, connections: usize, sample: &[u8]) -> anyhow::Result<()> {
    let text = sample.strip_suffix(b".\r\n").unwrap_or(sample);
    let mails: Arc<Vec<Vec<u8>>> = Arc::new((0..count).map(|n| renamed(text, n)).collect::<Result<_, _>>()?);
    println!("sending on {to}");
    let next = Arc::new(AtomicUsize::new(0));
    let senders: Vec<_> =
        (0..connections).map(|_| tokio::spawn(send_some(to, mails.clone(), next.clone()))).collect();
    for sender in senders {
        sender.await??;
    }
    Ok(())
}

async fn send_some(to: SocketAddr, mails: Arc<Vec<Vec<u8>>>, next: Arc<AtomicUsize>) -> anyhow::Result<()> {
    let stream = TcpStream::connect(to).await?;
    stream.set_nodelay(true)?;
    let mut connection =
        AsyncSmtpConnection::connect_with_transport(Box::new(stream), &ClientId::default()).await?;
    while let Some(mail) = mails.get(next.fetch_add(1, Ordering::Relaxed)) {
        let envelope =
            Envelope::new(Some("postulo@localhost.test".parse()?), vec!["person@example.org".parse()?])?;
        connection.send(&envelope, mail).await?;
    }
    connection.quit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn each_mail_has_a_name_of_its_own() {
        let sample = b"To: x\r\nMessage-ID: <0190@localhost>\r\n\r\ntext";
        let [one, other] = [1, 2].map(|n| renamed(sample, n).unwrap());
        assert_ne!(one, other);
        assert!(one.ends_with(b"@localhost>\r\n\r\ntext"));
    }
}
