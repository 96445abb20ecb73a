//! Nothing that is sealed is forgotten: by the search for a person, by a rotation of keys, by a backup.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use entity::inquiry;
use postulo::actions::people::{TABLES as LOOKED_THROUGH, open_asker};
use postulo::actions::rotate_key::reseal_all;
use postulo::clock::Clock;
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::storage::vault::Vault;
use postulo::storage::{inquiries, keys, sealed};
use sea_orm::EntityTrait;

use super::{open, sign};
use crate::support::{Person, TestApp, on_both};

/// Sealed tables in which nobody who signs is held, each with what is.
const OTHERS: [(&str, &str); 17] = [
    ("audit_key", "under what the audit log is chained"),
    (
        "contact",
        "who was spoken to at an office; named there by whoever keeps the record, deleted there, and forgotten with the campaign",
    ),
    ("carrier_key", "a key to which staff have packages encrypted, and what they call it"),
    ("delivery_photo", "a stamped copy; no list of names is on it"),
    (
        "delivery_piece",
        "a piece of a package; the package is made anew when somebody in it leaves, and deleted after a while",
    ),
    ("delivery_step", "who received a delivery for an office, as they wanted it told"),
    ("fetch_envelope", "under what a package is encrypted while it is fetched; no person"),
    ("incident_entry", "what went wrong; found by its incident"),
    (
        "ledger_entry",
        "which volunteers counted a box; named there by whoever keeps the ledger, and forgotten with the campaign",
    ),
    ("ledger_photo", "a closed box; forgotten with the campaign"),
    ("listing", "a network or a mail domain, with a note; whoever asks knows their own"),
    (
        "official_sheet",
        "which volunteer has a sheet; named there by whoever keeps the log, and corrected there",
    ),
    (
        "printing_part",
        "a piece of a file of cards; the file is deleted when somebody on it is erased, and after a week",
    ),
    ("reply_document", "a letter of an addressee; attached, and taken away, by whoever keeps the record"),
    (
        "scan_piece",
        "a scan of paper, which nothing of ours can read: staff look through them, and remove those on which somebody is who asks",
    ),
    ("second_factor", "what an authenticator app counts with"),
    ("signing_key", "what manifests are signed with"),
];

/// The tables whose entities have a sealed column.
fn sealed_tables() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("entity/src");
    let mut tables = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        if text.contains("pub sealed") {
            let name = text.split("table_name = \"").nth(1).unwrap().split('"').next().unwrap();
            tables.insert(name.to_owned());
        }
    }
    tables
}

#[test]
fn every_sealed_table_is_known_to_backups_and_rotations() {
    let listed: BTreeSet<String> = sealed::TABLES.iter().map(|table| (*table).to_owned()).collect();
    assert_eq!(listed, sealed_tables(), "src/storage/sealed.rs lists every table with a sealed column");
}

#[test]
fn every_sealed_table_is_looked_through_for_a_person() {
    let others: Vec<&str> = OTHERS.iter().map(|(table, _)| *table).collect();
    for table in sealed_tables() {
        let table = table.as_str();
        assert!(
            LOOKED_THROUGH.contains(&table) || others.contains(&table),
            "{table} holds sealed data: give it a file in src/actions/people/holders/, or say here what it holds"
        );
    }
}

on_both! {
    async fn a_rotation_seals_cases_anew_and_finds_them_again(app: TestApp) {
        sign(&app, "recognize-celil", &Person::new("Anna Roy", "anna@example.org")).await;
        let staff = app.member(Role::Staff).await;
        open(&staff, "anna@example.org", "Anna Roy").await;
        let tools = &app.app.tools;
        let mut file = keys::read(&tools.settings.keys_file()).unwrap();
        let before = inquiry::Entity::find().one(tools.db.read()).await.unwrap().unwrap();
        file.push(Clock::manual(crate::support::START).now(), &Entropy::seeded(7)).unwrap();
        let secrets = file.secrets().unwrap();
        let newest = secrets.last().unwrap().number;
        let vault = Vault::new(&secrets, Entropy::seeded(8));
        let left = sealed::list_under_others(tools.db.read(), newest).await.unwrap();
        assert_eq!(left, [("account", 1), ("audit_key", 1), ("inquiry", 1), ("second_factor", 1), ("signature", 1)]);
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        assert!(sealed::list_under_others(tools.db.read(), newest).await.unwrap().is_empty());
        let after = inquiry::Entity::find().one(tools.db.read()).await.unwrap().unwrap();
        assert_ne!(before.email_index, after.email_index);
        let case = inquiries::find(tools.db.read(), after.id).await.unwrap().unwrap();
        assert_eq!(open_asker(&vault, &case).unwrap().email, "anna@example.org");
    }
}
