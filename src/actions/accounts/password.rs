//! Argon2id costs tens of milliseconds and 19 MiB, so it is done beside the runtime, a few at a time.

use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use super::AccountError;
use crate::actions::in_turn::in_turn;
use crate::domain::password::Password;

/// OWASP's password storage cheat sheet: 19 MiB, two passes, one lane.
const PARAMS: (u32, u32, u32) = (19 * 1024, 2, 1);

/// So many at once take half of a small machine's memory at the most, whatever comes.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Who has waited for as long is told to come again.
const PATIENCE: Duration = Duration::from_secs(5);

pub type SaltBytes = [u8; 16];

fn hasher() -> Argon2<'static> {
    let (memory, passes, lanes) = PARAMS;
    let params = Params::new(memory, passes, lanes, None).expect("these are within what Argon2 takes");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

async fn soon<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, AccountError> {
    let begun = tokio::time::timeout(PATIENCE, in_turn(&TURNS, work)).await;
    begun.map_err(|_| AccountError::Busy)?.await.map_err(|_| AccountError::Busy)
}

/// The hash of a password, with its cost and its salt, in PHC form.
pub async fn hash(password: Password, salt: SaltBytes) -> Result<String, AccountError> {
    soon(move || hash_now(&password, salt)).await
}

fn hash_now(password: &Password, salt: SaltBytes) -> String {
    let hash = hasher().hash_password_with_salt(password.as_bytes(), &salt);
    hash.expect("a salt of 16 bytes is as Argon2 wants it").to_string()
}

/// Whether a password is the one that was hashed. Where there is no hash it is not, and to find out takes as long.
pub async fn is_right(
    password: Password,
    hash: Option<String>,
    salt: SaltBytes,
) -> Result<bool, AccountError> {
    soon(move || {
        if let Some(Ok(hash)) = hash.as_deref().map(PasswordHash::new) {
            return hasher().verify_password(password.as_bytes(), &hash).is_ok();
        }
        std::hint::black_box(hash_now(&password, salt));
        false
    })
    .await
}
