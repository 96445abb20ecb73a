//! Joins the words of each language into the one file that Fluent's macro reads, and fails the build where a message is
//! written in one language and missing, or taking other arguments, in another.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;

/// Where `i18n.toml` looks.
const JOINED: &str = "target/locales";

/// The spaces of French before a colon and inside guillemets do not break; nobody can see that in a file, so nobody has to
/// write it (Office québécois de la langue française, « Espacement »).
fn unbroken(lang: &str, text: &str) -> String {
    if lang != "fr" {
        return text.to_owned();
    }
    let pairs = [(" :", "\u{a0}:"), (" »", "\u{a0}»"), ("« ", "«\u{a0}"), (" %", "\u{a0}%")];
    pairs.iter().fold(text.to_owned(), |text, (plain, kept)| text.replace(plain, kept))
}

/// The files of a language, one after the other.
fn join(lang: &str) -> String {
    let folder = format!("locales/{lang}");
    println!("cargo:rerun-if-changed={folder}");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
    let read = |path: &std::path::PathBuf| {
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let text = unbroken(lang, &paths.iter().map(read).collect::<Vec<_>>().join("\n"));
    let joined = format!("{JOINED}/{lang}/postulo.ftl");
    println!("cargo:rerun-if-changed={joined}");
    // Left as it is when nothing changed, and never newer than what it is made of, or its own date would run this again.
    if fs::read_to_string(&joined).ok().as_ref() != Some(&text) {
        fs::create_dir_all(format!("{JOINED}/{lang}")).expect("target/ can be written to");
        let newest =
            paths.iter().filter_map(|path| path.metadata().and_then(|file| file.modified()).ok()).max();
        let write = || {
            let mut file = fs::File::create(&joined)?;
            file.write_all(text.as_bytes())?;
            newest.map_or(Ok(()), |newest| file.set_modified(newest))
        };
        write().unwrap_or_else(|error| panic!("{joined}: {error}"));
    }
    text
}

/// The messages of a language with the arguments that each takes.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in join(lang).lines() {
        let starts_message = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some((key, _)) = line.split_once('=').filter(|_| starts_message) {
            key.trim().clone_into(&mut current);
            assert!(
                messages.insert(current.clone(), BTreeSet::new()).is_none(),
                "locales/{lang}: `{current}` stands twice"
            );
        }
        let arguments = line.split('$').skip(1);
        let names = arguments
            .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
        if let Some(message) = messages.get_mut(&current).filter(|_| !line.starts_with('#')) {
            message.extend(names);
        }
    }
    messages
}

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=i18n.toml");
    println!("cargo:rerun-if-changed=static");
    let english = messages("en");
    for lang in ["fr"] {
        let other = messages(lang);
        for (key, arguments) in &english {
            let translated = other.get(key).unwrap_or_else(|| panic!("locales/{lang}: `{key}` is missing"));
            assert!(
                translated == arguments,
                "locales/{lang}: `{key}` takes {translated:?}, not {arguments:?}"
            );
        }
        for key in other.keys() {
            assert!(english.contains_key(key), "locales/en: `{key}` is missing");
        }
    }
}
