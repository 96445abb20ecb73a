//! What encloses an archive that staff carry: age, version 1, to the keys of some of them. The format is that of
//! <https://age-encryption.org/v1>.
//!
//! The head, in which the key of the file is wrapped for each of them, is made once and kept. What follows it is the same bytes
//! whenever it is made from the same archive, so it is made again from wherever a download goes on, and lies nowhere.

use std::cell::Cell;
use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use age::secrecy::ExposeSecret;
use age::{EncryptError, Encryptor};
use age_core::format::{FileKey, Stanza};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::recipient::Recipient;

/// How much of an archive is enclosed at once, in bytes; only the last chunk is smaller.
pub const CHUNK: usize = 64 * 1024;
/// By how much that grows: the mark that tells whether it was changed.
const TAG: usize = 16;
/// The head ends with what the key of the chunks is derived from.
const SALT: usize = 16;
const KEY: usize = 32;
/// What every enclosed file begins with, as it is or as text.
const BEGINS: [&[u8]; 2] = [b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----"];

/// Why nothing was enclosed.
#[derive(Debug, thiserror::Error)]
pub enum Unclosed {
    #[error("it was wrapped for nobody: {0}")]
    Unwrapped(#[from] EncryptError),
    #[error("its head was not written: {0}")]
    Unwritten(#[from] std::io::Error),
}

/// The head of a file, and the key of what follows it.
pub struct Envelope {
    key: [u8; KEY],
    head: Vec<u8>,
}

/// Is told the key of the file beside those for whom it is wrapped, and wraps it for nobody.
#[derive(Default)]
struct Told(Cell<[u8; 16]>);

impl age::Recipient for Told {
    fn wrap_file_key(&self, key: &FileKey) -> Result<(Vec<Stanza>, HashSet<String>), EncryptError> {
        self.0.set(*key.expose_secret());
        Ok((Vec::new(), HashSet::new()))
    }
}

/// HKDF with SHA-256 (RFC 5869), of which one block is needed.
fn derive(secret: &[u8], salt: &[u8], info: &[u8]) -> [u8; KEY] {
    let mac = |key: &[u8], parts: [&[u8]; 2]| -> [u8; KEY] {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    };
    mac(&mac(salt, [secret, b""]), [info, &[1]])
}

/// Whether a file is enclosed.
pub fn is_one(path: &Path) -> bool {
    BEGINS.iter().any(|begin| {
        let mut start = vec![0; begin.len()];
        File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start == *begin
    })
}

impl Envelope {
    /// A new one, which each of these opens with their own key.
    pub fn new(recipients: &[Recipient]) -> Result<Self, Unclosed> {
        let told = Told::default();
        let each = recipients.iter().map(Recipient::as_age);
        let sealing = Encryptor::with_recipients(each.chain([&told as &dyn age::Recipient]))?;
        let mut head = Vec::new();
        // Nothing follows here: the chunks are made one by one.
        drop(sealing.wrap_output(&mut head)?);
        let key = derive(&told.0.get(), &head[head.len() - SALT..], b"payload");
        Ok(Self { key, head })
    }

    /// As it is kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        [&self.key[..], &self.head].concat()
    }

    /// As it was kept; nothing where it was something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (key, head) = bytes.split_first_chunk()?;
        Some(Self { key: *key, head: head.to_vec() })
    }

    fn chunks(plain: u64) -> u64 {
        plain.div_ceil(CHUNK as u64).max(1)
    }

    /// How many bytes an archive of so many has in it.
    pub fn bytes(&self, plain: u64) -> u64 {
        self.head.len() as u64 + plain + Self::chunks(plain) * TAG as u64
    }

    /// What is left of the head, from a byte on; nothing behind it.
    pub fn head(&self, from: u64) -> Option<&[u8]> {
        let from = usize::try_from(from).ok()?;
        self.head.get(from..).filter(|rest| !rest.is_empty())
    }

    /// In which chunk a byte behind the head is, counted from 0, and where in it.
    pub fn find(&self, at: u64) -> (u64, usize) {
        let (behind, whole) = (at - self.head.len() as u64, (CHUNK + TAG) as u64);
        (behind / whole, usize::try_from(behind % whole).unwrap_or(0))
    }

    /// Encloses a chunk of an archive of so many bytes.
    pub fn close(&self, number: u64, plain: u64, chunk: &[u8]) -> Vec<u8> {
        let mut nonce = [0; 12];
        nonce[3..11].copy_from_slice(&number.to_be_bytes());
        nonce[11] = u8::from(number + 1 == Self::chunks(plain));
        let cipher = ChaCha20Poly1305::new(&self.key.into());
        cipher.encrypt(&Nonce::from(nonce), chunk).expect("kilobytes fit a cipher")
    }
}

#[cfg(test)]
mod tests {
    use age::Decryptor;
    use age::x25519::Identity;

    use super::{CHUNK, Envelope, Read};
    use crate::package::recipient::Recipient;

    fn closed(envelope: &Envelope, plain: &[u8]) -> Vec<u8> {
        let mut all = envelope.head(0).unwrap().to_vec();
        let many = plain.len() as u64;
        if plain.is_empty() {
            all.extend(envelope.close(0, 0, b""));
        }
        for (number, chunk) in plain.chunks(CHUNK).enumerate() {
            all.extend(envelope.close(number as u64, many, chunk));
        }
        all
    }

    fn opened(closed: &[u8], with: &Identity) -> Option<Vec<u8>> {
        let mut plain = Vec::new();
        let mut reader =
            Decryptor::new(closed).ok()?.decrypt([with as &dyn age::Identity].into_iter()).ok()?;
        reader.read_to_end(&mut plain).ok()?;
        Some(plain)
    }

    #[test]
    fn what_is_enclosed_comes_out_again_for_each_and_for_nobody_else() {
        let (one, other, stranger) = (Identity::generate(), Identity::generate(), Identity::generate());
        let keys = [&one, &other].map(|key| Recipient::parse(&key.to_public().to_string()).unwrap());
        let envelope = Envelope::new(&keys).unwrap();
        let envelope = Envelope::from_bytes(&envelope.to_bytes()).unwrap();
        for many in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7] {
            let plain: Vec<u8> = (0..many).map(|at| u8::try_from(at % 251).unwrap()).collect();
            let closed = closed(&envelope, &plain);
            assert_eq!(closed.len() as u64, envelope.bytes(many as u64), "{many}");
            assert_eq!(opened(&closed, &one).unwrap(), plain, "{many}");
            assert_eq!(opened(&closed, &other).unwrap(), plain, "{many}");
            assert!(opened(&closed, &stranger).is_none());
            assert!(opened(&closed[..closed.len() - 1], &one).is_none(), "{many}: cut off");
        }
    }

    #[test]
    fn every_byte_is_found_in_its_chunk() {
        let key = Recipient::parse(&Identity::generate().to_public().to_string()).unwrap();
        let envelope = Envelope::new(&[key]).unwrap();
        let head = envelope.head(0).unwrap().len() as u64;
        assert_eq!(envelope.head(head - 1).unwrap().len(), 1);
        assert!(envelope.head(head).is_none() && envelope.head(u64::MAX).is_none());
        assert_eq!(envelope.find(head), (0, 0));
        assert_eq!(envelope.find(head + 65_551), (0, 65_551));
        assert_eq!(envelope.find(head + 65_552), (1, 0));
        assert!(Envelope::from_bytes(&[0; 31]).is_none());
    }
}
