//! SSH signatures: an office checks them with what is on every computer.
//! <https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig>

use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};

use super::{IDENTITY, NAMESPACE};

/// The key that manifests are signed with.
#[derive(Clone)]
pub struct Signer(PrivateKey);

/// Keeps the key out of logs and panics.
impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({})", self.fingerprint())
    }
}

impl Signer {
    /// The Ed25519 key of a seed.
    pub fn new(seed: &[u8; 32]) -> Self {
        let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(seed));
        Self(PrivateKey::new(pair, IDENTITY).expect("an Ed25519 key is a key"))
    }

    /// As `ssh-keygen -l` shows it.
    pub fn fingerprint(&self) -> String {
        self.0.fingerprint(HashAlg::Sha256).to_string()
    }

    /// The line of a `.pub` file.
    pub fn public(&self) -> String {
        format!("{}\n", self.0.public_key().to_openssh().expect("a public key is text"))
    }

    /// The line by which `ssh-keygen -Y verify` knows who may sign.
    pub fn allowed(&self) -> String {
        format!("{IDENTITY} namespaces=\"{NAMESPACE}\" {}", self.public())
    }

    /// The signature of a manifest, armoured.
    pub fn sign(&self, manifest: &[u8]) -> String {
        let signature = self.0.sign(NAMESPACE, HashAlg::Sha512, manifest).expect("memory can be signed");
        signature.to_pem(LineEnding::LF).expect("a signature is text")
    }
}

/// Checks the signature of a manifest under a public key; the key's fingerprint, where it holds.
pub fn check(manifest: &[u8], signature: &[u8], key: &[u8]) -> Option<String> {
    let key = PublicKey::from_openssh(std::str::from_utf8(key).ok()?.trim_end()).ok()?;
    let signature = SshSig::from_pem(signature).ok()?;
    key.verify(NAMESPACE, manifest, &signature).ok()?;
    Some(key.fingerprint(HashAlg::Sha256).to_string())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Signer, check};

    #[test]
    fn a_signature_holds_for_one_text_and_one_key() {
        let (one, other) = (Signer::new(&[1; 32]), Signer::new(&[2; 32]));
        let signature = one.sign(b"text");
        let checked = |text: &[u8], key: &Signer| check(text, signature.as_bytes(), key.public().as_bytes());
        assert_eq!(checked(b"text", &one), Some(one.fingerprint()));
        assert_eq!(checked(b"texd", &one), None);
        assert_eq!(checked(b"text", &other), None);
        assert!(!format!("{one:?}").contains("PRIVATE"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_no_signature(signature: Vec<u8>, key: Vec<u8>) {
            prop_assert_eq!(check(b"text", &signature, &key), None);
        }
    }
}
