//! The second factor: the codes of an authenticator app (TOTP, RFC 6238), and codes on paper for when it is lost.

use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Totp};
use uuid::Uuid;

use super::moment::{HOUR, Moment};

/// As the app names whose codes these are.
const ISSUER: &str = "Postulo";
/// What every app counts with.
const STEP: i64 = 30;
/// How many recovery codes there are to a set.
pub const CODES: usize = 10;

/// What an authenticator app and we both know: 160 bits of chance (RFC 4226, 4, R6).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret([u8; 20]);

/// Keeps a secret out of logs and panics.
impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    pub const fn new(chance: [u8; 20]) -> Self {
        Self(chance)
    }

    fn builder(&self) -> Builder {
        Builder::new().with_secret(self.0)
    }

    fn totp(&self) -> Totp {
        self.builder().build().expect("160 bits and the usual six digits are what the standard asks for")
    }

    /// The step whose code this is, one before or after the present one for clocks that differ. None where it is no code, or one
    /// of a step that was taken already.
    pub fn check(&self, typed: &str, now: Moment, last_step: i64) -> Option<i64> {
        let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let step = self.totp().check(&typed, u64::try_from(now.seconds()).ok()?)?;
        i64::try_from(step).ok().filter(|step| *step > last_step)
    }

    /// The code that an app shows now, or the next one where that was taken already.
    pub fn code(&self, now: Moment, last_step: i64) -> Option<String> {
        let present = now.seconds() / STEP;
        let step = present.max(last_step + 1);
        let time = u64::try_from(step * STEP).ok()?;
        (step <= present + 1).then(|| self.totp().generate(time).to_string())
    }

    /// As it is typed where no camera is: in groups of four.
    pub fn written(&self) -> String {
        in_fours(&BASE32_NOPAD.encode(&self.0))
    }

    /// The address that the picture holds; `account` is how the app names it.
    pub fn url(&self, account: &str) -> String {
        let named: String = account.chars().filter(|c| *c != ':').collect();
        let totp = self.builder().with_issuer(Some(ISSUER)).with_account_name(named).build();
        totp.and_then(|totp| totp.to_url()).unwrap_or_default()
    }
}

fn in_fours(text: &str) -> String {
    let groups: Vec<String> =
        text.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
    groups.join("-").to_lowercase()
}

/// A secret that is offered and not taken yet.
#[derive(Serialize, Deserialize)]
pub struct Offer {
    pub secret: Secret,
    at: Moment,
}

impl Offer {
    pub const fn new(secret: Secret, at: Moment) -> Self {
        Self { secret, at }
    }

    /// Whether it may still be taken.
    pub fn holds(&self, now: Moment) -> bool {
        now < self.at + HOUR && now + HOUR >= self.at
    }
}

/// A code that takes the place of the app, once: 80 bits of chance, so that a plain hash of it will do.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([u8; 10]);

pub type RecoveryHash = [u8; 32];

impl RecoveryCode {
    pub const fn new(chance: [u8; 10]) -> Self {
        Self(chance)
    }

    /// Reads a code as it was typed, with or without what parts its groups.
    pub fn typed(text: &str) -> Option<Self> {
        let letters: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        let bytes = BASE32_NOPAD.decode(letters.to_ascii_uppercase().as_bytes()).ok()?;
        bytes.try_into().ok().map(Self)
    }

    pub fn written(&self) -> String {
        in_fours(&BASE32_NOPAD.encode(&self.0))
    }

    /// What is kept of it, for this account.
    pub fn hash(&self, account: Uuid) -> RecoveryHash {
        Sha256::new().chain_update(account.as_bytes()).chain_update(self.0).finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Offer, RecoveryCode, Secret};
    use crate::domain::moment::{HOUR, Moment};

    /// RFC 6238, appendix B, with the last six of its eight digits.
    #[test]
    fn the_codes_are_those_of_the_standard() {
        let secret = Secret::new(*b"12345678901234567890");
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (20_000_000_000, "353130")] {
            let now = Moment(seconds * 1000);
            assert_eq!(secret.code(now, 0).as_deref(), Some(code));
            assert_eq!(secret.check(code, now, 0), Some(seconds / 30));
            assert_eq!(secret.check(&format!(" {} {} ", &code[..3], &code[3..]), now, 0), Some(seconds / 30));
        }
    }

    #[test]
    fn a_code_is_taken_once_and_a_step_early_or_late() {
        let secret = Secret::new([7; 20]);
        let now = Moment(1_795_341_600_000);
        let code = secret.code(now, 0).unwrap();
        let step = secret.check(&code, now, 0).unwrap();
        assert_eq!(secret.check(&code, now, step), None);
        let next = secret.code(now, step).unwrap();
        assert_ne!(next, code);
        assert_eq!(secret.check(&next, now, step), Some(step + 1));
        assert_eq!(secret.code(now, step + 1), None);
        assert_eq!(secret.check(&code, Moment(now.0 + 59_000), 0), Some(step));
        assert_eq!(secret.check(&code, Moment(now.0 + 61_000), 0), None);
        for wrong in ["", "12345", "1234567", "abcdef", "１２３４５６"] {
            assert_eq!(secret.check(wrong, now, 0), None);
        }
    }

    #[test]
    fn an_app_reads_the_address_and_whoever_has_no_camera_the_secret() {
        let secret = Secret::new([0; 20]);
        let url = secret.url("anna+tag@example.org");
        assert!(url.starts_with("otpauth://totp/Postulo:anna%2Btag%40example.org?secret=AAAA"), "{url}");
        assert!(secret.url("a:b@example.org").starts_with("otpauth://totp/Postulo:ab%40"));
        assert_eq!(secret.written().len(), 39);
        assert!(secret.written().starts_with("aaaa-aaaa-") && format!("{secret:?}") == "Secret(…)");
    }

    #[test]
    fn a_recovery_code_is_read_however_it_is_typed() {
        let code = RecoveryCode::new([200; 10]);
        let written = code.written();
        assert_eq!(written.len(), 19);
        for typed in
            [written.clone(), written.to_uppercase(), written.replace('-', " "), written.replace('-', "")]
        {
            assert!(RecoveryCode::typed(&typed) == Some(code.clone()), "{typed}");
        }
        for wrong in ["", "123456", "aaaa-aaaa-aaaa", "1111-1111-1111-1111"] {
            assert!(RecoveryCode::typed(wrong).is_none(), "{wrong}");
        }
        assert_ne!(code.hash(Uuid::nil()), code.hash(Uuid::max()));
    }

    #[test]
    fn an_offer_holds_for_an_hour() {
        let offer = Offer::new(Secret::new([0; 20]), Moment(10_000_000));
        assert!(offer.holds(Moment(10_000_000)) && !offer.holds(Moment(10_000_000) + HOUR));
    }
}
