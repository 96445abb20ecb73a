//! What lies in a package: in an archive, or in the folder that somebody has unpacked.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

/// How many bytes may stand between two files of an archive: what tells the size of the one before.
const BETWEEN: u64 = 24;

/// How deep a folder is looked through.
const DEEPEST: usize = 3;

pub enum Archive {
    Zip(Box<ZipArchive<File>>),
    Folder(PathBuf),
}

impl Archive {
    pub fn open(path: &Path) -> io::Result<Self> {
        if path.is_dir() {
            return Ok(Self::Folder(path.to_owned()));
        }
        Ok(Self::Zip(Box::new(ZipArchive::new(File::open(path)?)?)))
    }

    /// The names of all files. In a folder, what is no file is named too: it has no business there.
    pub fn names(&self) -> io::Result<Vec<String>> {
        match self {
            Self::Zip(zip) => {
                zip.file_names().map(|name| Ok(name.map_err(io::Error::from)?.into_owned())).collect()
            }
            Self::Folder(folder) => {
                let mut names = Vec::new();
                walk(folder, "", DEEPEST, &mut names)?;
                Ok(names)
            }
        }
    }

    /// Whether an archive holds bytes that belong to none of its files: a second file of the same name, which other programs
    /// unpack instead, or something before or between them.
    pub fn hides(&mut self) -> io::Result<bool> {
        let Self::Zip(zip) = self else { return Ok(false) };
        if zip.offset() != 0 {
            return Ok(true);
        }
        let mut spans = Vec::with_capacity(zip.len());
        for at in 0..zip.len() {
            let file = zip.by_index_raw(at)?;
            let Some(data) = file.data_start() else { return Ok(true) };
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
            Self::Zip(zip) => pour(&mut zip.by_name(name)?, &mut take),
            Self::Folder(folder) => pour(&mut File::open(folder.join(name))?, &mut take),
        }
    }
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
        // A link may lead anywhere: it is named, and is no file of the manifest.
        if entry.file_type()?.is_dir() && depth > 0 {
            walk(&entry.path(), &format!("{name}/"), depth - 1, names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}
