//! Writing a package as a stream: nothing of it is held in memory, and nothing lies on a disk on its way.

use std::io::{self, Write};

use sha2::{Digest, Sha256};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::sign::Signer;
use super::{KEY, MANIFEST, SIGNATURE, SIGNERS, SUMS};
use crate::domain::delivery::manifest::{File, Manifest, is_plain};
use crate::domain::digest::hexadecimal;
use crate::domain::moment::Moment;

/// So many files of a manifest a package gets of itself: its key, in two forms.
pub const OWN: usize = 2;

/// A package that is being written.
pub struct Packer<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    options: SimpleFileOptions,
    files: Vec<File>,
}

/// Passes on what is written, and counts and hashes it.
struct Hashing<'a, W: Write> {
    inner: &'a mut ZipWriter<StreamWriter<W>>,
    hash: Sha256,
    bytes: u64,
}

impl<W: Write> Write for Hashing<'_, W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let taken = self.inner.write(buffer)?;
        self.hash.update(&buffer[..taken]);
        self.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

impl<W: Write> Packer<W> {
    /// `at` is the time that every file in it bears: the same package is the same bytes.
    pub fn new(out: W, at: Moment) -> Self {
        let (year, month, day) = at.ymd();
        let year = u16::try_from(year).unwrap_or(1980);
        let time = DateTime::from_date_and_time(year, month, day, 0, 0, 0).unwrap_or_default();
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(time)
            .unix_permissions(0o644)
            .large_file(true);
        Self { zip: ZipWriter::new_stream(out), options, files: Vec::new() }
    }

    /// Packs a file that `fill` writes.
    pub fn add<E: From<io::Error>>(
        &mut self,
        name: &str,
        fill: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        debug_assert!(is_plain(name), "{name}");
        self.zip.start_file(name, self.options).map_err(io::Error::from)?;
        let mut hashing = Hashing { inner: &mut self.zip, hash: Sha256::new(), bytes: 0 };
        fill(&mut hashing)?;
        let (hash, bytes) = (hashing.hash.finalize(), hashing.bytes);
        self.files.push(File { name: name.to_owned(), bytes, sha256: hexadecimal(&hash) });
        Ok(())
    }

    /// Ends the package with the manifest, which names all that was packed, and its signature. Returns where it was written, and
    /// the SHA-256 of the manifest.
    pub fn finish(mut self, mut manifest: Manifest, signer: &Signer) -> io::Result<(W, String)> {
        let mut put = |name: &str, text: &str| {
            self.add(name, |out| out.write_all(text.as_bytes()))?;
            Ok::<_, io::Error>(())
        };
        put(KEY, &signer.public())?;
        put(SIGNERS, &signer.allowed())?;
        manifest.key = signer.fingerprint();
        manifest.files = std::mem::take(&mut self.files);
        let json = manifest.to_json();
        self.add(MANIFEST, |out| out.write_all(json.as_bytes()))?;
        let hash = self.files[0].sha256.clone();
        let sums = manifest.sums((MANIFEST, &hash));
        self.add(SIGNATURE, |out| out.write_all(signer.sign(json.as_bytes()).as_bytes()))?;
        self.add(SUMS, |out| out.write_all(sums.as_bytes()))?;
        let stream = self.zip.finish().map_err(io::Error::from)?;
        Ok((stream.into_inner(), hash))
    }
}
