use serde::Deserialize;

/// What people may upload.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uploads {
    /// In bytes.
    pub list_bytes: usize,
    /// In seconds.
    pub timeout: u64,
}
