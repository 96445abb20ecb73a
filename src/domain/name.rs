use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::refusal::Reason;
use super::sheet::is_formula;

/// The longest name, in characters.
pub const MAX_NAME: usize = 255;

/// More marks than any writing system stacks on one letter; Tibetan and Vietnamese stay far below.
const MAX_STACKED_MARKS: usize = 8;

/// A full name in any script, as its bearer writes it, in Unicode normalisation form C.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullName(String);

impl FullName {
    pub fn parse(typed: &str) -> Result<Self, Reason> {
        let name = parse_line(typed, MAX_NAME)?;
        if name.is_empty() {
            return Err(Reason::Missing);
        }
        if !name.chars().any(char::is_alphabetic) {
            return Err(Reason::NoLetters);
        }
        Ok(Self(name))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is compared to tell two people at one address apart: letters and digits only, without case,
    /// without Latin, Greek and Cyrillic diacritics, so that `José` and `JOSE` are one person.
    pub fn comparable(&self) -> String {
        self.0
            .nfkd()
            .filter(|c| !('\u{300}'..='\u{36f}').contains(c))
            .flat_map(char::to_lowercase)
            .filter(|c| c.is_alphanumeric() || is_combining_mark(*c))
            .collect()
    }
}

/// One line of human text, such as a name or a place: trimmed, inner spaces made single, checked.
/// A leading `= + - @` would run as a formula in the spreadsheet of whoever receives the list.
pub fn parse_line(typed: &str, most: usize) -> Result<String, Reason> {
    let line = parse_signed_line(typed, most)?;
    if is_formula(&line) { Err(Reason::LeadingSign) } else { Ok(line) }
}

/// The same where such a sign may lead: whatever table it comes into says that it is text.
pub fn parse_signed_line(typed: &str, most: usize) -> Result<String, Reason> {
    let typed = typed.trim_matches(' ');
    if typed.chars().any(is_forbidden) {
        return Err(Reason::ControlCharacters);
    }
    let line: String = typed.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect();
    if line.chars().count() > most {
        return Err(Reason::TooLong(most));
    }
    if has_url(&line) {
        return Err(Reason::Url);
    }
    if has_stacked_marks(&line) {
        return Err(Reason::StackedMarks);
    }
    Ok(line)
}

/// Control characters, line and paragraph separators, and the overrides that make text read otherwise than it is stored.
pub fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Whether a text carries an address with a scheme, such as `https://…` or `mailto:…`.
pub fn has_url(text: &str) -> bool {
    let lower = text.to_lowercase();
    let with_authority = lower
        .match_indices("://")
        .any(|(at, _)| lower[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric()));
    let begins_a_word = |at: usize| !lower[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let schemes = ["mailto:", "javascript:", "data:", "tel:"];
    with_authority
        || schemes.iter().any(|scheme| lower.match_indices(scheme).any(|(at, _)| begins_a_word(at)))
}

pub fn has_stacked_marks(text: &str) -> bool {
    let mut run = 0;
    text.nfd().any(|c| {
        run = if is_combining_mark(c) { run + 1 } else { 0 };
        run > MAX_STACKED_MARKS
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{FullName, Reason};

    #[test]
    fn names_of_every_script_are_kept_as_written() {
        for name in [
            "Hüseyin Celil",
            "ھۈسەيىن جېلىل",
            "བསྟན་འཛིན་རྒྱ་མཚོ",
            "王炳章",
            "محمد علي (Mohammed Ali)",
            "Nguyễn Thị Hồng",
            "O’Toole-Smith Jr.",
            "Zoë 🌻 Müller",
            "नमस्ते शर्मा",
            "Châtel: Anne",
        ] {
            assert_eq!(FullName::parse(name).expect(name).as_str(), name);
        }
    }

    #[test]
    fn what_is_not_a_name_is_refused_with_its_reason() {
        let cases = [
            ("", Reason::Missing),
            ("   ", Reason::Missing),
            ("🙂", Reason::NoLetters),
            ("=HYPERLINK(1)", Reason::LeadingSign),
            ("+1 Anna", Reason::LeadingSign),
            ("-Anna", Reason::LeadingSign),
            ("@anna", Reason::LeadingSign),
            ("Anna http://spam.test", Reason::Url),
            ("Anna HTTPS://spam.test", Reason::Url),
            ("javascript:alert(1)", Reason::Url),
            ("Anna\tRoy", Reason::ControlCharacters),
            ("Anna\u{202e}yoR", Reason::ControlCharacters),
            ("Anna\u{0}", Reason::ControlCharacters),
        ];
        for (typed, reason) in cases {
            assert_eq!(FullName::parse(typed), Err(reason), "{typed:?}");
        }
        assert_eq!(FullName::parse(&"a".repeat(256)), Err(Reason::TooLong(255)));
        assert_eq!(FullName::parse(&format!("a{}", "\u{301}".repeat(1000))), Err(Reason::TooLong(255)));
        assert_eq!(FullName::parse(&format!("a{}", "\u{323}".repeat(40))), Err(Reason::StackedMarks));
        assert!(FullName::parse(&"é".repeat(255)).is_ok());
    }

    proptest! {
        #[test]
        fn spelling_does_not_make_another_person(name in "[A-Za-zÀ-ÿ]{1,12}( [A-Za-zÀ-ÿ]{1,12}){0,3}") {
            let Ok(first) = FullName::parse(&name) else { return Ok(()) };
            let shouted = FullName::parse(&format!("  {}  ", name.replace(' ', "   "))).unwrap();
            prop_assert_eq!(first.comparable(), shouted.comparable());
        }

        #[test]
        fn parsing_is_stable_and_never_panics(typed in "\\PC{0,300}") {
            if let Ok(name) = FullName::parse(&typed) {
                prop_assert_eq!(FullName::parse(name.as_str()), Ok(name.clone()));
                prop_assert!(name.as_str().chars().count() <= 255);
            }
        }
    }
}
