//! The documents of campaigns: kept as they were uploaded, handed out for download only.

pub mod add;
pub mod arrange;
pub mod remove;
pub mod rename;

use super::pictures::{UploadError, record};
