//! What may be written on a card. Whether it fits is for the layout to say.

use unicode_normalization::UnicodeNormalization;

use crate::domain::name::has_stacked_marks;
use crate::domain::refusal::Reason;

/// The most characters that are read at all. A card takes fewer.
pub const MOST: usize = 2_000;

/// A message that passed every rule: lines end with `\n`, in Unicode normalisation form C.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message(String);

impl Message {
    pub fn parse(typed: &str) -> Result<Self, Reason> {
        let text = typed.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
        let text = text.trim();
        if text.is_empty() {
            return Err(Reason::Missing);
        }
        if text.chars().count() > MOST {
            return Err(Reason::TooLong(MOST));
        }
        if text.chars().any(is_forbidden) {
            return Err(Reason::ControlCharacters);
        }
        if !text.split('\n').all(is_balanced) {
            return Err(Reason::Unbalanced);
        }
        if has_stacked_marks(text) {
            return Err(Reason::StackedMarks);
        }
        Ok(Self(text.nfc().collect()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control characters but the line feed, separators of lines and paragraphs, and what stands for nothing.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fff9}'..='\u{fffd}')
}

/// Whether what turns the direction of a line is ended in it, so that nothing behind it reads otherwise than it is stored.
fn is_balanced(line: &str) -> bool {
    let mut open = Vec::new();
    for c in line.chars() {
        match c {
            // Embeddings and overrides end with U+202C, isolates with U+2069 (UAX #9, 2).
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push('\u{202c}'),
            '\u{2066}'..='\u{2068}' => open.push('\u{2069}'),
            '\u{202c}' | '\u{2069}' if open.pop() != Some(c) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MOST, Message};
    use crate::domain::refusal::Reason;

    fn parsed(typed: &str) -> Result<String, Reason> {
        Message::parse(typed).map(|message| message.as_str().to_owned())
    }

    #[test]
    fn lines_end_alike_and_nothing_stands_around_them() {
        assert_eq!(parsed("  Dear\r\nPrime\rMinister\n\n").unwrap(), "Dear\nPrime\nMinister");
        assert_eq!(parsed("a\tb").unwrap(), "a b");
    }

    #[test]
    fn what_no_pen_writes_is_refused() {
        for (typed, reason) in [
            (" \r\n ", Reason::Missing),
            ("a\u{7}b", Reason::ControlCharacters),
            ("a\u{0}b", Reason::ControlCharacters),
            ("a\u{85}b", Reason::ControlCharacters),
            ("a\u{2028}b", Reason::ControlCharacters),
            ("a\u{202e}b", Reason::Unbalanced),
            ("a\u{2069}b", Reason::Unbalanced),
            ("\u{2067}a\nb\u{2069}", Reason::Unbalanced),
            ("\u{202e}a\u{2067}b\u{202c}\u{2069}", Reason::Unbalanced),
        ] {
            assert_eq!(parsed(typed), Err(reason), "{typed:?}");
        }
        assert_eq!(parsed(&"é".repeat(MOST)).unwrap().chars().count(), MOST);
        assert_eq!(parsed(&"é".repeat(MOST + 1)), Err(Reason::TooLong(MOST)));
        assert_eq!(parsed(&"x".repeat(10_000)), Err(Reason::TooLong(MOST)));
        assert_eq!(parsed(&format!("a{}", "\u{301}".repeat(40))), Err(Reason::StackedMarks));
    }

    #[test]
    fn every_script_and_both_directions_may_be_written() {
        for typed in
            ["ھۆرمەتلىك باش مىنىستىر", "Dear \u{2068}محمد\u{2069}, hello", "\u{202b}שלום\u{202c} friend"]
        {
            assert_eq!(parsed(typed).unwrap(), typed);
        }
    }

    proptest! {
        #[test]
        fn what_was_taken_is_taken_again(typed in "\\PC{0,200}") {
            if let Ok(message) = parsed(&typed) {
                prop_assert_eq!(parsed(&message), Ok(message.clone()));
            }
        }
    }
}
