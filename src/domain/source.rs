/// The longest code or host kept, in characters.
const LONGEST: usize = 60;
/// More digits than a date has are a number of somebody.
const MOST_DIGITS: usize = 8;

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
        let is_code = begins && text.len() <= LONGEST && text.chars().all(fits) && !is_personal(&text);
        if is_code { Self(text) } else { Self::default() }
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

/// Whether a code looks as if it told of one person: an address of mail written so that it fits, or as many digits as a
/// telephone number or an identity card has. A date has eight at the most.
fn is_personal(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let mut words = text.split(['-', '_', '.']);
    let names_address = words.any(|word| matches!(word, "at" | "arobase" | "arroba"));
    let host: Vec<&str> = words.collect();
    let is_host = host.len() > 1 && host.last().is_some_and(|end| (2..=6).contains(&end.len()));
    digits > MOST_DIGITS || (names_address && is_host && text.contains('.'))
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
        for kept in ["newsletter-2026-11-22", "stand-at-the-market", "look.at.me", "news.example", "a.b-c_d"]
        {
            assert_eq!(Source::parse(kept).as_str(), kept);
        }
        let hostile = ["a\u{202e}b", "a\0b", "a\nb", "a\u{200b}b", "%40", "anna%40example.org", "ａｎｎａ"];
        let personal =
            ["anna@example.org", "anna.at.example.org", "anna_at_example.org", "anna-arobase-exemple.ca"]
                .into_iter()
                .chain(["4165550123", "416-555-0123", "1-416-555-0123", "046-454-286", "u123456789"]);
        for nothing in hostile.into_iter().chain(personal) {
            assert!(Source::parse(nothing).is_unknown(), "{nothing}");
        }
        for nothing in ["", "a b", "=1+1", "-x", "<b>", "é", "a/b", long.as_str()] {
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
