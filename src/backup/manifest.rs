use serde::{Deserialize, Serialize};

use crate::storage::copies::Holdings;

/// How archives are laid out; one with another number was made by a newer program.
pub const FORMAT: u32 = 1;

/// The first file of an archive: what is in it, and what it must count to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// The program and its version.
    pub made_by: String,
    /// RFC 3339, UTC.
    pub made_at: String,
    pub database: Kind,
    pub holdings: Holdings,
    /// Which keys the data is sealed under, by number and fingerprint.
    pub keys: Vec<String>,
    /// What follows, in this order.
    pub files: Vec<Member>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Sqlite,
    Postgresql,
}

impl Kind {
    pub fn of(url: &str) -> Self {
        if url.starts_with("sqlite://") { Self::Sqlite } else { Self::Postgresql }
    }

    /// The database's name in the archive.
    pub const fn file(self) -> &'static str {
        match self {
            Self::Sqlite => "postulo.db",
            Self::Postgresql => "postulo.dump",
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::Postgresql => "PostgreSQL",
        }
    }
}

/// The keys' name in the archive, where they are in it.
pub const KEYS: &str = "keys.toml";

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Member {
    pub name: String,
    pub bytes: u64,
    /// In hexadecimal.
    pub sha256: String,
}
