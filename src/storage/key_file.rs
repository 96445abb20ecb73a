//! What stands in the key file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::domain::moment::Moment;
use crate::entropy::Entropy;

/// One secret of the key file.
#[derive(Clone)]
pub struct Secret {
    pub number: u8,
    pub created_at: Moment,
    pub bytes: [u8; 32],
}

/// The key file as it lies on disk.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    /// Set while a rotation is under way; the service does not start meanwhile.
    #[serde(default)]
    pub rotating: bool,
    pub key: Vec<StoredKey>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredKey {
    pub number: u8,
    pub created_at: Moment,
    pub secret: String,
}

impl KeyFile {
    /// The secrets, or nothing where the file is damaged.
    pub fn secrets(&self) -> Option<Vec<Secret>> {
        let secrets: Option<Vec<Secret>> = self.key.iter().map(StoredKey::secret).collect();
        secrets.filter(|secrets| !secrets.is_empty())
    }

    pub fn push(&mut self, now: Moment, entropy: &Entropy) -> anyhow::Result<()> {
        let number = self.key.iter().map(|key| key.number).max().unwrap_or(0);
        let number = number.checked_add(1).ok_or_else(|| anyhow::anyhow!("255 keys are all there can be"))?;
        self.key.push(StoredKey { number, created_at: now, secret: STANDARD.encode(entropy.bytes::<32>()) });
        Ok(())
    }
}

impl StoredKey {
    fn secret(&self) -> Option<Secret> {
        let bytes = STANDARD.decode(&self.secret).ok()?.try_into().ok()?;
        Some(Secret { number: self.number, created_at: self.created_at, bytes })
    }
}
