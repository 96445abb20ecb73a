//! Reads which row a link of the service stands for. Its seal is the service's own matter.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The id of a row.
pub type Id = [u8; 16];

/// How long a token is in an address.
pub const LENGTH: usize = 56;

/// Key number, purpose, campaign: what stands before the id.
const BEFORE: usize = 6;

/// The row that a token names, wherever in `text` it ends the address.
pub fn id_at_end(text: &str) -> Option<Id> {
    let token = text.get(text.len().checked_sub(LENGTH)?..)?;
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    bytes.get(BEFORE..BEFORE + 16)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::id_at_end;

    #[test]
    fn the_id_is_read_from_a_redirect() {
        let mut bytes = [0u8; 42];
        bytes[6..22].copy_from_slice(&[9; 16]);
        let address = format!("/en/campaigns/x/check-email?waiting={}", URL_SAFE_NO_PAD.encode(bytes));
        assert_eq!(id_at_end(&address), Some([9; 16]));
        assert_eq!(id_at_end("/en/campaigns/x"), None);
    }
}
