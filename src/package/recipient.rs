//! The keys to which a package is enclosed, as age takes them: its own, and those of SSH.

use age::{ssh, x25519};
use curve25519_dalek::montgomery::MontgomeryPoint;

/// What a key of age has in it that is to be told to nobody, and what a secret key of SSH has, of OpenSSH or of PuTTY.
const SECRETS: [&str; 3] = ["AGE-SECRET-KEY-", "PRIVATE KEY", "PUTTY-USER-KEY-FILE"];

/// What stands before the key in what `age-keygen` says.
const SAID: &str = "public key:";

/// Why a text is no key to enclose to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    Missing,
    /// It is the secret half, which is told to nobody.
    Secret,
    /// A key of SSH or a recipient of age of another kind than we can enclose to.
    Kind,
    /// RSA of less than 2048 bits, or of more than 4096.
    Size,
    /// No key at all, or with a mistake in it.
    Wrong,
}

/// A key to which something can be enclosed.
pub enum Recipient {
    Age(x25519::Recipient),
    Ssh(Box<ssh::Recipient>),
}

impl Recipient {
    /// Reads a key as somebody pastes it: with the words of `age-keygen` before it or the comment of SSH behind it.
    pub fn parse(typed: &str) -> Result<Self, Unusable> {
        let upper = typed.to_ascii_uppercase();
        if SECRETS.iter().any(|secret| upper.contains(secret)) {
            return Err(Unusable::Secret);
        }
        let typed = typed.trim();
        let typed = match typed.to_ascii_lowercase().find(SAID) {
            Some(at) => typed[at + SAID.len()..].trim(),
            None => typed,
        };
        if typed.is_empty() {
            return Err(Unusable::Missing);
        }
        if typed.lines().count() > 1 {
            return Err(Unusable::Wrong);
        }
        if typed.starts_with("age1") { age_key(typed) } else { ssh_key(typed) }
    }

    /// As the crate takes it.
    pub(super) fn as_age(&self) -> &dyn age::Recipient {
        match self {
            Self::Age(key) => key,
            Self::Ssh(key) => &**key,
        }
    }
}

/// The key and nothing else: who it is for is not told by it.
impl std::fmt::Display for Recipient {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Age(key) => key.fmt(to),
            Self::Ssh(key) => key.fmt(to),
        }
    }
}

fn age_key(typed: &str) -> Result<Recipient, Unusable> {
    let (kind, bytes) = bech32::decode(typed).map_err(|_| Unusable::Wrong)?;
    if kind.as_str() != "age" {
        return Err(Unusable::Kind);
    }
    let point: [u8; 32] = bytes.try_into().map_err(|_| Unusable::Wrong)?;
    // Of some points everybody derives the same secret (RFC 7748, section 6.1): what is enclosed to them is open to all.
    if MontgomeryPoint(point).mul_clamped([1; 32]).to_bytes() == [0; 32] {
        return Err(Unusable::Wrong);
    }
    typed.parse().map(Recipient::Age).map_err(|_| Unusable::Wrong)
}

fn ssh_key(typed: &str) -> Result<Recipient, Unusable> {
    use ssh::ParseRecipientKeyError as Error;
    let key: ssh::Recipient = typed.parse().map_err(|error| match error {
        Error::RsaModulusTooLarge | Error::RsaModulusTooSmall => Unusable::Size,
        Error::Unsupported(_) | Error::Ignore => Unusable::Kind,
        _ => Unusable::Wrong,
    })?;
    match &key {
        ssh::Recipient::SshEd25519(_, point) if point.is_small_order() => Err(Unusable::Wrong),
        _ => Ok(Recipient::Ssh(Box::new(key))),
    }
}

#[cfg(test)]
mod tests {
    use age::secrecy::ExposeSecret;
    use age::x25519::Identity;
    use bech32::{Bech32, Hrp};

    use super::{Recipient, Unusable};

    const SSH: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN";

    fn refused(typed: &str) -> Option<Unusable> {
        Recipient::parse(typed).err()
    }

    #[test]
    fn a_key_is_read_as_it_is_pasted() {
        let key = Identity::generate().to_public().to_string();
        for typed in [
            key.clone(),
            format!(" {key}\r\n"),
            format!("Public key: {key}"),
            format!("# public key: {key}\n"),
        ] {
            assert_eq!(Recipient::parse(&typed).unwrap().to_string(), key);
        }
        assert_eq!(Recipient::parse(&format!("{SSH} anna@laptop")).unwrap().to_string(), SSH);
    }

    #[test]
    fn a_secret_is_known_for_one_in_whatever_is_around_it() {
        let secret = Identity::generate().to_string().expose_secret().to_owned();
        assert_eq!(refused(&secret), Some(Unusable::Secret));
        assert_eq!(refused(&secret.to_lowercase()), Some(Unusable::Secret));
        assert_eq!(refused(&format!("# public key: age1x\n{secret}")), Some(Unusable::Secret));
        assert_eq!(refused("-----BEGIN OPENSSH PRIVATE KEY-----\nabc"), Some(Unusable::Secret));
    }

    #[test]
    fn what_is_no_key_of_ours_is_refused() {
        let key = Identity::generate().to_public().to_string();
        let mut changed = key.clone();
        let last = if changed.pop() == Some('q') { 'p' } else { 'q' };
        changed.push(last);
        let other =
            |name: &str, bytes: &[u8]| bech32::encode::<Bech32>(Hrp::parse(name).unwrap(), bytes).unwrap();
        for (typed, reason) in [
            (String::new(), Unusable::Missing),
            ("# public key: ".to_owned(), Unusable::Missing),
            ("my key".to_owned(), Unusable::Wrong),
            (changed, Unusable::Wrong),
            (format!("{key}\n{key}"), Unusable::Wrong),
            (other("age", &[7; 31]), Unusable::Wrong),
            // Points of small order: whoever encloses to them encloses to everybody.
            (other("age", &[0; 32]), Unusable::Wrong),
            (other("age", &{ let mut one = [0; 32]; one[0] = 1; one }), Unusable::Wrong),
            (other("age1yubikey", &[7; 33]), Unusable::Kind),
            (SSH.replace("AAAAC3", "AAAAC4"), Unusable::Wrong),
            ("ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBHFliOyIZs1gxGF3fmDxFykQhE88wy6AKDGFBfn0R6ZuvRmENABZQa9+pj9hMki+LX0qDJbmHTiWDbYv/cmFt/Q=".to_owned(), Unusable::Kind),
        ] {
            assert_eq!(refused(&typed), Some(reason), "{typed}");
        }
    }
}
