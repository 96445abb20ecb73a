//! The arrows of `docs/architecture.md`: who may use whom. A `use` that runs back fails here.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms that a room may name with `crate::`. What is not listed may name anything.
const ALLOWED: [(&str, &[&str]); 11] = [
    ("domain", &["domain"]),
    ("storage", &["domain", "storage", "entropy"]),
    ("actions", &["domain", "storage", "actions", "documents", "package", "paths", "entropy", "settings"]),
    ("documents", &["domain", "i18n", "paths", "documents"]),
    ("intake", &["domain", "storage", "actions", "intake", "live", "telemetry", "tools"]),
    ("live", &["domain", "storage", "live"]),
    ("package", &["domain", "package"]),
    ("mail", &["domain", "i18n", "paths", "mail", "markdown", "settings"]),
    ("guard", &["domain", "guard", "settings", "clock"]),
    (
        "web",
        &[
            "domain",
            "storage",
            "actions",
            "intake",
            "live",
            "mail",
            "markdown",
            "documents",
            "guard",
            "web",
            "app",
            "i18n",
            "paths",
            "settings",
            "telemetry",
        ],
    ),
    ("jobs", &["domain", "storage", "actions", "documents", "mail", "jobs", "app", "settings"]),
];

/// What only one room may name at all.
const ONLY: [(&str, &[&str]); 9] = [
    ("sea_orm", &["src/storage/"]),
    ("entity::", &["src/storage/"]),
    ("axum::", &["src/web/", "src/service/", "src/guard/headers.rs"]),
    ("lettre::", &["src/mail/", "src/settings/"]),
    ("krilla::", &["src/documents/"]),
    ("parley::", &["src/documents/"]),
    ("zip::", &["src/package/"]),
    ("ssh_key::", &["src/package/"]),
    (" age::", &["src/package/"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

fn all() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    sources(&root.join("src"), &mut found);
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
        let text = fs::read_to_string(path).unwrap();
        // Unit tests may use what they like.
        (name, text.split("#[cfg(test)]").next().unwrap().to_owned())
    };
    found.into_iter().map(read).collect()
}

#[test]
fn no_arrow_runs_back() {
    for (file, text) in all() {
        let room = file.strip_prefix("src/").unwrap().split('/').next().unwrap();
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == room) else { continue };
        for rest in
            text.split("crate::").skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            let named: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            assert!(allowed.contains(&named.as_str()), "{file} names crate::{named}");
        }
    }
}

#[test]
fn each_library_is_named_in_its_room_only() {
    for (file, text) in all() {
        for (name, rooms) in ONLY {
            let named = text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(name));
            assert!(!named || rooms.iter().any(|room| file.starts_with(room)), "{file} names {name}");
        }
    }
}

#[test]
fn no_file_needs_a_table_of_contents() {
    for (file, text) in all() {
        assert!(text.lines().count() <= 300, "{file} has {} lines: it is two files", text.lines().count());
    }
}

#[test]
fn what_the_documents_show_is_what_the_program_takes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/campaigns.md")).unwrap();
    let example = page.split("```toml\n").find(|block| block.starts_with("slug")).expect("an example");
    let example = example.split("```").next().unwrap();
    postulo::domain::content::CampaignFile::parse(example)
        .unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    let operating = fs::read_to_string(root.join("docs/operating.md")).unwrap();
    let defaults: toml::Table = toml::from_str(postulo::settings::DEFAULTS).unwrap();
    for (section, keys) in defaults.iter().filter_map(|(name, value)| Some((name, value.as_table()?))) {
        for key in keys.keys() {
            let name = format!("{section}.{key}");
            assert!(operating.contains(&name), "docs/operating.md does not explain {name}");
        }
    }
}
