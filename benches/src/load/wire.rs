//! One connection of HTTP/1.1, read by hand: a status, a length, a body.

use std::io;
use std::net::SocketAddr;

use memchr::memmem;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const BUFFER: usize = 32 * 1024;

/// A connection that is kept alive.
pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, read whole.
pub struct Answer<'a> {
    pub status: u16,
    head: &'a [u8],
    pub body: &'a [u8],
}

impl Answer<'_> {
    /// A header by its name in lower case, as our servers write it.
    pub fn header(&self, name: &str) -> Option<&str> {
        header(self.head, name)
    }
}

fn header<'a>(head: &'a [u8], name: &str) -> Option<&'a str> {
    let line = format!("\r\n{name}: ");
    let from = memmem::find(head, line.as_bytes())? + line.len();
    let length = memmem::find(&head[from..], b"\r\n").unwrap_or(head.len() - from);
    std::str::from_utf8(&head[from..from + length]).ok()
}

/// How an answer ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    At(usize),
    LastChunk,
}

/// Where an answer's body begins, and how it ends; none while the head is not whole.
fn frame(read: &[u8]) -> io::Result<Option<(usize, End)>> {
    let Some(end) = memmem::find(read, b"\r\n\r\n") else { return Ok(None) };
    let body = end + 4;
    if let Some(at) = memmem::find(&read[..end], b"\r\ncontent-length: ") {
        let digits = read[at + 18..].iter().take_while(|byte| byte.is_ascii_digit());
        let length = digits.fold(0usize, |sum, digit| sum * 10 + usize::from(digit - b'0'));
        return Ok(Some((body, End::At(body + length))));
    }
    if memmem::find(&read[..end], b"\r\ntransfer-encoding: chunked").is_some() {
        return Ok(Some((body, End::LastChunk)));
    }
    Err(io::Error::other("an answer without a length"))
}

fn status(head: &[u8]) -> io::Result<u16> {
    let digits = head.get(9..12).and_then(|digits| std::str::from_utf8(digits).ok());
    digits.and_then(|digits| digits.parse().ok()).ok_or_else(|| io::Error::other("not HTTP"))
}

impl Wire {
    pub async fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: vec![0; BUFFER] })
    }

    /// Sends a request and reads its answer.
    pub async fn exchange(&mut self, request: &[u8]) -> io::Result<Answer<'_>> {
        self.stream.write_all(request).await?;
        let mut filled = 0;
        let (body, end) = loop {
            filled += self.read(filled).await?;
            let read = &self.buffer[..filled];
            match frame(read)? {
                Some((body, End::At(end))) if filled >= end => break (body, end),
                Some((body, End::LastChunk)) if read.ends_with(b"0\r\n\r\n") => break (body, filled),
                _ => {}
            }
        };
        let head = &self.buffer[..body - 2];
        Ok(Answer { status: status(head)?, head, body: &self.buffer[body..end] })
    }

    async fn read(&mut self, filled: usize) -> io::Result<usize> {
        if filled == self.buffer.len() {
            self.buffer.resize(filled * 2, 0);
        }
        match self.stream.read(&mut self.buffer[filled..]).await? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            read => Ok(read),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{End, frame, header, status};

    #[test]
    fn an_answer_is_framed_by_its_length_or_its_last_chunk() {
        let answer = b"HTTP/1.1 303 See Other\r\nlocation: /x\r\ncontent-length: 12\r\n\r\n";
        assert_eq!(frame(answer).unwrap(), Some((answer.len(), End::At(answer.len() + 12))));
        assert_eq!(status(answer).unwrap(), 303);
        assert_eq!(header(answer, "location"), Some("/x"));
        assert_eq!(header(answer, "retry-after"), None);
        let chunked = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
        assert_eq!(frame(chunked).unwrap(), Some((chunked.len(), End::LastChunk)));
        assert_eq!(frame(b"HTTP/1.1 200 OK\r\ncontent-le").unwrap(), None);
        assert!(frame(b"HTTP/1.1 200 OK\r\n\r\n").is_err());
    }
}
