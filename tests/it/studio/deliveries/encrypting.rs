//! Packages that staff carry encrypted.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use postulo::actions::deliveries::make::sink::PIECE;
use postulo::actions::rotate_key::reseal_all;
use postulo::domain::role::Role;
use postulo::entropy::Entropy;
use postulo::storage::keys;
use postulo::storage::vault::Vault;
use reqwest::Method;
use sea_orm::EntityTrait;
use tempfile::TempDir;
use tokio::process::Command;

use super::{Team, approve, begin_fetch, entry, frozen, make, planned, ready, signers, team};
use crate::studio::deliveries::DELIVERIES;
use crate::studio::ledger::scans;
use crate::support::process::run;
use crate::support::{Member, TestApp, on_both};

/// Runs a tool as staff would; what it said.
async fn tool(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().await.unwrap();
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    said
}

/// A key as `age-keygen` makes it: the file with the secret half, and the public half.
pub async fn keygen(folder: &Path, name: &str) -> (PathBuf, String) {
    let file = folder.join(name);
    let said = tool("age-keygen", &["-o", file.to_str().unwrap()]).await;
    (file, said.split("Public key: ").nth(1).unwrap().trim().to_owned())
}

pub async fn add_key(member: &Member, label: &str, key: &str) {
    member.post("/studio/keys", &[("label", label), ("key", key)]).await.expect(303);
}

/// Opens what was fetched, as staff would.
async fn open(folder: &Path, key: &Path, closed: &[u8]) -> (PathBuf, Vec<u8>) {
    let (from, to) = (folder.join("package.zip.age"), folder.join("package.zip"));
    fs::write(&from, closed).unwrap();
    let names = [key, &to, &from].map(|path| path.to_str().unwrap());
    tool("age", &["-d", "-i", names[0], "-o", names[1], names[2]]).await;
    let plain = fs::read(&to).unwrap();
    (to, plain)
}

async fn fetch(app: &TestApp, member: &Member, path: &str, carriers: &[&str]) -> crate::support::Reply {
    let package = ready(app, path).await.expect("a package").to_string();
    let names: Vec<String> = carriers.iter().map(|account| format!("for-{account}")).collect();
    let mut fields = vec![("package", &*package), ("how", "encrypted")];
    fields.extend(names.iter().map(|name| (&**name, "yes")));
    member.post(&format!("{path}/fetch"), &fields).await
}

/// Something that is there to be fetched.
async fn delivered(app: &TestApp) -> (Team, String) {
    let team = team(app).await;
    signers(app, 1..=3).await;
    let path = frozen(app, &team.staff, "all").await;
    approve(&team, &path).await;
    (team, path)
}

async fn envelopes(app: &TestApp) -> usize {
    entity::fetch_envelope::Entity::find().all(app.app.tools.db.read()).await.unwrap().len()
}

