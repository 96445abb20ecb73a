//! The package of a delivery, checked as an office checks it: with our program, and with what is on every computer.

mod odd;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use postulo::domain::delivery::manifest::{Addressee, Campaign, Counts, FORMAT, Manifest, Text, VERSION};
use postulo::domain::digest::sha256;
use postulo::package::sign::Signer;
use postulo::package::verify::{Finding, verify};
use postulo::package::write::Packer;
use tempfile::TempDir;
use tokio::process::Command;

use crate::support::START;
use crate::support::process::run;

const SEED: [u8; 32] = [7; 32];

fn manifest() -> Manifest {
    let parts = [("province", [("ON", 2), ("QC", 1)]), ("language", [("en", 3), ("fr", 0)])];
    let parts = parts.into_iter().map(|(dimension, parts)| {
        let parts = parts.into_iter().map(|(part, n)| (part.to_owned(), n)).collect();
        (dimension.to_owned(), parts)
    });
    Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        campaign: Campaign {
            slug: "recognize-celil".to_owned(),
            title: [("en".to_owned(), "Recognize \u{1b}[31mHuseyin Celil".to_owned())].into(),
            organisation: "Example Coalition".to_owned(),
        },
        addressee: Addressee {
            name: "Alex Exemple".to_owned(),
            office: "Prime Minister".to_owned(),
            language: "en".to_owned(),
        },
        delivery: 3,
        cut_off: START.to_string(),
        disclosure: "name_place".to_owned(),
        texts: vec![Text { of: None, version: 2, language: "en".to_owned(), sha256: sha256(b"We ask.") }],
        counts: Counts { online: 3, paper: 40, parts: parts.collect(), ..Counts::default() },
        previous: None,
        key: String::new(),
        files: Vec::new(),
    }
}

fn pack(folder: &TempDir, manifest: Manifest) -> PathBuf {
    let path = folder.path().join("package.zip");
    let mut packer = Packer::new(fs::File::create(&path).unwrap(), START);
    for (name, text) in [("text-en.txt", "We ask."), ("roll.csv", "name,place\r\nAnna Roy,Ottawa\r\n")] {
        packer.add(name, |out| out.write_all(text.as_bytes())).unwrap();
    }
    packer
        .add("case-files/long.txt", |out| {
            (0..20_000).try_for_each(|n| writeln!(out, "line {n}"))?;
            Ok::<_, io::Error>(())
        })
        .unwrap();
    packer.finish(manifest, &Signer::new(&SEED)).unwrap();
    path
}

