//! Links that are stored nowhere: who holds one proves by its seal that we made it. The seal itself is the vault's.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use data_encoding::BASE32_NOPAD;
use uuid::Uuid;

use super::moment::Moment;

/// What a link is good for. A link of one purpose never serves another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Purpose {
    /// The one button of the confirmation mail.
    Confirm = 1,
    /// The supporter's own page.
    Mine = 2,
    /// The waiting page, which takes the code.
    Waiting = 3,
    /// Not a link: the address to which a mail comes back that could not be delivered.
    Bounce = 4,
    /// The first account of an installation that has none.
    SetUp = 5,
    /// Another password for somebody who works here.
    Reset = 6,
    /// An account for somebody who is invited.
    Invitation = 7,
    /// The button of the mail to an address that somebody says is theirs.
    NewAddress = 8,
    /// The button of the mail to who signed an open letter on.
    ConfirmSignOn = 21,
    /// Their own page.
    MineSignOn = 22,
    /// Their waiting page.
    WaitingSignOn = 23,
    /// The button of the mail to who wrote a postcard.
    ConfirmPostcard = 31,
    /// Their own page.
    MinePostcard = 32,
    /// Their waiting page.
    WaitingPostcard = 33,
    /// Ends updates.
    Unsubscribe = 11,
    /// Ends the reports to somebody.
    StopReports = 12,
    /// An office's delivery.
    Handover = 41,
    /// Not a link: what a browser keeps in which the passphrase of one was typed.
    HandoverVisit = 42,
}

/// What a token says: for what, for which row, until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claims {
    pub purpose: Purpose,
    pub campaign: i32,
    pub id: Uuid,
    /// To the second; `None` for a link that lasts as long as its row.
    pub expires: Option<Moment>,
}

const CLAIMS: usize = 25;
const SEAL: usize = 16;
const LENGTH: usize = 1 + CLAIMS + SEAL;

/// A seal over claims, under the key of the given number.
pub type Seal = [u8; SEAL];

impl Claims {
    /// The bytes that are sealed.
    pub fn bytes(&self) -> [u8; CLAIMS] {
        let mut bytes = [0; CLAIMS];
        bytes[0] = self.purpose as u8;
        bytes[1..5].copy_from_slice(&self.campaign.to_be_bytes());
        bytes[5..21].copy_from_slice(self.id.as_bytes());
        let expires = self.expires.map_or(0, |moment| u32::try_from(moment.seconds()).unwrap_or(u32::MAX));
        bytes[21..25].copy_from_slice(&expires.to_be_bytes());
        bytes
    }

    fn from_bytes(bytes: &[u8; CLAIMS]) -> Option<Self> {
        let purpose = match bytes[0] {
            1 => Purpose::Confirm,
            2 => Purpose::Mine,
            3 => Purpose::Waiting,
            5 => Purpose::SetUp,
            6 => Purpose::Reset,
            7 => Purpose::Invitation,
            8 => Purpose::NewAddress,
            21 => Purpose::ConfirmSignOn,
            22 => Purpose::MineSignOn,
            23 => Purpose::WaitingSignOn,
            31 => Purpose::ConfirmPostcard,
            32 => Purpose::MinePostcard,
            33 => Purpose::WaitingPostcard,
            11 => Purpose::Unsubscribe,
            12 => Purpose::StopReports,
            41 => Purpose::Handover,
            42 => Purpose::HandoverVisit,
            _ => return None,
        };
        let expires = u32::from_be_bytes(bytes[21..25].try_into().ok()?);
        Some(Self {
            purpose,
            campaign: i32::from_be_bytes(bytes[1..5].try_into().ok()?),
            id: Uuid::from_bytes(bytes[5..21].try_into().ok()?),
            expires: (expires != 0).then(|| Moment(i64::from(expires) * 1000)),
        })
    }
}

