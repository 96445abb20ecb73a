//! Documents, read back by the programs that people have. What is made stays in `target/tmp/documents/` to be looked at.

mod postcards;
mod rolls;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Writes a document where it can be looked at.
pub fn keep(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// What a program says about a file; fails where it does not like it.
pub fn ask(program: &str, arguments: &[&str], file: &Path) -> String {
    // One of them writes to a file unless it is told not to.
    let to = (program == "pdftotext").then_some("-");
    let output = Command::new(program).args(arguments).arg(file).args(to).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {said}{}", String::from_utf8_lossy(&output.stderr));
    said
}

/// The text of a document, as it is laid out.
pub fn text(file: &Path) -> String {
    ask("pdftotext", &["-layout"], file)
}

/// Checks what every document must be: sound, tagged, in this language under this title, with every face embedded.
pub fn is_sound(file: &Path, title: &str) {
    let checked = ask("qpdf", &["--check"], file);
    assert!(checked.contains("No syntax or stream encoding errors"), "{checked}");
    let about = ask("pdfinfo", &[], file);
    assert!(about.contains("Tagged:          yes"), "{about}");
    assert!(about.contains(title), "{about}");
    let fonts = ask("pdffonts", &[], file);
    for line in fonts.lines().skip(2) {
        // Name, type, encoding, then: embedded, cut down, with its characters, and where it is.
        let embedded = line.split_whitespace().rev().nth(4);
        assert_eq!(embedded, Some("yes"), "{fonts}");
    }
}

/// How many pages a document has.
pub fn pages(file: &Path) -> u32 {
    let about = ask("pdfinfo", &[], file);
    let line = about.lines().find(|line| line.starts_with("Pages:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}
