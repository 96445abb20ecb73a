/// The longest code or host kept, in characters.
const LONGEST: usize = 60;

/// What led somebody to a campaign: the code of a link that an organiser gave out, or the host of the site that links here.
/// Never a whole address, which could tell of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Source(String);

impl Source {
    /// Where there were too many to tell them apart.
    const OTHER: &'static str = "other";

    /// A code as it stands in an address; what is none, such as an address of mail, is nothing.
    pub fn parse(text: &str) -> Self {
        let text = text.trim().to_ascii_lowercase();
        let fits = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        let begins = text.starts_with(|c: char| c.is_ascii_alphanumeric());
        if begins && text.len() <= LONGEST && text.chars().all(fits) { Self(text) } else { Self::default() }
    }

    pub fn other() -> Self {
        Self(Self::OTHER.to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub const fn is_unknown(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Source;

    #[test]
    fn a_code_is_kept_and_what_could_be_a_person_is_not() {
        for (typed, kept) in [(" Newsletter-12 ", "newsletter-12"), ("qr_1.b", "qr_1.b"), ("a", "a")] {
            assert_eq!(Source::parse(typed).as_str(), kept);
        }
        let long = "a".repeat(61);
        for nothing in ["", "anna@example.org", "a b", "=1+1", "-x", "<b>", "é", "a/b", long.as_str()] {
            assert!(Source::parse(nothing).is_unknown(), "{nothing}");
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_is_short_and_plain(text in "\\PC{0,80}") {
            let source = Source::parse(&text);
            prop_assert!(source.as_str().len() <= 60 && source.as_str().is_ascii());
        }
    }
}
