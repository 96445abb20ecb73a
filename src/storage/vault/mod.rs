//! Sealing of personal data, blind indexes, link seals and codes, all from one key that lies outside the database.
//!
//! Sealed bytes begin with the number of their key, so that a key can be followed by another.

mod key;

use chacha20poly1305::XNonce;
use chacha20poly1305::aead::AeadInOut;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use self::key::Key;
use super::key_file::Secret;
use crate::domain::household::Index;
use crate::domain::token::{self, Claims, Purpose};
use crate::entropy::Entropy;

const NONCE: usize = 24;
const TAG: usize = 16;

/// What cannot be opened or was not made by us.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    #[error("sealed data does not open: it was changed, moved to another row, or its key is gone")]
    Closed,
}

/// The keys, newest last. The newest seals; older ones only open and check.
pub struct Vault {
    keys: Vec<Key>,
    entropy: Entropy,
}

/// A place that sealed data belongs to: moved elsewhere, it does not open.
#[derive(Clone, Copy)]
pub struct Seat<'a> {
    pub table: &'a str,
    pub campaign: i32,
    pub id: Uuid,
}

impl Seat<'_> {
    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.table.len() + 21);
        bytes.extend(self.table.as_bytes());
        bytes.push(b':');
        bytes.extend(self.campaign.to_be_bytes());
        bytes.extend(self.id.as_bytes());
        bytes
    }
}

impl Vault {
    pub fn new(secrets: &[Secret], entropy: Entropy) -> Self {
        let keys = secrets.iter().map(|secret| Key::new(secret.number, &secret.bytes)).collect();
        Self { keys, entropy }
    }

    fn newest(&self) -> &Key {
        self.keys.last().expect("a key file holds at least one key")
    }

    fn numbered(&self, number: u8) -> Option<&Key> {
        self.keys.iter().find(|key| key.number == number)
    }

    pub fn seal<T: Serialize>(&self, seat: Seat<'_>, value: &T) -> Vec<u8> {
        let plain = serde_json::to_vec(value).expect("personal data are plain strings");
        self.seal_bytes(seat, &plain)
    }

    pub fn open<T: DeserializeOwned>(&self, seat: Seat<'_>, sealed: &[u8]) -> Result<T, VaultError> {
        self.open_within(seat, sealed, &mut Vec::new())
    }

    /// The same; what is opened is written over what was in `room`, so that a million take the room of one.
    pub fn open_within<T: DeserializeOwned>(
        &self,
        seat: Seat<'_>,
        sealed: &[u8],
        room: &mut Vec<u8>,
    ) -> Result<T, VaultError> {
        self.open_into(seat, sealed, room)?;
        serde_json::from_slice(room).map_err(|_| VaultError::Closed)
    }

    /// Seals a piece of a file.
    pub fn seal_bytes(&self, seat: Seat<'_>, plain: &[u8]) -> Vec<u8> {
        let key = self.newest();
        let nonce: [u8; NONCE] = self.entropy.bytes();
        let mut bytes = Vec::with_capacity(1 + NONCE + plain.len() + TAG);
        bytes.push(key.number);
        bytes.extend(nonce);
        bytes.extend(plain);
        let text = &mut bytes[1 + NONCE..];
        let tag = key.cipher.encrypt_inout_detached(&XNonce::from(nonce), &seat.bytes(), text.into());
        bytes.extend(tag.expect("megabytes fit a cipher"));
        bytes
    }

    pub fn open_bytes(&self, seat: Seat<'_>, sealed: &[u8]) -> Result<Vec<u8>, VaultError> {
        let mut plain = Vec::new();
        self.open_into(seat, sealed, &mut plain)?;
        Ok(plain)
    }

    fn open_into(&self, seat: Seat<'_>, sealed: &[u8], plain: &mut Vec<u8>) -> Result<(), VaultError> {
        let (number, rest) = sealed.split_first().ok_or(VaultError::Closed)?;
        let (nonce, msg) = rest.split_at_checked(NONCE).ok_or(VaultError::Closed)?;
        let nonce: [u8; NONCE] = nonce.try_into().map_err(|_| VaultError::Closed)?;
        let key = self.numbered(*number).ok_or(VaultError::Closed)?;
        plain.clear();
        plain.extend(msg);
        key.cipher
            .decrypt_in_place(&XNonce::from(nonce), &seat.bytes(), plain)
            .map_err(|_| VaultError::Closed)
    }

    /// Whether sealed bytes are under the newest key.
    pub fn is_current(&self, sealed: &[u8]) -> bool {
        sealed.first() == Some(&self.newest().number)
    }

    /// A keyed hash to find equal values by without opening any; `label` keeps kinds of values apart.
    pub fn index(&self, label: &str, parts: &[&str]) -> Index {
        self.newest().index_of(label, parts)
    }

    /// The same under every key, for what must be found although it can no longer be indexed anew.
    pub fn indexes(&self, label: &str, parts: &[&str]) -> Vec<Index> {
        self.keys.iter().map(|key| key.index_of(label, parts)).collect()
    }

    pub fn token(&self, claims: &Claims) -> String {
        let key = self.newest();
        token::write(key.number, claims, &key.seal_of(claims))
    }

