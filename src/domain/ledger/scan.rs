//! Scans of the paper in a batch: what is known of them without their bytes.

use uuid::Uuid;

use super::Kind;
use crate::domain::moment::Moment;

/// So many scans a batch may have; a PDF of many pages is one.
pub const MOST: usize = 200;

/// As what a scan is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Jpeg,
}

impl Format {
    pub const ALL: [Self; 2] = [Self::Pdf, Self::Jpeg];

    /// How the names of its files end.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.as_str() == text)
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// A scan of some of the paper in a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    pub id: Uuid,
    pub campaign: i32,
    pub batch: i32,
    /// Counts from 1 within the batch; that of one that was removed is not given again.
    pub number: i32,
    pub format: Format,
    pub bytes: i64,
    pub pieces: i32,
    /// SHA-256, by which the same file is known again.
    pub hash: String,
    pub added_by: Option<Uuid>,
    pub added_at: Moment,
}

impl Scan {
    /// What it is called, alone.
    pub fn name(&self) -> String {
        name(self.batch, self.number, self.format)
    }
}

/// What a scan is called by its batch and its number.
pub fn name(batch: i32, number: i32, format: Format) -> String {
    format!("batch-{batch}-{number:03}.{}", format.as_str())
}

/// The folder of a package in which scans of such a batch are.
pub const fn folder(kind: Kind) -> &'static str {
    match kind {
        Kind::Postcards => "postcards",
        Kind::Signatures => "sheets",
    }
}
