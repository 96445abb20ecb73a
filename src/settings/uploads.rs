use serde::Deserialize;

/// What people may upload.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uploads {
    /// In bytes, as are the next.
    pub list_bytes: usize,
    pub picture_bytes: usize,
    pub document_bytes: usize,
    /// All scans of one batch of paper together.
    pub scans_bytes: usize,
    /// In seconds.
    pub timeout: u64,
}
