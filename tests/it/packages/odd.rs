//! Packages that programs could unpack in two ways, and what computers, networks and people make of sound ones.

use std::fs;
use std::io::{Cursor, Write};
use std::os::unix::fs::symlink;

use postulo::package::mark::marked;
use postulo::package::sign::Signer;
use postulo::package::verify::{Finding, verify};
use tempfile::TempDir;

use super::{SEED, manifest, pack, packed_again, tool, unpacked};
use crate::support::process::{run, run_with};

#[tokio::test]
async fn what_other_programs_would_unpack_otherwise_is_not_relied_on() {
    let folder = TempDir::new().unwrap();
    let sound = fs::read(pack(&folder, manifest())).unwrap();
    let found = |bytes: &[u8]| {
        fs::write(folder.path().join("odd.zip"), bytes).unwrap();
        verify(&folder.path().join("odd.zip"), None).unwrap().findings
    };
    // Behind it a second archive, whose record says that it goes on for longer: some programs forgive that.
    let mut behind = Cursor::new(sound.clone());
    behind.set_position(sound.len() as u64);
    let mut out = zip::ZipWriter::new(behind);
    out.start_file("roll.csv", zip::write::SimpleFileOptions::default()).unwrap();
    out.write_all(b"forged").unwrap();
    let mut both = out.finish().unwrap().into_inner();
    let at = both.len() - 2;
    both[at..].copy_from_slice(&[0xff, 0x7f]);
    assert_eq!(found(&both), [Finding::Hidden]);
    let second = &both[sound.len()..];
    let length = u16::try_from(second.len()).unwrap().to_le_bytes();
    let in_comment = [&sound[..sound.len() - 2], &length, second].concat();
    assert_eq!(found(&in_comment), [Finding::Hidden]);
    assert_eq!(found(&[sound.as_slice(), b"xxxx"].concat()), [Finding::Hidden]);
    let at = sound.windows(8).position(|part| part == b"roll.csv").unwrap();
    let mut renamed = sound.clone();
    renamed[at..at + 8].copy_from_slice(b"roll.bat");
    assert_eq!(found(&renamed), [Finding::Hidden]);
    // Who fetched it stands at its end.
    let mark = marked(sound.len() as u64, "Alex Exemple, 2026-11-29");
    let kept = usize::try_from(mark.unmarked()).unwrap();
    let fetched = [&sound[..kept], mark.tail(mark.unmarked()).unwrap()].concat();
    assert_eq!(found(&fetched), []);
}

#[tokio::test]
async fn a_folder_holds_files_and_what_a_computer_put_there() {
    let folder = TempDir::new().unwrap();
    let path = pack(&folder, manifest());
    let unpacked = unpacked(&folder).await;
    let found = || verify(&unpacked, None).unwrap().findings;
    for name in [".DS_Store", "case-files/Thumbs.db", "._roll.csv"] {
        fs::write(unpacked.join(name), "x").unwrap();
    }
    let (well, said) = run(folder.path(), &["verify", unpacked.to_str().unwrap()]).await;
    assert!(
        well && said.contains("case-files/Thumbs.db") && said.contains("nothing else was added"),
        "{said}"
    );
    let (key, roll) = (unpacked.join("key.pub"), unpacked.join("roll.csv"));
    let elsewhere = folder.path().join("roll.csv");
    fs::rename(&roll, &elsewhere).unwrap();
    symlink(&elsewhere, &roll).unwrap();
    assert_eq!(found(), [Finding::Changed("roll.csv".into())], "a link to what it should be");
    fs::remove_file(&roll).unwrap();
    let (well, said) = tool(&unpacked, "mkfifo", &["roll.csv"], None).await;
    assert!(well, "{said}");
    assert_eq!(found(), [Finding::Changed("roll.csv".into())], "what never ends");
    fs::remove_file(&roll).unwrap();
    fs::rename(&elsewhere, &roll).unwrap();
    fs::remove_file(&key).unwrap();
    assert_eq!(found(), [Finding::Missing("key.pub".into())]);
    // No computer puts anything into an archive.
    let more = packed_again(&path, folder.path(), |_, bytes| Some(bytes), Some(".DS_Store"));
    assert_eq!(verify(&more, None).unwrap().findings, [Finding::Added(".DS_Store".into())]);
}

#[tokio::test]
async fn who_checks_is_told_what_to_do() {
    let folder = TempDir::new().unwrap();
    let path = pack(&folder, manifest());
    let sound = fs::read(&path).unwrap();
    let trace = [("RUST_BACKTRACE".to_owned(), "1".to_owned())];
    for (bytes, told) in [
        (&sound[..sound.len() / 2], "Fetch it again"),
        (b"<html>".as_slice(), "Fetch it again"),
        (b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n".as_slice(), "encrypted"),
    ] {
        let odd = folder.path().join("odd");
        fs::write(&odd, bytes).unwrap();
        let (well, said) = run_with(folder.path(), &trace, &["verify", odd.to_str().unwrap()]).await;
        assert!(!well && said.contains(told) && !said.contains("EOCD"), "{said}");
    }
    let print = Signer::new(&SEED).fingerprint();
    let bare = format!(" {} ", print.strip_prefix("SHA256:").unwrap());
    for typed in [format!("{print}\n"), bare] {
        let (well, said) =
            run(folder.path(), &["verify", path.to_str().unwrap(), "--fingerprint", &typed]).await;
        assert!(well, "{typed:?}: {said}");
    }
}
