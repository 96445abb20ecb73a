use unicode_normalization::UnicodeNormalization;

/// In characters. NIST SP 800-63B, 3.1.1.2, asks for no mixture of kinds, and length is what guessing costs.
pub const SHORTEST: usize = 12;
pub const LONGEST: usize = 256;

/// A password as it is hashed: in Unicode normalisation form C, so that it is the same from every keyboard.
#[derive(Clone)]
pub struct Password(String);

/// Why a password was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("a password has at least {} characters", SHORTEST)]
    Short,
    #[error("a password has at most {} characters", LONGEST)]
    Long,
}

impl Password {
    /// A new password.
    pub fn choose(typed: &str) -> Result<Self, Unfit> {
        let password = Self::typed(typed);
        match password.0.chars().count() {
            ..SHORTEST => Err(Unfit::Short),
            SHORTEST..=LONGEST => Ok(password),
            _ => Err(Unfit::Long),
        }
    }

    /// One that is to be compared, whatever it is like.
    pub fn typed(typed: &str) -> Self {
        Self(typed.nfc().collect())
    }

    pub const fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Keeps a password out of logs and panics.
impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::{Password, Unfit};

    #[test]
    fn length_counts_and_nothing_else_does() {
        assert_eq!(Password::choose("elevenchars").err(), Some(Unfit::Short));
        assert!(Password::choose("aaaaaaaaaaaa").is_ok());
        assert!(Password::choose(&"é".repeat(256)).is_ok());
        assert_eq!(Password::choose(&"a".repeat(257)).err(), Some(Unfit::Long));
    }

    #[test]
    fn a_password_is_the_same_however_its_accents_are_typed() {
        let one = Password::typed("cafe\u{301} au lait, s'il vous plait");
        assert_eq!(one.as_bytes(), Password::typed("café au lait, s'il vous plait").as_bytes());
        // Eleven characters however many code points they are typed as.
        assert_eq!(Password::choose(&"e\u{301}".repeat(11)).err(), Some(Unfit::Short));
        assert_eq!(format!("{one:?}"), "Password(…)");
    }
}
