//! What is in a package, and by what it is checked. `docs/manifest.md` says what each field means; programs of others read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What the field `format` says.
pub const FORMAT: &str = "postulo-delivery";

/// The version that is written. Fields may be added without another one; a change of what one means is another one.
pub const VERSION: u32 = 1;

/// The longest name of a file in a package, in bytes.
const LONGEST_NAME: usize = 100;

/// The most files that a package has: no more are packed, and no more are accepted.
pub const MOST_FILES: usize = 10_000;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: String,
    pub version: u32,
    pub campaign: Campaign,
    pub addressee: Addressee,
    /// Counts from 1 within the campaign.
    pub delivery: i32,
    /// When it was frozen: who signed later is not in it. RFC 3339, UTC.
    pub cut_off: String,
    /// `numbers`, `place`, `name_place` or `full`.
    pub disclosure: String,
    pub texts: Vec<Text>,
    pub counts: Counts,
    /// The SHA-256 of the manifest of the delivery before, to the same addressee.
    pub previous: Option<String>,
    /// The SHA-256 fingerprint of the key that the manifest is signed with, as `ssh-keygen -l` shows it.
    pub key: String,
    /// Every file but the manifest, its signature and `SHA256SUMS`, in the order in which they are packed.
    pub files: Vec<File>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Campaign {
    pub slug: String,
    /// By language.
    pub title: BTreeMap<String, String>,
    pub organisation: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    pub name: String,
    pub office: String,
    /// The language of the cover.
    pub language: String,
}

/// What the text of an open letter is of.
pub const LETTER: &str = "letter";

/// The text that was signed, in one of its languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// [`LETTER`] for the open letter, which organisations and professionals sign; nothing for the text that all others sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    pub version: i32,
    pub language: String,
    /// Of the whole version as it is stored, in all of its languages.
    pub sha256: String,
}

/// How many. What others report is not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub online: i64,
    pub paper: i64,
    pub postcards: i64,
    /// Of `online`, those that the addressee had not been handed before the cut-off.
    pub since_previous: i64,
    /// Of `online`, by dimension and part: each dimension sums to the whole.
    pub parts: BTreeMap<String, BTreeMap<String, i64>>,
    /// Of those who signed, how many are not in it, by reason.
    pub left_out: BTreeMap<String, i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    pub name: String,
    pub bytes: u64,
    /// In lower-case hexadecimal.
    pub sha256: String,
}

/// What a manifest says that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Not JSON of that shape.
    Unreadable,
    /// Of another format.
    Format,
    /// Of a version that this program does not know.
    Version(u32),
    /// A name that leads elsewhere, stands twice, or is none.
    Name(String),
    TooMany,
    /// The parts of a dimension do not sum to the whole.
    Sum(String),
}

impl Manifest {
    /// Reads a manifest, and says all that cannot be.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<Flaw>> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        // Asked first, so that a later version is told as such, whatever its shape.
        let head: Head = serde_json::from_slice(bytes).map_err(|_| vec![Flaw::Unreadable])?;
        if head.format != FORMAT {
            return Err(vec![Flaw::Format]);
        }
        if head.version != VERSION {
            return Err(vec![Flaw::Version(head.version)]);
        }
        let manifest: Self = serde_json::from_slice(bytes).map_err(|_| vec![Flaw::Unreadable])?;
        let flaws = manifest.flaws();
        if flaws.is_empty() { Ok(manifest) } else { Err(flaws) }
    }

    fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if self.files.len() > MOST_FILES {
            flaws.push(Flaw::TooMany);
        }
        for (at, file) in self.files.iter().enumerate().take(MOST_FILES) {
            let is_twice = self.files[..at].iter().any(|other| other.name.eq_ignore_ascii_case(&file.name));
            if !is_plain(&file.name) || is_twice {
                flaws.push(Flaw::Name(file.name.clone()));
            }
        }
        for (dimension, parts) in &self.counts.parts {
            let sum = parts.values().try_fold(0_i64, |sum, part| sum.checked_add(*part));
            if sum != Some(self.counts.online) || parts.values().any(|part| *part < 0) {
                flaws.push(Flaw::Sum(dimension.clone()));
            }
        }
        flaws
    }

    /// The lines of `SHA256SUMS`: its files, and itself under its name and hash.
    pub fn sums(&self, (name, hash): (&str, &str)) -> String {
        let all = self.files.iter().map(|file| (&*file.sha256, &*file.name)).chain([(hash, name)]);
        let lines: Vec<String> = all.map(|(hash, name)| format!("{hash}  {name}\n")).collect();
        lines.concat()
    }

    /// As it is packed: for people to read, too.
    pub fn to_json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// Whether a name can be that of a file on every system, in the package's own folder or one below it.
pub fn is_plain(name: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && !part.starts_with(['.', '-'])
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    name.len() <= LONGEST_NAME && name.split('/').count() <= 2 && name.split('/').all(is_part)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Flaw, Manifest, is_plain};

    #[test]
    fn a_name_leads_nowhere_else() {
        for name in ["roll.csv", "case-files/opinion_2007.pdf", "SHA256SUMS.txt"] {
            assert!(is_plain(name), "{name}");
        }
        for name in [
            "",
            ".",
            "..",
            "../x",
            "/etc/passwd",
            "a/../b",
            "a//b",
            "a\\b",
            "C:x",
            ".hidden",
            "-rf",
            "a/b/c",
            "é",
            "a b",
        ] {
            assert!(!is_plain(name), "{name}");
        }
    }

    #[test]
    fn another_version_is_told_as_such() {
        let read = |text: &str| Manifest::read(text.as_bytes()).unwrap_err();
        assert_eq!(read(r#"{"format": "postulo-delivery", "version": 7, "shape": []}"#), [Flaw::Version(7)]);
        assert_eq!(read(r#"{"format": "other", "version": 1}"#), [Flaw::Format]);
        assert_eq!(read("{}"), [Flaw::Unreadable]);
        assert_eq!(read(r#"{"format": "postulo-delivery", "version": 1}"#), [Flaw::Unreadable]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            let _ = Manifest::read(&bytes);
        }
    }
}