async fn tool(folder: &Path, name: &str, arguments: &[&str], input: Option<&Path>) -> (bool, String) {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(folder);
    if let Some(input) = input {
        command.stdin(Stdio::from(fs::File::open(input).unwrap()));
    }
    let output = command.output().await.unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

/// The same unpacked.
async fn unpacked(folder: &TempDir) -> PathBuf {
    let to = folder.path().join("unpacked");
    let (well, said) = tool(folder.path(), "unzip", &["-q", "package.zip", "-d", "unpacked"], None).await;
    assert!(well, "{said}");
    to
}

#[tokio::test]
async fn an_office_checks_it_with_our_program_and_with_its_own() {
    let folder = TempDir::new().unwrap();
    let path = pack(&folder, manifest());
    let fingerprint = Signer::new(&SEED).fingerprint();
    let (well, said) = run(folder.path(), &["verify", path.to_str().unwrap()]).await;
    for part in [
        "delivery 3 to Alex Exemple, Prime Minister",
        "3 signed online, 40 on paper",
        &fingerprint,
        "Every file is as it was packed",
    ] {
        assert!(well && said.contains(part), "{part} in {said}");
    }
    assert!(!said.contains('\u{1b}'), "what a terminal obeys is not passed on");
    let unpacked = unpacked(&folder).await;
    assert_eq!(verify(&unpacked, Some(&fingerprint)).unwrap().findings, []);
    let (well, said) = tool(&unpacked, "sha256sum", &["-c", "SHA256SUMS"], None).await;
    assert!(well && said.contains("case-files/long.txt: OK") && said.contains("manifest.json: OK"), "{said}");
    let how = [
        "-Y",
        "verify",
        "-f",
        "allowed_signers",
        "-I",
        "delivery@postulo",
        "-n",
        "postulo-delivery",
        "-s",
        "manifest.json.sig",
    ];
    let (well, said) = tool(&unpacked, "ssh-keygen", &how, Some(&unpacked.join("manifest.json"))).await;
    assert!(well && said.contains(&fingerprint), "{said}");
    let (well, said) = tool(&unpacked, "ssh-keygen", &how, Some(&unpacked.join("roll.csv"))).await;
    assert!(!well, "{said}");
    // The same package is the same bytes.
    let again = TempDir::new().unwrap();
    assert_eq!(fs::read(pack(&again, manifest())).unwrap(), fs::read(&path).unwrap());
}

#[tokio::test]
async fn whatever_is_changed_is_found() {
    let folder = TempDir::new().unwrap();
    let path = pack(&folder, manifest());
    let sound = unpacked(&folder).await;
    let findings = |change: &dyn Fn(&Path)| {
        let copy = TempDir::new().unwrap();
        for name in [
            "text-en.txt",
            "roll.csv",
            "case-files/long.txt",
            "key.pub",
            "allowed_signers",
            "manifest.json",
            "manifest.json.sig",
            "SHA256SUMS",
        ] {
            let to = copy.path().join(name);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(sound.join(name), to).unwrap();
        }
        change(copy.path());
        verify(copy.path(), None).unwrap().findings
    };
    assert_eq!(findings(&|_| {}), []);
    let text = |name: &str| fs::read_to_string(sound.join(name)).unwrap();
    let put = |to: &Path, name: &str, text: String| fs::write(to.join(name), text).unwrap();
    let changed = findings(&|to| put(to, "roll.csv", text("roll.csv").replace("Anna", "Anne")));
    assert_eq!(changed, [Finding::Changed("roll.csv".into())]);
    assert_eq!(findings(&|to| put(to, "extra.csv", String::new())), [Finding::Added("extra.csv".into())]);
    let missing = findings(&|to| fs::remove_file(to.join("text-en.txt")).unwrap());
    assert_eq!(missing, [Finding::Missing("text-en.txt".into())]);
    let more = findings(&|to| {
        put(to, "manifest.json", text("manifest.json").replace("\"paper\": 40", "\"paper\": 41"));
    });
    assert_eq!(more, [Finding::Signature, Finding::Sums]);
    let sums = findings(&|to| put(to, "SHA256SUMS", text("SHA256SUMS").replacen('a', "b", 1)));
    assert_eq!(sums, [Finding::Sums]);
    assert!(
        findings(&|to| fs::remove_file(to.join("manifest.json.sig")).unwrap())
            .contains(&Finding::Missing("manifest.json.sig".into()))
    );
    assert_eq!(
        findings(&|to| std::os::unix::fs::symlink("/etc/passwd", to.join("link")).unwrap()),
        [Finding::Added("link".into())]
    );
    // Signed again by somebody else: only the fingerprint tells.
    let other = Signer::new(&[8; 32]);
    let forged = findings(&|to| {
        put(to, "manifest.json.sig", other.sign(text("manifest.json").as_bytes()));
        put(to, "key.pub", other.public());
    });
    assert!(
        forged.contains(&Finding::Key) && forged.contains(&Finding::Changed("key.pub".into())),
        "{forged:?}"
    );
    assert_eq!(verify(&path, Some(&other.fingerprint())).unwrap().findings, [Finding::Key]);
    let (well, said) =
        run(folder.path(), &["verify", path.to_str().unwrap(), "--fingerprint", &other.fingerprint()]).await;
    assert!(!well && said.contains("another key"), "{said}");
}

/// What becomes of a file, by its name; none where it is left out.
type Change<'a> = dyn Fn(&str, Vec<u8>) -> Option<Vec<u8>> + 'a;

/// Packs an archive again: each file as `change` makes it, or not at all, and another one.
fn packed_again(
    sound: &Path,
    to: &Path,
    change: impl Fn(&str, Vec<u8>) -> Option<Vec<u8>>,
    more: Option<&str>,
) -> PathBuf {
    let mut from = zip::ZipArchive::new(fs::File::open(sound).unwrap()).unwrap();
    let path = to.join("again.zip");
    let mut out = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    let mut put = |name: &str, bytes: &[u8]| {
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(bytes).unwrap();
    };
    for at in 0..from.len() {
        let mut file = from.by_index(at).unwrap();
        let (name, mut bytes) = (file.name().unwrap().into_owned(), Vec::new());
        file.read_to_end(&mut bytes).unwrap();
        if let Some(bytes) = change(&name, bytes) {
            put(&name, &bytes);
        }
    }
    if let Some(name) = more {
        put(name, b"more");
    }
    out.finish().unwrap();
    path
}

/// With one byte of it changed, in its middle.
fn bent(mut bytes: Vec<u8>) -> Vec<u8> {
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x01;
    bytes
}

#[tokio::test]
async fn whatever_is_changed_in_an_archive_is_found_and_the_command_fails() {
    let folder = TempDir::new().unwrap();
    let sound = pack(&folder, manifest());
    let files = ["text-en.txt", "roll.csv", "case-files/long.txt", "key.pub", "allowed_signers"];
    let again = |change: &Change<'_>, more| packed_again(&sound, folder.path(), change, more);
    let found = |path: PathBuf| verify(&path, None).unwrap().findings;
    assert_eq!(found(again(&|_, bytes| Some(bytes), None)), [], "packed again as it was, it is as it was");
    for name in files {
        let one_byte = again(&|other, bytes| Some(if other == name { bent(bytes) } else { bytes }), None);
        assert!(found(one_byte).contains(&Finding::Changed(name.into())), "{name}");
        let without = again(&|other, bytes| (other != name).then_some(bytes), None);
        assert!(found(without).contains(&Finding::Missing(name.into())), "{name}");
    }
    for name in ["manifest.json", "manifest.json.sig", "SHA256SUMS"] {
        let one_byte = again(&|other, bytes| Some(if other == name { bent(bytes) } else { bytes }), None);
        assert!(verify(&one_byte, None).map_or(true, |report| !report.findings.is_empty()), "{name}");
        let without = again(&|other, bytes| (other != name).then_some(bytes), None);
        assert!(found(without).contains(&Finding::Missing(name.into())), "{name}");
    }
    assert_eq!(
        found(again(&|_, bytes| Some(bytes), Some("roll/roll-002.pdf"))),
        [Finding::Added("roll/roll-002.pdf".into())]
    );
    let (well, said) =
        run(folder.path(), &["verify", folder.path().join("again.zip").to_str().unwrap()]).await;
    assert!(!well && said.contains("roll/roll-002.pdf"), "{said}");
    let whole = fs::read(&sound).unwrap();
    for kept in [whole.len() - 1, whole.len() / 2, 100] {
        fs::write(folder.path().join("cut.zip"), &whole[..kept]).unwrap();
        let (well, said) =
            run(folder.path(), &["verify", folder.path().join("cut.zip").to_str().unwrap()]).await;
        assert!(!well, "{kept}: {said}");
    }
}

#[tokio::test]
async fn an_archive_that_says_two_things_is_not_relied_on() {
    let folder = TempDir::new().unwrap();
    let path = pack(&folder, manifest());
    let sound = fs::read(&path).unwrap();
    let with = |bytes: &[u8]| {
        fs::write(folder.path().join("odd.zip"), bytes).unwrap();
        verify(&folder.path().join("odd.zip"), None)
    };
    // A byte of it changed, here and there: told, or without meaning for what is in it.
    for at in (0..sound.len()).step_by(97) {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x01;
        let _ = with(&bytes);
    }
    let name = b"case-files/long.txt";
    let inside = sound.windows(name.len()).position(|part| part == name).unwrap() + 500;
    let mut bytes = sound.clone();
    bytes[inside] ^= 0x01;
    assert!(with(&bytes).map_or(true, |report| !report.findings.is_empty()));
    assert!(with(&sound[..sound.len() / 2]).is_err(), "cut off");
    assert!(with(b"").is_err() && with(b"no archive").is_err());
    let hidden = [b"#!/bin/sh\n".as_slice(), &sound].concat();
    assert!(with(&hidden).is_err() || !with(&hidden).unwrap().findings.is_empty());
    let (well, said) = run(folder.path(), &["verify", "/nowhere/package.zip"]).await;
    assert!(!well && said.contains("no package that can be read"), "{said}");
}

#[tokio::test]
async fn a_manifest_that_cannot_be_is_refused() {
    let folder = TempDir::new().unwrap();
    let mut odd = manifest();
    odd.counts.online = 4;
    let report = verify(&pack(&folder, odd), None).unwrap();
    assert_eq!(report.findings.len(), 2, "{:?}", report.findings);
    let mut later = manifest();
    later.version = 9;
    let path = pack(&folder, later);
    let (well, said) = run(folder.path(), &["verify", path.to_str().unwrap()]).await;
    assert!(!well && said.contains("version 9"), "{said}");
}
