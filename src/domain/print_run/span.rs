/// Some cards of a run, by their places, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: u32,
    pub last: u32,
}

/// Why two numbers are no part of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanError {
    /// Not a whole number above nothing.
    NotANumber,
    /// The first is behind the last.
    Backwards,
    /// The run has fewer cards.
    Beyond,
    /// More cards than one file takes.
    TooMany,
}

impl Span {
    /// Reads what was typed. Nothing is from the first on, or up to the last, as far as one file goes.
    pub fn parse(first: &str, last: &str, cards: u32, most: u32) -> Result<Self, SpanError> {
        let number = |typed: &str, else_: u32| match typed.trim() {
            "" => Ok(else_),
            typed => typed.parse().ok().filter(|n| *n > 0).ok_or(SpanError::NotANumber),
        };
        let first = number(first, 1)?;
        let last = number(last, cards.min(first.saturating_add(most - 1)))?;
        if first > cards || last > cards {
            Err(SpanError::Beyond)
        } else if last < first {
            Err(SpanError::Backwards)
        } else if last - first >= most {
            Err(SpanError::TooMany)
        } else {
            Ok(Self { first, last })
        }
    }

    /// The same in parts of no more than `most` cards, each as large as the others and, but for the last, whole sheets of four.
    pub fn parts(self, most: u32) -> impl Iterator<Item = Self> {
        let size = self.count().div_ceil(self.count().div_ceil(most)).next_multiple_of(4).min(most);
        let firsts = (self.first..=self.last).step_by(usize::try_from(size).unwrap_or(usize::MAX));
        firsts.map(move |first| Self { first, last: self.last.min(first.saturating_add(size - 1)) })
    }

    pub const fn count(self) -> u32 {
        self.last - self.first + 1
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Span, SpanError};

    proptest! {
        /// However a run is parted, every card is in one part, in its order, and no part is too large.
        #[test]
        fn the_parts_are_the_whole(first in 1u32..20_000, more in 0u32..10_000, most in 1u32..3_000) {
            let (span, most) = (Span { first, last: first + more }, most * 4);
            let parts: Vec<Span> = span.parts(most).collect();
            prop_assert!(parts.iter().all(|part| part.count() <= most));
            prop_assert_eq!((parts[0].first, parts[parts.len() - 1].last), (span.first, span.last));
            prop_assert!(parts.windows(2).all(|two| two[0].last + 1 == two[1].first && two[0].count() % 4 == 0));
        }
    }

    #[test]
    fn part_of_a_run_is_read_from_two_numbers() {
        let read = |first, last| Span::parse(first, last, 500, 400);
        assert_eq!(read("401", "500"), Ok(Span { first: 401, last: 500 }));
        assert_eq!(read("", ""), Ok(Span { first: 1, last: 400 }));
        assert_eq!(read(" 401 ", ""), Ok(Span { first: 401, last: 500 }));
        assert_eq!(read("", "500"), Err(SpanError::TooMany));
        assert_eq!(read("10", "9"), Err(SpanError::Backwards));
        assert_eq!(read("501", ""), Err(SpanError::Beyond));
        assert_eq!(read("1", "501"), Err(SpanError::Beyond));
        for wrong in ["0", "-5", "1.5", "one", "99999999999"] {
            assert_eq!(read(wrong, ""), Err(SpanError::NotANumber), "{wrong}");
        }
    }
}
