//! The data directory, its disk, the clock, and what a run that was cut off left behind.

use std::fs::{self, File, OpenOptions};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use super::Chart;
use crate::clock::Clock;
use crate::domain::moment::Moment;
use crate::settings::Settings;

const MIB: u64 = 1 << 20;
/// Below this a busy hour may fill the disk.
const LOW: u64 = 2048 * MIB;
const EMPTY: u64 = 200 * MIB;
/// 1 January 2026, before this program was written.
const WRITTEN: Moment = Moment(1_767_225_600_000);

pub fn look(chart: &mut Chart, settings: &Settings, clock: &Clock) {
    let data = &settings.data_dir;
    let Ok(about) = fs::metadata(data) else {
        chart.fail(
            "data",
            format!("{} is not there", data.display()),
            "start the service once, or use the service's user and configuration: sudo -u postulo postulo --config FILE doctor",
        );
        return;
    };
    owner(chart, data, &about);
    disk(chart, data);
    leftovers(chart, data);
    time(chart, data, clock);
}

fn owner(chart: &mut Chart, data: &Path, about: &fs::Metadata) {
    let me = rustix::process::geteuid().as_raw();
    if about.uid() != me {
        chart.warn(
            "data",
            format!("{} belongs to user {}, and this runs as user {me}", data.display(), about.uid()),
            "run this as the service's user: sudo -u postulo postulo --config FILE doctor",
        );
        return;
    }
    let foreign = fs::read_dir(data).into_iter().flatten().flatten().find(|entry| {
        entry.metadata().is_ok_and(|inside| inside.uid() != me) && entry.file_name() != "lost+found"
    });
    if let Some(entry) = foreign {
        chart.fail(
            "data",
            format!("{} belongs to another user", entry.path().display()),
            format!("give it back: chown -R the service's user {}", data.display()),
        );
    } else if about.mode() & 0o077 != 0 {
        chart.warn(
            "data",
            format!("{} can be read by others (mode {:o})", data.display(), about.mode() & 0o777),
            format!("chmod 0700 {}", data.display()),
        );
    } else {
        chart.ok("data", data.display().to_string());
    }
}

fn disk(chart: &mut Chart, data: &Path) {
    let Ok(about) = rustix::fs::statvfs(data) else {
        chart.warn("disk", "its free space cannot be told", "look with df");
        return;
    };
    let free = about.f_bavail * about.f_frsize;
    let told = format!("{} MiB free where {} lies", free / MIB, data.display());
    let advice = "make room: old backups, logs, mails in the outbox folder; a full disk answers every signature with 503";
    if free < EMPTY {
        chart.fail("disk", told, advice);
    } else if free < LOW {
        chart.warn("disk", told, advice);
    } else {
        chart.ok("disk", told);
    }
}

fn leftovers(chart: &mut Chart, data: &Path) {
    let lock = data.join("postulo.lock");
    match OpenOptions::new().write(true).open(&lock) {
        // A lock is held by a process, not by a file: what is left of one that is gone holds nobody up.
        Ok(file) if file.try_lock().is_ok() => chart.ok("service", "no service runs on this data directory"),
        Ok(_) => chart.ok("service", "a service runs on this data directory"),
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => chart.fail(
            "service",
            format!("{} cannot be written: the service could not start", lock.display()),
            "give it back to the service's user with chown",
        ),
        Err(_) => {}
    }
    for (name, what) in [("keys.toml.new", "writing the keys"), (".restore.part", "a restore")] {
        let left = data.join(name);
        if left.exists() {
            chart.warn(
                "service",
                format!("{} is left of {what} that was cut off, or still goes on", left.display()),
                "if nothing of the kind is at work, delete it",
            );
        }
    }
}

/// Compares the clock with the one that dates files, which on a network disk is another machine's.
fn time(chart: &mut Chart, data: &Path, clock: &Clock) {
    let now = clock.now();
    if now < WRITTEN {
        chart.fail(
            "clock",
            format!("it says {now}"),
            "set the clock (timedatectl set-ntp true): links would lapse at the wrong time",
        );
        return;
    }
    let probe = data.join(".doctor");
    let dated = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&probe)
        .and_then(|file: File| file.metadata())
        .and_then(|about| about.modified());
    let _ = fs::remove_file(&probe);
    match dated.map(|at| at.duration_since(std::time::UNIX_EPOCH).unwrap_or_default().as_millis()) {
        Ok(millis) => compare(chart, "the data directory's disk", now, i64::try_from(millis).unwrap_or(0)),
        Err(error) => chart.fail(
            "data",
            format!("{} cannot be written ({})", data.display(), error.kind()),
            "see who owns it, whether the disk is full, and whether it is mounted read-only",
        ),
    }
}

/// A minute is much between machines that keep time.
pub fn compare(chart: &mut Chart, with: &str, ours: Moment, theirs: i64) {
    let seconds = (ours.0 - theirs).abs() / 1000;
    let advice = "let both keep time: timedatectl set-ntp true";
    let told = format!("{seconds} s apart from {with}");
    match seconds {
        0..=5 => chart.ok("clock", format!("{ours}, as {with} has it")),
        6..=60 => chart.warn("clock", told, advice),
        _ => chart.fail("clock", told, advice),
    }
}