on_both! {
    async fn what_is_fetched_encrypted_is_opened_by_those_who_carry_it_and_verified(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let (team, path) = delivered(&app).await;
        let colleague = app.member(Role::Staff).await;
        let (first, public) = keygen(folder.path(), "first.txt").await;
        let (second, other) = keygen(folder.path(), "second.txt").await;
        let none = team.staff.get(&path).await.expect(200).body;
        assert!(none.contains("somebody who carries it needs a key") && !none.contains("Fetch it encrypted"), "{none}");
        add_key(&team.staff, "Laptop", &public).await;
        add_key(&colleague, "Blue stick", &format!("# public key: {other}\n")).await;
        let own = app.account_id(&team.staff.email).await.to_string();
        let theirs = app.account_id(&colleague.email).await.to_string();
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains(&format!("name=\"for-{own}\" type=\"checkbox\" value=\"yes\" checked")), "{page}");
        assert!(page.contains(&format!("name=\"for-{theirs}\" type=\"checkbox\" value=\"yes\">")) && page.contains("Blue stick"), "{page}");
        let file = fetch(&app, &team.staff, &path, &[&own, &theirs]).await.expect(303).header("location").to_owned();
        assert!(file.ends_with("/package.zip.age"));
        let whole = team.staff.get(&file).await.expect(200);
        assert_eq!(whole.header("content-type"), "application/octet-stream");
        assert!(whole.header("content-disposition").contains("recognize-celil-delivery-1-1.zip.age"));
        assert_eq!(whole.header("content-length"), whole.bytes.len().to_string());
        assert!(whole.bytes.starts_with(b"age-encryption.org/v1\n"));
        for key in [&first, &second] {
            let (zip, plain) = open(folder.path(), key, &whole.bytes).await;
            assert!(entry(&plain, "roll.csv").contains("Signer 01"));
            let mark = String::from_utf8_lossy(&plain[plain.len() - 200..]).into_owned();
            assert!(mark.contains(&own) && mark.contains("2026-"), "{mark}");
            let (well, said) = run(folder.path(), &["verify", zip.to_str().unwrap()]).await;
            assert!(well && said.contains("Every file is as it was packed"), "{said}");
        }
        let (well, said) = run(folder.path(), &["verify", folder.path().join("package.zip.age").to_str().unwrap()]).await;
        assert!(!well && said.contains("age -d"), "{said}");
        // It goes on from anywhere: in the head, in a chunk, at its edge, in the mark at the end.
        let bytes = &whole.bytes;
        let tag = whole.header("etag").to_owned();
        for from in [1, 100, 65_552, bytes.len() / 2, bytes.len() - 70_000.min(bytes.len() - 1), bytes.len() - 1] {
            let headers = [("range", &*format!("bytes={from}-")), ("if-range", &tag)];
            let rest = team.staff.send_raw(Method::GET, &file, &headers, Vec::new()).await.expect(206);
            assert!(rest.bytes == bytes[from..], "{from}");
        }
        colleague.get(&file).await.expect(404);
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(page.contains("encrypted to 2 keys"), "{page}");
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        let fetched = audit.iter().find(|entry| entry.act == "fetch_package").unwrap();
        assert_eq!(fetched.detail, "edition 1, encrypted to 2 keys");
    }

    async fn what_is_larger_than_a_piece_goes_on_from_anywhere(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let team = team(&app).await;
        signers(&app, 1..=2).await;
        scans::batch(&team.staff, "signatures").await;
        scans::add(&team.staff, &scans::noise(2_000, 1_500)).await.expect(303);
        let path = scans::along(&app, &team.staff, "to-trudeau").await;
        approve(&team, &path).await;
        let (key, public) = keygen(folder.path(), "key.txt").await;
        add_key(&team.staff, "Laptop", &public).await;
        let own = app.account_id(&team.staff.email).await.to_string();
        let plain = begin_fetch(&app, &team.staff, &path).await;
        let plain = team.staff.get(&plain).await.expect(200).bytes;
        assert!(plain.len() > 2 * PIECE, "{}", plain.len());
        let file = fetch(&app, &team.staff, &path, &[&own]).await.expect(303).header("location").to_owned();
        let closed = team.staff.get(&file).await.expect(200).bytes;
        let (_, opened) = open(folder.path(), &key, &closed).await;
        // The marks differ, which stand behind the archive.
        assert!(opened[..opened.len() - 200] == plain[..plain.len() - 200] && opened.len() == plain.len());
        let head = closed.len() - opened.len() - 16 * opened.len().div_ceil(65_536);
        let piece = 16 * (65_536 + 16);
        let edges = [0, 1, piece - 1, piece, piece + 1, 2 * piece - 16, 2 * piece, closed.len() - head - 1];
        for from in edges.map(|edge| head + edge) {
            let until = (from + 1_200_000).min(closed.len()) - 1;
            let range = [("range", &*format!("bytes={from}-{until}"))];
            let part = team.staff.send_raw(Method::GET, &file, &range, Vec::new()).await.expect(206);
            assert!(part.bytes == closed[from..=until], "{from}");
        }
    }

    async fn a_key_of_ssh_opens_it_too(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let (team, path) = delivered(&app).await;
        let own = app.account_id(&team.staff.email).await.to_string();
        for (name, kind) in [("ed", &["-t", "ed25519"][..]), ("rsa", &["-t", "rsa", "-b", "2048"])] {
            let key = folder.path().join(name);
            let arguments = [kind, &["-q", "-N", "", "-C", "anna@laptop", "-f", key.to_str().unwrap()]].concat();
            tool("ssh-keygen", &arguments).await;
            let public = fs::read_to_string(key.with_extension("pub")).unwrap();
            add_key(&team.staff, name, &public).await;
        }
        let file = fetch(&app, &team.staff, &path, &[&own]).await.expect(303).header("location").to_owned();
        let closed = team.staff.get(&file).await.expect(200).bytes;
        for name in ["ed", "rsa"] {
            let (_, plain) = open(folder.path(), &folder.path().join(name), &closed).await;
            assert!(entry(&plain, "roll.csv").contains("Signer 03"));
        }
    }

    async fn an_organisation_may_let_nothing_that_names_people_leave_as_it_is(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let (team, path) = delivered(&app).await;
        let (_, public) = keygen(folder.path(), "key.txt").await;
        team.owner.post("/studio/organisation/encryption", &[("encrypted", "yes")]).await.expect(303);
        let page = team.owner.get("/studio/organisation").await.expect(200).body;
        assert!(page.contains("name=\"encrypted\" type=\"checkbox\" value=\"yes\" checked"), "{page}");
        let package = ready(&app, &path).await.unwrap().to_string();
        let asked = [("package", &*package)];
        let page = team.staff.post(&format!("{path}/fetch"), &asked).await.expect(422).body;
        assert!(page.contains("leave only encrypted") && !page.contains(">Fetch the package<"), "{page}");
        add_key(&team.staff, "Laptop", &public).await;
        let page = fetch(&app, &team.staff, &path, &[]).await.expect(422).body;
        assert!(page.contains("Nobody is ticked who could open it"), "{page}");
        let own = app.account_id(&team.staff.email).await.to_string();
        fetch(&app, &team.staff, &path, &[&own]).await.expect(303);
        // What tells of nobody is fetched as before, and so is anything once the owner says so.
        let numbers = team.staff.post(DELIVERIES, &planned("to-singh", "all")).await.expect(303);
        let numbers = numbers.header("location").to_owned();
        team.staff.post(&format!("{numbers}/freeze"), &[]).await.expect(303);
        make(&app).await;
        assert!(begin_fetch(&app, &team.staff, &numbers).await.ends_with("package.zip"));
        team.owner.post("/studio/organisation/encryption", &[]).await.expect(303);
        assert!(begin_fetch(&app, &team.staff, &path).await.ends_with("package.zip"));
        let audit = entity::audit::Entity::find().all(app.app.tools.db.read()).await.unwrap();
        assert_eq!(audit.iter().filter(|entry| entry.act == "set_encryption").count(), 2);
    }

    async fn who_may_not_come_in_any_more_is_no_choice(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let (team, path) = delivered(&app).await;
        let (shut, moved) = (app.member(Role::Staff).await, app.member(Role::Staff).await);
        let ids = [app.account_id(&shut.email).await, app.account_id(&moved.email).await].map(|id| id.to_string());
        for (member, name) in [(&shut, "shut.txt"), (&moved, "moved.txt"), (&team.staff, "own.txt")] {
            add_key(member, name, &keygen(folder.path(), name).await.1).await;
        }
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(ids.iter().all(|id| page.contains(&format!("for-{id}"))), "{page}");
        team.owner.post(&format!("/studio/accounts/{}/disable", ids[0]), &[]).await.expect(303);
        team.owner.post(&format!("/studio/accounts/{}/role", ids[1]), &[("role", "viewer")]).await.expect(303);
        let page = team.staff.get(&path).await.expect(200).body;
        assert!(!ids.iter().any(|id| page.contains(&format!("for-{id}"))), "{page}");
        let own = app.account_id(&team.staff.email).await.to_string();
        for id in &ids {
            fetch(&app, &team.staff, &path, &[&own, id]).await.expect(422);
        }
        fetch(&app, &team.staff, &path, &["nobody"]).await.expect(404);
        assert_eq!(envelopes(&app).await, 0);
    }

    async fn what_encloses_a_package_goes_when_its_fetch_or_the_package_is_over(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let team = team(&app).await;
        let leaver = crate::support::Person::new("Anna Roy", "anna@example.org");
        let mail = crate::studio::people::sign(&app, "recognize-celil", &leaver).await;
        signers(&app, 1..=2).await;
        let path = frozen(&app, &team.staff, "all").await;
        approve(&team, &path).await;
        let (_, public) = keygen(folder.path(), "key.txt").await;
        add_key(&team.staff, "Laptop", &public).await;
        let own = app.account_id(&team.staff.email).await.to_string();
        let file = fetch(&app, &team.staff, &path, &[&own]).await.expect(303).header("location").to_owned();
        make(&app).await;
        assert_eq!(envelopes(&app).await, 1);
        app.visitor().post(&format!("{}/withdrawal", mail.mine_path()), &[]).await.expect(303);
        team.staff.get(&file).await.expect(404);
        make(&app).await;
        assert_eq!(envelopes(&app).await, 0, "somebody in it has left");
        let file = fetch(&app, &team.staff, &path, &[&own]).await.expect(303).header("location").to_owned();
        team.staff.get(&file).await.expect(200);
        app.advance(Duration::from_hours(24));
        make(&app).await;
        assert_eq!(envelopes(&app).await, 0, "the day is over");
    }

    async fn a_rotation_of_keys_leaves_what_is_being_fetched_whole(app: TestApp) {
        let folder = TempDir::new().unwrap();
        let (team, path) = delivered(&app).await;
        let (_, public) = keygen(folder.path(), "key.txt").await;
        add_key(&team.staff, "Laptop", &public).await;
        let own = app.account_id(&team.staff.email).await.to_string();
        let file = fetch(&app, &team.staff, &path, &[&own]).await.expect(303).header("location").to_owned();
        let before = team.staff.get(&file).await.expect(200).bytes;
        let tools = &app.app.tools;
        let mut kept = keys::read(&tools.settings.keys_file()).unwrap();
        kept.push(tools.clock.now(), &Entropy::seeded(7)).unwrap();
        let vault = Vault::new(&kept.secrets().unwrap(), Entropy::seeded(8));
        let desk = postulo::actions::Desk { vault: &vault, ..tools.desk() };
        reseal_all(&desk, "test").await.unwrap();
        let id = entity::delivery_fetch::Entity::find().one(tools.db.read()).await.unwrap().unwrap().id;
        let fetch = postulo::storage::deliveries::approvals::find_fetch(tools.db.read(), id).await.unwrap().unwrap();
        let fetching = postulo::actions::deliveries::open_fetch(&desk, &fetch, &format!("account {own}")).await.unwrap();
        let (mut after, mut next) = (Vec::new(), Some(0));
        while let Some(from) = next {
            let part = fetching.read(&desk, from).await.unwrap();
            after.extend(part.bytes);
            next = part.next;
        }
        assert!(before == after);
    }
}