/// The token as it stands in an address: 56 characters, safe in URLs.
pub fn write(key: u8, claims: &Claims, seal: &Seal) -> String {
    let mut bytes = [0; LENGTH];
    bytes[0] = key;
    bytes[1..=CLAIMS].copy_from_slice(&claims.bytes());
    bytes[1 + CLAIMS..].copy_from_slice(seal);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads a token into its key number, what it claims, and its seal, which is still to be checked.
pub fn read(token: &str) -> Option<(u8, Claims, Seal)> {
    let bytes: [u8; LENGTH] = URL_SAFE_NO_PAD.decode(token).ok()?.try_into().ok()?;
    let claims = Claims::from_bytes(bytes[1..=CLAIMS].try_into().ok()?)?;
    Some((bytes[0], claims, bytes[1 + CLAIMS..].try_into().ok()?))
}

/// What a token says it is for, its seal still unchecked: where to look, not whom to believe.
pub fn purpose(token: &str) -> Option<Purpose> {
    read(token).map(|(_, claims, _)| claims.purpose)
}

const SHORT_SEAL: usize = 10;

/// The seal of a return address: cut to 80 bits, since the part before the @ has 64 characters (RFC 5321, 4.5.3.1.1).
pub type ShortSeal = [u8; SHORT_SEAL];

/// How long `write_return` makes a token.
pub const RETURN_LENGTH: usize = 50;

/// The token of a return address: letters and digits of one case, since some mail servers change the case.
pub fn write_return(key: u8, campaign: i32, id: Uuid, seal: &ShortSeal) -> String {
    let bytes = [&[key][..], &campaign.to_be_bytes(), id.as_bytes(), seal].concat();
    BASE32_NOPAD.encode(&bytes).to_ascii_lowercase()
}

/// Reads the token of a return address, whose seal is still to be checked.
pub fn read_return(token: &str) -> Option<(u8, Claims, ShortSeal)> {
    let bytes = BASE32_NOPAD.decode(token.to_ascii_uppercase().as_bytes()).ok()?;
    let bytes: [u8; 1 + 4 + 16 + SHORT_SEAL] = bytes.try_into().ok()?;
    let claims = Claims {
        purpose: Purpose::Bounce,
        campaign: i32::from_be_bytes(bytes[1..5].try_into().ok()?),
        id: Uuid::from_bytes(bytes[5..21].try_into().ok()?),
        expires: None,
    };
    Some((bytes[0], claims, bytes[21..].try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{Claims, Purpose, RETURN_LENGTH, read, read_return, write, write_return};
    use crate::domain::moment::Moment;

    proptest! {
        #[test]
        fn a_token_says_what_was_put_into_it(campaign in 0i32.., id: u128, expires in prop::option::of(1u32..), key: u8, seal: [u8; 16]) {
            let expires = expires.map(|seconds| Moment(i64::from(seconds) * 1000));
            let claims = Claims { purpose: Purpose::Mine, campaign, id: Uuid::from_u128(id), expires };
            prop_assert_eq!(read(&write(key, &claims, &seal)), Some((key, claims, seal)));
        }

        #[test]
        fn a_return_address_says_what_was_put_into_it_in_any_case(campaign in 0i32.., id: u128, key: u8, seal: [u8; 10]) {
            let id = Uuid::from_u128(id);
            let token = write_return(key, campaign, id, &seal);
            prop_assert_eq!(token.len(), RETURN_LENGTH);
            let claims = Claims { purpose: Purpose::Bounce, campaign, id, expires: None };
            prop_assert_eq!(read_return(&token), Some((key, claims, seal)));
            prop_assert_eq!(read_return(&token.to_uppercase()), Some((key, claims, seal)));
            prop_assert_eq!(read(&token), None);
        }

        #[test]
        fn what_is_not_a_token_is_not_read(text in "\\PC{0,80}") {
            let _ = read(&text);
            let _ = read_return(&text);
        }
    }
}
