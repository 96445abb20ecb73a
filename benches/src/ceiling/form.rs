//! What a form needs on its way to the database: parsed, indexed, sealed.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use serde::Serialize;
use sha2::Sha256;
use uuid::Uuid;

use crate::clock::now_ms;

/// A signature ready to be stored.
pub struct Row {
    pub id: Uuid,
    pub mail: Uuid,
    pub email_index: [u8; 16],
    pub sealed: Vec<u8>,
    pub country: String,
    pub at: i64,
}

/// The fields as they were typed.
#[derive(Default, Serialize)]
struct Person {
    name: String,
    email: String,
    postal_code: String,
    city: String,
    region: String,
    comment: String,
    #[serde(skip)]
    country: String,
}

/// The keys; a comparison needs no secret ones.
#[derive(Clone)]
pub struct Keys {
    cipher: XChaCha20Poly1305,
    index: Hmac<Sha256>,
}

impl Default for Keys {
    fn default() -> Self {
        Self {
            cipher: XChaCha20Poly1305::new(&[7; 32].into()),
            index: Hmac::new_from_slice(&[8; 32]).expect("HMAC takes a key of any length"),
        }
    }
}

fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    Some(percent_encoding::percent_decode_str(&spaced).decode_utf8().ok()?.into_owned())
}

fn parse(body: &str) -> Option<Person> {
    let mut person = Person::default();
    for pair in body.split('&') {
        let (name, value) = pair.split_once('=')?;
        let field = match name {
            "name" => &mut person.name,
            "email" => &mut person.email,
            "country" => &mut person.country,
            "postal_code" => &mut person.postal_code,
            "city" => &mut person.city,
            "region" => &mut person.region,
            "comment" => &mut person.comment,
            _ => continue,
        };
        *field = decode(value)?;
    }
    (!person.name.is_empty() && person.email.contains('@')).then_some(person)
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    for part in bytes.chunks_mut(16) {
        part.copy_from_slice(&Uuid::new_v4().as_bytes()[..part.len()]);
    }
    bytes
}

impl Keys {
    /// Parses, indexes and seals a form; none where it is not sound.
    pub fn prepare(&self, body: &str) -> Option<Row> {
        let person = parse(body)?;
        let at = now_ms();
        let millis = u64::try_from(at).ok()?;
        let uuid = || uuid::Builder::from_unix_timestamp_millis(millis, &random()).into_uuid();
        let id = uuid();
        let mut index = self.index.clone();
        index.update(person.email.to_lowercase().as_bytes());
        let nonce = random::<24>();
        let plain = serde_json::to_vec(&person).ok()?;
        let payload = Payload { msg: &plain, aad: id.as_bytes() };
        let mut sealed = nonce.to_vec();
        sealed.extend(self.cipher.encrypt(&XNonce::from(nonce), payload).ok()?);
        let email_index = index.finalize().into_bytes()[..16].try_into().ok()?;
        Some(Row { id, mail: uuid(), email_index, sealed, country: person.country, at })
    }
}

#[cfg(test)]
mod tests {
    use super::{Keys, parse};
    use crate::people::Person;

    #[test]
    fn the_comparison_reads_the_form_that_the_product_reads() {
        let read = parse(&Person(18).form()).unwrap();
        assert_eq!((read.email.as_str(), read.country.as_str()), ("person.18@mail18.example.org", "CA"));
        assert_eq!(read.name, "Zoë Celil");
        let keys = Keys::default();
        let [one, other] = [18, 19].map(|n| keys.prepare(&Person(n).form()).unwrap());
        assert_ne!(one.email_index, other.email_index);
        assert!(one.sealed.len() > 100);
    }
}
