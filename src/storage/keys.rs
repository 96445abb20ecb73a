//! The key file: outside the database, readable by its owner only, never half-written.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, bail};

use super::key_file::{KeyFile, Secret};
use crate::domain::digest::sha256;
use crate::domain::moment::Moment;
use crate::entropy::Entropy;

/// Reads the keys, or makes the first one where there is no file yet. With `sealed` data there must be one: a new key
/// would open none of them, and would not know who has signed.
pub fn load_or_make(
    path: &Path,
    sealed: bool,
    now: Moment,
    entropy: &Entropy,
) -> anyhow::Result<Vec<Secret>> {
    if !path.exists() {
        if sealed {
            bail!(
                "{} is missing, and the database holds data sealed under its keys: put it back",
                path.display()
            );
        }
        let mut file = KeyFile { rotating: false, key: Vec::new() };
        file.push(now, entropy)?;
        write(path, &file)?;
    }
    let file = read(path)?;
    if file.rotating {
        bail!("a rotation of the key was cut off: run `postulo key rotate` again before the service");
    }
    file.secrets().with_context(|| format!("{}: a key is damaged", path.display()))
}

pub fn read(path: &Path) -> anyhow::Result<KeyFile> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    // The parser's own message would quote the line, which holds the key.
    toml::from_str(&text).map_err(|_| anyhow::anyhow!("{}: not a key file", path.display()))
}

/// What tells keys apart without giving any away: the number of each, and the head of a hash of its 256 random bits.
pub fn fingerprints(secrets: &[Secret]) -> Vec<String> {
    let head = |secret: &Secret| {
        let hash = sha256(&[b"postulo key fingerprint:", &secret.bytes[..]].concat());
        format!("{}:{}", secret.number, &hash[..16])
    };
    secrets.iter().map(head).collect()
}

/// Writes the whole file beside the old one, mode 0600, and puts it in its place once it is on the disk.
pub fn write(path: &Path, file: &KeyFile) -> anyhow::Result<()> {
    let folder = path.parent().context("the key file lies in a folder")?;
    fs::create_dir_all(folder)?;
    let beside = path.with_extension("toml.new");
    let mut new = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&beside)?;
    writeln!(
        new,
        "# The keys of this installation. Without them nothing that is sealed can be read: keep a copy elsewhere."
    )?;
    new.write_all(toml::to_string(file)?.as_bytes())?;
    new.sync_all()?;
    fs::rename(&beside, path)?;
    File::open(folder)?.sync_all()?;
    Ok(())
}
