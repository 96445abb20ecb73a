//! The machine that figures were measured on: without it they say nothing.

use std::fs;
use std::io::{Seek, Write};
use std::path::Path;
use std::time::Instant;

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use serde::Serialize;

use crate::figures::Spread;

/// What the report names.
#[derive(Clone, Debug, Serialize)]
pub struct Machine {
    pub processor: String,
    pub cores: usize,
    pub memory_gib: f64,
    pub kernel: String,
    /// File system and device of the folder the databases lie in.
    pub disk: String,
    /// Making four kilobytes durable, median of some, in milliseconds.
    pub sync_ms: f64,
    /// Processes that wanted to run when this began: others disturb.
    pub load: f64,
}

fn line(file: &str, begins: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(begins))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

impl Machine {
    pub fn look(scratch: &Path) -> anyhow::Result<Self> {
        let memory = line("/proc/meminfo", "MemTotal").unwrap_or_default();
        let kilobytes: f64 = memory.trim_end_matches(" kB").parse().unwrap_or(0.0);
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        Ok(Self {
            processor: line("/proc/cpuinfo", "model name")
                .unwrap_or_else(|| std::env::consts::ARCH.to_owned()),
            cores: cores(),
            memory_gib: (kilobytes / 1024.0 / 1024.0).round(),
            kernel: fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default().trim().to_owned(),
            disk: disk(&scratch.canonicalize()?),
            sync_ms: sync_ms(scratch)?,
            load: load.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or(0.0),
        })
    }

    /// In one line.
    pub fn words(&self) -> String {
        format!(
            "{}, {} cores, {} GiB, Linux {}, {} ({:.2} ms to make 4 KB durable), load {:.1} at the start",
            self.processor, self.cores, self.memory_gib, self.kernel, self.disk, self.sync_ms, self.load
        )
    }
}

/// The file system that a folder lies in: the mount with the longest name that it begins with.
fn disk(folder: &Path) -> String {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let mounted = mounts.lines().filter_map(|line| {
        let mut fields = line.split(' ');
        Some((fields.next()?, fields.next()?, fields.next()?))
    });
    let found =
        mounted.filter(|(_, place, _)| folder.starts_with(place)).max_by_key(|(_, place, _)| place.len());
    found.map_or_else(|| "unknown disk".to_owned(), |(device, _, kind)| format!("{kind} on {device}"))
}

/// Databases in memory would make every durable figure a lie.
pub fn is_in_memory(machine: &Machine) -> bool {
    ["tmpfs", "ramfs"].iter().any(|kind| machine.disk.starts_with(kind))
}

fn sync_ms(folder: &Path) -> anyhow::Result<f64> {
    const TRIES: usize = 101;
    let path = folder.join("sync");
    let mut file = fs::File::create(&path)?;
    let mut took = Vec::with_capacity(TRIES);
    for _ in 0..TRIES {
        let begin = Instant::now();
        file.rewind()?;
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        took.push(begin.elapsed().as_secs_f64() * 1000.0);
    }
    fs::remove_file(path)?;
    Ok(Spread::of(&took).map_or(0.0, |spread| spread.median))
}

/// Raises the number of open files to the most that is allowed; children inherit it.
pub fn open_all_files_allowed() -> anyhow::Result<()> {
    let allowed = getrlimit(Resource::Nofile).maximum;
    setrlimit(Resource::Nofile, Rlimit { current: allowed, maximum: allowed })?;
    Ok(())
}

/// How many connections one process may hold, with some files to spare.
pub fn connections_allowed() -> usize {
    let most = getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX);
    usize::try_from(most).unwrap_or(usize::MAX).saturating_sub(300)
}
