//! The archive of a delivery: written as a stream, signed, and checked by whoever receives it, without us.

mod archive;
pub mod csv;
mod ending;
pub mod envelope;
pub mod mark;
pub mod recipient;
pub mod sign;
pub mod verify;
mod workbook;
pub mod write;
pub mod xlsx;

/// What is in the package: the only file that is signed, and it holds the hash of every other.
pub const MANIFEST: &str = "manifest.json";
/// The signature of the manifest, as `ssh-keygen -Y sign` writes it.
pub const SIGNATURE: &str = "manifest.json.sig";
/// All hashes once more, for `sha256sum -c`.
pub const SUMS: &str = "SHA256SUMS";
/// The key to check the signature with: whether it is ours is told by its fingerprint.
pub const KEY: &str = "key.pub";
/// The same as `ssh-keygen -Y verify` takes it.
pub const SIGNERS: &str = "allowed_signers";
/// Who signs, in `allowed_signers`.
pub const IDENTITY: &str = "delivery@postulo";
/// A page that checks the rest without us and without a network, in any browser.
pub const CHECKER: &str = "verify.html";
/// What it holds.
pub const CHECKER_PAGE: &str = include_str!("verify.html");
/// What the signature is for: one made for something else is none of a manifest.
pub const NAMESPACE: &str = "postulo-delivery";
