//! Who fetched an archive and when, written at its end as the comment of a ZIP file: no file in it changes, and its manifest
//! holds as before. APPNOTE.TXT 4.3.16, <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>.

/// The last two bytes of an archive without a comment: how long it is.
const LENGTH: u64 = 2;

/// The longest mark, in bytes.
const LONGEST: usize = 1000;

/// An archive with a mark at its end.
pub struct Marked {
    unmarked: u64,
    tail: Vec<u8>,
}

/// Marks an archive of so many bytes that has no comment.
pub fn marked(bytes: u64, mark: &str) -> Marked {
    let mut until = mark.len().min(LONGEST);
    while !mark.is_char_boundary(until) {
        until -= 1;
    }
    let comment = &mark.as_bytes()[..until];
    let length = u16::try_from(comment.len()).unwrap_or(0).to_le_bytes();
    Marked { unmarked: bytes.saturating_sub(LENGTH), tail: [&length, comment].concat() }
}

impl Marked {
    /// With the mark.
    pub const fn bytes(&self) -> u64 {
        self.unmarked + self.tail.len() as u64
    }

    /// How many bytes stand before the mark.
    pub const fn unmarked(&self) -> u64 {
        self.unmarked
    }

    /// What follows from a byte on, where that is of the mark.
    pub fn tail(&self, from: u64) -> Option<&[u8]> {
        let within = usize::try_from(from.checked_sub(self.unmarked)?).ok()?;
        Some(self.tail.get(within..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn a_mark_stands_at_the_end_and_says_how_long_it_is() {
        let marked = marked(100, "Émile");
        assert_eq!(marked.bytes(), 98 + 2 + 6);
        assert_eq!(marked.tail(97), None);
        assert_eq!(marked.tail(98).unwrap(), [&[6, 0], "Émile".as_bytes()].concat());
        assert_eq!(marked.tail(105).unwrap(), b"e");
        assert!(marked.tail(106).unwrap().is_empty());
    }
}
