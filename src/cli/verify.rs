use std::io::{self, ErrorKind};
use std::path::Path;

use anyhow::Context;

use crate::domain::delivery::manifest::{Flaw, Manifest};
use crate::package::envelope;
use crate::package::verify::{Finding, verify};

/// Checks a package, and says what it is or what is wrong with it. True where all is as it was made.
pub fn run(file: &Path, fingerprint: Option<&str>) -> anyhow::Result<bool> {
    if envelope::is_one(file) {
        println!("{}: encrypted. Open it first with your key, and check what comes out:", file.display());
        println!("age -d -i KEY-FILE -o package.zip {}", file.display());
        return Ok(false);
    }
    let report = match verify(file, fingerprint) {
        Err(error) if is_no_archive(&error) => {
            println!("{}: no archive, or one that was cut off on its way. Fetch it again.", file.display());
            return Ok(false);
        }
        read => read.with_context(|| format!("{}: no package that can be read", file.display()))?,
    };
    if let Some(manifest) = &report.manifest {
        describe(manifest);
    }
    for finding in &report.findings {
        println!("WRONG: {}", words(finding));
    }
    for name in &report.left {
        println!("{name:?} is no part of the package: a computer put it into the folder by itself");
    }
    let is_sound = report.findings.is_empty();
    if let Some(fingerprint) = &report.fingerprint {
        println!("signed with the key {fingerprint}");
    }
    if is_sound {
        let nothing = if report.left.is_empty() { "nothing" } else { "nothing else" };
        println!("Every file is as it was packed, {nothing} was added, and the signature holds.");
        println!(
            "It is ours if the key’s fingerprint is the one on the printed cover and at our public address."
        );
    } else {
        println!("Do not rely on this package: ask for another one.");
    }
    Ok(is_sound)
}

/// Whether something else is wrong than that a file cannot be opened.
fn is_no_archive(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof | ErrorKind::Unsupported)
}

fn describe(manifest: &Manifest) {
    let counts = &manifest.counts;
    let title = manifest.campaign.title.values().next().map_or(&*manifest.campaign.slug, String::as_str);
    println!("{} – {}", plain(title), plain(&manifest.campaign.organisation));
    let addressee = &manifest.addressee;
    println!("delivery {} to {}, {}", manifest.delivery, plain(&addressee.name), plain(&addressee.office));
    println!("as of {}, disclosure {}", plain(&manifest.cut_off), plain(&manifest.disclosure));
    println!("{} signed online, {} on paper, {} postcards", counts.online, counts.paper, counts.postcards);
}

/// A text without what a terminal would obey: whoever made the file may mean harm.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).collect()
}

fn words(finding: &Finding) -> String {
    match finding {
        Finding::Manifest(Flaw::Unreadable) => "manifest.json is no manifest".to_owned(),
        Finding::Manifest(Flaw::Format) => "manifest.json is that of something else".to_owned(),
        Finding::Manifest(Flaw::Version(version)) => {
            format!("manifest.json has version {version}, which this program does not know: take a newer one")
        }
        Finding::Manifest(Flaw::Name(name)) => format!("manifest.json names a file that cannot be: {name:?}"),
        Finding::Manifest(Flaw::TooMany) => "manifest.json names too many files".to_owned(),
        Finding::Manifest(Flaw::Sum(dimension)) => {
            format!("the counts by {} do not sum to the whole", plain(dimension))
        }
        Finding::Missing(name) => format!("{} is missing", plain(name)),
        Finding::Added(name) => format!("{name:?} was added"),
        Finding::Changed(name) => format!("{} was changed", plain(name)),
        Finding::Sums => "SHA256SUMS says something else than manifest.json".to_owned(),
        Finding::Signature => "the signature is not that of this manifest".to_owned(),
        Finding::Key => "it was signed with another key".to_owned(),
        Finding::Hidden => {
            "the archive holds bytes that belong to none of its files, or says two things of one".to_owned()
        }
    }
}
