//! Checking a package, offline and without us.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::archive::Archive;
use super::{KEY, MANIFEST, SIGNATURE, SUMS, sign};
use crate::domain::delivery::manifest::{Flaw, Manifest};
use crate::domain::digest::hexadecimal;

/// The largest manifest, signature or list of hashes that is read, in bytes.
const MOST: usize = 4 * 1024 * 1024;

/// What is wrong with a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    Manifest(Flaw),
    /// A file that the manifest names, or that belongs to every package, is not there.
    Missing(String),
    /// A file that the manifest does not name.
    Added(String),
    /// A file that is not what was packed.
    Changed(String),
    /// The list of hashes says something else than the manifest.
    Sums,
    /// The signature is not that of this manifest under the key of the package.
    Signature,
    /// The manifest was signed with another key than it names, or than was asked for.
    Key,
    /// Bytes that belong to no file, or what other programs would unpack in another way.
    Hidden,
}

/// What a check came to.
#[derive(Debug)]
pub struct Report {
    pub manifest: Option<Manifest>,
    /// Of the key, where the signature holds: compare it with that on the cover and at the public address.
    pub fingerprint: Option<String>,
    /// Empty: the package is as it was made.
    pub findings: Vec<Finding>,
    /// Files in the folder that a computer put there by itself: they say nothing against the package.
    pub left: Vec<String>,
}

impl Report {
    /// Once, whichever way a file is come by.
    fn find(&mut self, finding: Finding) {
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

/// Checks an archive or the folder that it was unpacked into. `expected` is the fingerprint that the key must have.
///
/// # Errors
/// Where the file cannot be read, or is no archive.
pub fn verify(path: &Path, expected: Option<&str>) -> io::Result<Report> {
    let mut archive = Archive::open(path)?;
    let names: BTreeSet<String> = archive.names()?.into_iter().collect();
    let mut report = Report { manifest: None, fingerprint: None, findings: Vec::new(), left: Vec::new() };
    if archive.hides()? {
        report.findings.push(Finding::Hidden);
    }
    let Some(json) = small(&mut archive, &names, MANIFEST, &mut report) else { return Ok(report) };
    let manifest = match Manifest::read(&json) {
        Ok(manifest) => manifest,
        Err(flaws) => {
            report.findings.extend(flaws.into_iter().map(Finding::Manifest));
            return Ok(report);
        }
    };
    signature(&mut archive, &names, (&json, &manifest, expected), &mut report);
    files(&mut archive, &names, &manifest, &mut report);
    sums(&mut archive, &names, (&json, &manifest), &mut report);
    report.manifest = Some(manifest);
    Ok(report)
}

/// A file that is read whole.
fn small(
    archive: &mut Archive,
    names: &BTreeSet<String>,
    name: &str,
    report: &mut Report,
) -> Option<Vec<u8>> {
    if !names.contains(name) {
        report.findings.push(Finding::Missing(name.to_owned()));
        return None;
    }
    let mut bytes = Vec::new();
    let read = archive.read(name, |piece| {
        bytes.extend_from_slice(piece);
        bytes.len() <= MOST
    });
    if read.is_err() || bytes.len() > MOST {
        report.findings.push(Finding::Changed(name.to_owned()));
        return None;
    }
    Some(bytes)
}

fn signature(
    archive: &mut Archive,
    names: &BTreeSet<String>,
    (json, manifest, expected): (&[u8], &Manifest, Option<&str>),
    report: &mut Report,
) {
    let signature = small(archive, names, SIGNATURE, report);
    let key = small(archive, names, KEY, report);
    let (Some(signature), Some(key)) = (signature, key) else { return };
    let Some(fingerprint) = sign::check(json, &signature, &key) else {
        report.findings.push(Finding::Signature);
        return;
    };
    if fingerprint != manifest.key || expected.is_some_and(|expected| bare(expected) != bare(&fingerprint)) {
        report.findings.push(Finding::Key);
    }
    report.fingerprint = Some(fingerprint);
}

/// A fingerprint as people copy it: with or without what it begins with.
fn bare(fingerprint: &str) -> &str {
    let fingerprint = fingerprint.trim();
    fingerprint.strip_prefix("SHA256:").unwrap_or(fingerprint).trim()
}

fn files(archive: &mut Archive, names: &BTreeSet<String>, manifest: &Manifest, report: &mut Report) {
    let mut known: BTreeSet<&str> = [MANIFEST, SIGNATURE, SUMS].into();
    for file in &manifest.files {
        known.insert(&file.name);
        if !names.contains(&file.name) {
            report.find(Finding::Missing(file.name.clone()));
            continue;
        }
        let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
        let read = archive.read(&file.name, |piece| {
            hash.update(piece);
            bytes += piece.len() as u64;
            // Whoever packs a bomb is found out at its first byte too many.
            bytes <= file.bytes
        });
        if read.is_err() || bytes != file.bytes || hexadecimal(&hash.finalize()) != file.sha256 {
            report.find(Finding::Changed(file.name.clone()));
        }
    }
    let more = names.iter().filter(|name| !known.contains(name.as_str())).cloned();
    let (left, added): (Vec<_>, Vec<_>) = more.partition(|name| archive.is_of_a_computer(name));
    report.left = left;
    report.findings.extend(added.into_iter().map(Finding::Added));
}

fn sums(
    archive: &mut Archive,
    names: &BTreeSet<String>,
    (json, manifest): (&[u8], &Manifest),
    report: &mut Report,
) {
    let Some(listed) = small(archive, names, SUMS, report) else { return };
    let own = hexadecimal(&Sha256::digest(json));
    if listed != manifest.sums((MANIFEST, &own)).as_bytes() {
        report.findings.push(Finding::Sums);
    }
}
