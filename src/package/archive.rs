//! What lies in a package: in an archive, or in the folder that somebody has unpacked.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::ending;

/// How many bytes may stand between two files of an archive: what tells the size of the one before.
const BETWEEN: u64 = 24;

/// How deep a folder is looked through.
const DEEPEST: usize = 3;

/// What computers put into folders that somebody opens.
const OF_COMPUTERS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];
/// What the names of such files begin with that belong to another one.
const BESIDE: &str = "._";

pub enum Archive {
    /// The archive, and the file that it is.
    Zip(Box<ZipArchive<File>>, File),
    Folder(PathBuf),
}

impl Archive {
    pub fn open(path: &Path) -> io::Result<Self> {
        if path.is_dir() {
            return Ok(Self::Folder(path.to_owned()));
        }
        let file = File::open(path)?;
        Ok(Self::Zip(Box::new(ZipArchive::new(file.try_clone()?)?), file))
    }

    /// The names of all files. In a folder, what is no file is named too: it has no business there.
    pub fn names(&self) -> io::Result<Vec<String>> {
        match self {
            Self::Zip(zip, _) => {
                zip.file_names().map(|name| Ok(name.map_err(io::Error::from)?.into_owned())).collect()
            }
            Self::Folder(folder) => {
                let mut names = Vec::new();
                walk(folder, "", DEEPEST, &mut names)?;
                Ok(names)
            }
        }
    }

    /// Whether a file is one that computers put into folders by themselves. They put none into an archive.
    pub fn is_of_a_computer(&self, name: &str) -> bool {
        let Self::Folder(folder) = self else { return false };
        let last = name.rsplit('/').next().unwrap_or(name);
        (OF_COMPUTERS.contains(&last) || last.starts_with(BESIDE)) && is_file(&folder.join(name))
    }

    /// Whether an archive holds bytes that belong to none of its files, or says two things of one: a second file of the same name
    /// or a second list of files, which other programs unpack instead, or something before, between or behind them.
    pub fn hides(&mut self) -> io::Result<bool> {
        let Self::Zip(zip, whole) = self else { return Ok(false) };
        if zip.offset() != 0
            || !ending::is_plain(whole, zip.central_directory_start(), zip.len())?
            || zip.validate_header_consistency().is_err()
        {
            return Ok(true);
        }
        let mut spans = Vec::with_capacity(zip.len());
        for at in 0..zip.len() {
            let file = zip.by_index_raw(at)?;
            let Some(data) = file.data_start().filter(|_| !file.is_symlink()) else { return Ok(true) };
            spans.push((file.header_start(), data.saturating_add(file.compressed_size())));
        }
        spans.sort_unstable();
        spans.push((zip.central_directory_start(), u64::MAX));
        let mut end = 0;
        for (from, until) in spans {
            let slack = if end == 0 { 0 } else { BETWEEN };
            if from < end || from - end > slack {
                return Ok(true);
            }
            end = until;
        }
        Ok(false)
    }

    /// Reads a file as it is unpacked, and hands it over piece by piece.
    pub fn read(&mut self, name: &str, mut take: impl FnMut(&[u8]) -> bool) -> io::Result<()> {
        match self {
            Self::Zip(zip, _) => pour(&mut zip.by_name(name)?, &mut take),
            // What is no file could lead anywhere, or never end.
            Self::Folder(folder) if !is_file(&folder.join(name)) => Err(io::ErrorKind::InvalidData.into()),
            Self::Folder(folder) => pour(&mut File::open(folder.join(name))?, &mut take),
        }
    }
}

/// Whether that is a file, and no link to one.
fn is_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|known| known.is_file())
}

fn pour(from: &mut impl Read, take: &mut impl FnMut(&[u8]) -> bool) -> io::Result<()> {
    let mut buffer = vec![0; 1 << 16];
    loop {
        match from.read(&mut buffer)? {
            0 => return Ok(()),
            read if take(&buffer[..read]) => {}
            _ => return Ok(()),
        }
    }
}

fn walk(folder: &Path, below: &str, depth: usize, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        // What is no file is named like one, and found out once it is read.
        if entry.file_type()?.is_dir() && depth > 0 {
            walk(&entry.path(), &format!("{name}/"), depth - 1, names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}
