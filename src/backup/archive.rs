//! The one file: a tar archive, so that it can be opened without us. It gets its name when it is whole and on the disk.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use sha2::{Digest, Sha256};

use super::manifest::{FORMAT, Manifest, Member};
use crate::domain::digest::hexadecimal;

const MANIFEST: &str = "manifest.json";
const MAX_MANIFEST: u64 = 1 << 20;

/// A folder beside the file to be, only for us, gone when this is dropped. What a run that was cut off left there is
/// cleared away first, unless that run goes on.
pub struct Workshop {
    pub folder: PathBuf,
    _lock: File,
}

impl Workshop {
    pub fn beside(file: &Path) -> anyhow::Result<Self> {
        let name = file.file_name().context("a file must be named")?.to_string_lossy().into_owned();
        let folder = file.with_file_name(format!(".{name}.part"));
        let lock = folder.join("lock");
        let busy = || format!("{}: another run is at work", folder.display());
        if folder.exists() {
            if let Ok(held) = File::open(&lock) {
                held.try_lock().ok().with_context(busy)?;
            }
            fs::remove_dir_all(&folder).with_context(|| folder.display().to_string())?;
        }
        DirBuilder::new().mode(0o700).create(&folder).with_context(|| folder.display().to_string())?;
        let held = File::create(&lock)?;
        held.try_lock().ok().with_context(busy)?;
        Ok(Self { folder, _lock: held })
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Copies all of a stream and hashes it on the way.
fn pour(from: &mut impl Read, to: &mut impl Write) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let mut bytes = 0;
    let mut buffer = vec![0; 1 << 16];
    loop {
        let n = from.read(&mut buffer)?;
        if n == 0 {
            return Ok((bytes, hexadecimal(&hash.finalize())));
        }
        hash.update(&buffer[..n]);
        to.write_all(&buffer[..n])?;
        bytes += n as u64;
    }
}

/// The size and checksum of a file.
pub fn weigh(path: &Path, name: &str) -> anyhow::Result<Member> {
    let mut file = File::open(path).with_context(|| path.display().to_string())?;
    let (bytes, sha256) = pour(&mut file, &mut io::sink())?;
    Ok(Member { name: name.to_owned(), bytes, sha256 })
}

/// Makes a file for its owner only, which must not be there yet.
pub fn create(path: &Path) -> anyhow::Result<File> {
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    file.with_context(|| path.display().to_string())
}

/// Writes the archive from files of the same names in the workshop.
pub fn write(workshop: &Workshop, manifest: &Manifest) -> anyhow::Result<PathBuf> {
    let path = workshop.path("archive");
    let mut tar = tar::Builder::new(io::BufWriter::new(create(&path)?));
    let text = serde_json::to_vec_pretty(manifest)?;
    append(&mut tar, MANIFEST, text.len() as u64, &text[..])?;
    for member in &manifest.files {
        append(&mut tar, &member.name, member.bytes, File::open(workshop.path(&member.name))?)?;
    }
    let file = tar.into_inner()?.into_inner()?;
    file.sync_all()?;
    Ok(path)
}

fn append(tar: &mut tar::Builder<impl Write>, name: &str, bytes: u64, from: impl Read) -> io::Result<()> {
    let mut header = tar::Header::new_gnu();
    header.set_size(bytes);
    header.set_mode(0o600);
    header.set_cksum();
    tar.append_data(&mut header, name, from)
}

/// Gives a finished file its name, unless something has that name already. Both are on the disk before this returns.
pub fn publish(from: &Path, to: &Path) -> anyhow::Result<()> {
    let taken = || format!("{} is there already and is not overwritten", to.display());
    File::open(from)?.sync_all()?;
    match fs::hard_link(from, to) {
        Ok(()) => fs::remove_file(from)?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => bail!(taken()),
        // A file system without links.
        Err(_) if to.exists() => bail!(taken()),
        Err(_) => fs::rename(from, to)?,
    }
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// Reads an archive into the workshop and checks every byte of it against its manifest.
pub fn read(file: &Path, workshop: &Workshop) -> anyhow::Result<Manifest> {
    let damaged = || format!("{}: not a whole backup", file.display());
    let mut tar = tar::Archive::new(File::open(file).with_context(|| file.display().to_string())?);
    let mut entries = tar.entries()?;
    let first = entries.next().with_context(damaged)?.with_context(damaged)?;
    if first.path()?.as_os_str() != MANIFEST {
        bail!("{}: not a backup of Postulo", file.display());
    }
    let mut text = Vec::new();
    first.take(MAX_MANIFEST).read_to_end(&mut text).with_context(damaged)?;
    let manifest: Manifest = serde_json::from_slice(&text).with_context(damaged)?;
    if manifest.format != FORMAT {
        bail!("{}: made by a newer program ({})", file.display(), manifest.made_by);
    }
    for member in &manifest.files {
        let mut entry = entries.next().with_context(damaged)?.with_context(damaged)?;
        // The name is compared before it is used, so that no archive writes elsewhere.
        let expected = entry.path()?.to_str() == Some(&member.name) && is_plain(&member.name);
        if !expected {
            bail!(damaged());
        }
        let mut out = create(&workshop.path(&member.name))?;
        let (bytes, sha256) = pour(&mut entry, &mut out).with_context(damaged)?;
        if bytes != member.bytes {
            bail!(damaged());
        }
        if sha256 != member.sha256 {
            bail!("{}: {} is damaged (its checksum differs)", file.display(), member.name);
        }
        out.sync_all()?;
    }
    Ok(manifest)
}

fn is_plain(name: &str) -> bool {
    name == super::manifest::KEYS || name == "postulo.db" || name == "postulo.dump"
}