    /// What a token says, if we made it. Expiry is the caller's to judge.
    pub fn claims(&self, text: &str) -> Option<Claims> {
        let (number, claims, seal) = token::read(text)?;
        let expected = self.numbered(number)?.seal_of(&claims);
        bool::from(subtle::ConstantTimeEq::ct_eq(&expected[..], &seal[..])).then_some(claims)
    }

    /// A secret for what must outlive these keys, to be sealed under them.
    pub fn new_secret(&self) -> [u8; 32] {
        self.entropy.bytes()
    }

    /// What challenges are signed under. They last minutes, so the newest will do.
    pub fn proof_secret(&self) -> &[u8; 32] {
        &self.newest().proof
    }

    /// The token of the address to which a mail comes back that cannot be delivered.
    pub fn return_token(&self, campaign: i32, id: Uuid) -> String {
        let key = self.newest();
        let claims = Claims { purpose: Purpose::Bounce, campaign, id, expires: None };
        token::write_return(key.number, campaign, id, &key.short_seal_of(&claims))
    }

    /// What such a token says, if we made it.
    pub fn return_claims(&self, text: &str) -> Option<Claims> {
        let (number, claims, seal) = token::read_return(text)?;
        let expected = self.numbered(number)?.short_seal_of(&claims);
        bool::from(subtle::ConstantTimeEq::ct_eq(&expected[..], &seal[..])).then_some(claims)
    }

    /// The six digits in the `number`th confirmation mail of a signature.
    pub fn code(&self, campaign: i32, signature: Uuid, number: i16) -> String {
        self.newest().code_of(campaign, signature, number)
    }

    /// Compares in constant time, under every key: a mail may have left before another key followed.
    pub fn is_code(&self, campaign: i32, signature: Uuid, number: i16, typed: &str) -> bool {
        let is_under = |key: &Key| {
            let code = key.code_of(campaign, signature, number);
            bool::from(subtle::ConstantTimeEq::ct_eq(code.as_bytes(), typed.as_bytes()))
        };
        self.keys.iter().fold(false, |found, key| is_under(key) | found)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{Seat, Vault};
    use crate::domain::moment::Moment;
    use crate::domain::token::{Claims, Purpose};
    use crate::entropy::Entropy;
    use crate::storage::key_file::Secret;

    fn vault(numbers: &[u8]) -> Vault {
        let secrets: Vec<Secret> =
            numbers.iter().map(|n| Secret { number: *n, created_at: Moment(0), bytes: [*n; 32] }).collect();
        Vault::new(&secrets, Entropy::seeded(1))
    }

    fn seat(id: u128) -> Seat<'static> {
        Seat { table: "signature", campaign: 1, id: Uuid::from_u128(id) }
    }

    #[test]
    fn sealed_data_opens_only_in_its_own_row() {
        let vault = vault(&[1]);
        let sealed = vault.seal(seat(1), &"Huseyin");
        assert_eq!(vault.open::<String>(seat(1), &sealed).unwrap(), "Huseyin");
        assert!(vault.open::<String>(seat(2), &sealed).is_err());
        assert!(!sealed.windows(7).any(|window| window == b"Huseyin"));
    }

    #[test]
    fn an_older_key_opens_and_checks_but_no_longer_seals() {
        let old = vault(&[1]);
        let both = vault(&[1, 2]);
        let sealed = old.seal(seat(1), &"x");
        assert!(both.open::<String>(seat(1), &sealed).is_ok());
        assert!(!both.is_current(&sealed));
        assert!(old.open::<String>(seat(1), &both.seal(seat(1), &"x")).is_err());
        let claims = Claims { purpose: Purpose::Mine, campaign: 1, id: Uuid::nil(), expires: None };
        assert_eq!(both.claims(&old.token(&claims)), Some(claims));
        assert_eq!(old.claims(&both.token(&claims)), None);
    }

    proptest! {
        #[test]
        fn a_token_changed_in_one_place_is_none_of_ours(at in 0usize..56, with in "[A-Za-z0-9_-]") {
            let vault = vault(&[1]);
            let claims = Claims { purpose: Purpose::Confirm, campaign: 7, id: Uuid::from_u128(9), expires: None };
            let token = vault.token(&claims);
            let mut changed = token.clone();
            changed.replace_range(at..=at, &with);
            prop_assert_eq!(vault.claims(&changed).is_some(), changed == token);
        }

        #[test]
        fn a_return_address_that_we_did_not_make_is_none_of_ours(at in 0usize..50, with in "[a-z2-7]") {
            let vault = vault(&[1]);
            let token = vault.return_token(7, Uuid::from_u128(9));
            let mut changed = token.clone();
            changed.replace_range(at..=at, &with);
            prop_assert_eq!(vault.return_claims(&changed).is_some(), changed == token);
            prop_assert_eq!(vault.claims(&token), None);
        }

        #[test]
        fn sealed_bytes_that_are_damaged_never_open_nor_panic(bytes: Vec<u8>) {
            prop_assert!(vault(&[1]).open::<String>(seat(1), &bytes).is_err());
        }
    }
}
