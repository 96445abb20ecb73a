//! A key, and all that is derived from its secret.

use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::KeyInit;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use uuid::Uuid;

use crate::domain::household::Index;
use crate::domain::token::{Claims, Seal, ShortSeal};

/// One secret and what is derived from it. Derivation keeps uses apart (NIST SP 800-108, HMAC in counter mode, one block).
pub(super) struct Key {
    pub number: u8,
    pub cipher: XChaCha20Poly1305,
    index: Hmac<Sha256>,
    seal: Hmac<Sha256>,
    code: Hmac<Sha256>,
    pub proof: [u8; 32],
}

impl Key {
    pub fn new(number: u8, secret: &[u8; 32]) -> Self {
        let derive = |label: &[u8]| -> [u8; 32] { mac(&keyed(secret), &[&[1], label]) };
        Self {
            number,
            cipher: XChaCha20Poly1305::new(&derive(b"postulo personal data").into()),
            index: keyed(&derive(b"postulo blind index")),
            seal: keyed(&derive(b"postulo link")),
            code: keyed(&derive(b"postulo code")),
            proof: derive(b"postulo proof of work"),
        }
    }

    pub fn index_of(&self, label: &str, parts: &[&str]) -> Index {
        let mut all = vec![label.as_bytes()];
        all.extend(parts.iter().map(|part| part.as_bytes()));
        half(mac(&self.index, &all))
    }

    pub fn code_of(&self, campaign: i32, signature: Uuid, number: i16) -> String {
        let bytes = mac(&self.code, &[&campaign.to_be_bytes(), signature.as_bytes(), &number.to_be_bytes()]);
        let mut head = [0; 8];
        head.copy_from_slice(&bytes[..8]);
        format!("{:06}", u64::from_be_bytes(head) % 1_000_000)
    }

    pub fn seal_of(&self, claims: &Claims) -> Seal {
        half(mac(&self.seal, &[&claims.bytes()]))
    }

    pub fn short_seal_of(&self, claims: &Claims) -> ShortSeal {
        let mut short = ShortSeal::default();
        short.iter_mut().zip(self.seal_of(claims)).for_each(|(short, full)| *short = full);
        short
    }
}

fn keyed(secret: &[u8; 32]) -> Hmac<Sha256> {
    Hmac::new_from_slice(secret).expect("HMAC takes a key of any length")
}

/// Parts are joined with their length, so that no two lists of parts give the same bytes.
fn mac(key: &Hmac<Sha256>, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = key.clone();
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

fn half(bytes: [u8; 32]) -> [u8; 16] {
    let mut half = [0; 16];
    half.copy_from_slice(&bytes[..16]);
    half
}
