//! Fails the build where a message is written in one language and missing, or taking other arguments, in another.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The messages of a language with the arguments that each takes.
fn messages(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let path = format!("locales/{lang}/postulo.ftl");
    println!("cargo:rerun-if-changed={path}");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in text.lines() {
        let starts_message = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let Some((key, _)) = line.split_once('=').filter(|_| starts_message) {
            key.trim().clone_into(&mut current);
            assert!(
                messages.insert(current.clone(), BTreeSet::new()).is_none(),
                "{path}: `{current}` stands twice"
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
