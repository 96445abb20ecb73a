//! The page inside a package that checks it, as an office uses it: unpacked, in a browser, without a network.

use std::fs;
use std::path::{Path, PathBuf};

use fantoccini::Locator;
use postulo::domain::digest::sha256;
use tempfile::TempDir;

use super::{approve, begin_fetch, frozen, signers, team};
use crate::support::browser::{Browser, Look};
use crate::support::{Build, TestApp};

/// Takes Ed25519 from a browser, as from one that never had it.
const WITHOUT_ED25519: &str =
    "SubtleCrypto.prototype.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'));";

fn unpack(zip: &[u8], to: &Path) -> Vec<PathBuf> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    archive.extract(to).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names.into_iter().map(|name| to.join(name)).collect()
}

/// What the page says of some files.
async fn told(browser: &Browser, page: &Path, files: &[PathBuf]) -> (bool, String) {
    browser.go(&format!("file://{}", page.display())).await;
    told_here(browser, files).await
}

/// What the page that is open says of them.
async fn told_here(browser: &Browser, files: &[PathBuf]) -> (bool, String) {
    let field = browser.window.find(Locator::Css("#files")).await.unwrap();
    let paths: Vec<&str> = files.iter().map(|path| path.to_str().unwrap()).collect();
    field.send_keys(&paths.join("\n")).await.unwrap();
    browser.until("document.querySelector('#result[data-good]')").await;
    let good = browser.has("#result[data-good=true]").await;
    (good, browser.text("#result").await)
}

#[tokio::test]
async fn a_browser_checks_a_package_without_us() {
    let app = TestApp::build(Build::default()).await;
    let team = team(&app).await;
    signers(&app, 1..=3).await;
    let path = frozen(&app, &team.staff, "all").await;
    approve(&team, &path).await;
    let zip = begin_fetch(&app, &team.staff, &path).await;
    let zip = team.staff.get(&zip).await.expect(200).bytes;
    let page = team.staff.get(&path).await.expect(200).body;
    let key = page.split("class=\"hash\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    drop(app);
    let folder = TempDir::new().unwrap();
    let files = unpack(&zip, folder.path());
    let (checker, roll) = (folder.path().join("verify.html"), folder.path().join("roll.csv"));
    let browser = Browser::open(Look::default()).await;
    let (good, said) = told(&browser, &checker, &files).await;
    assert!(good && said.contains("Every file is as it was packed") && said.contains(&key), "{said}");
    browser.assert_accessible("verify.html").await;
    browser.click("#other").await;
    assert!(browser.text("#result").await.contains("Chaque fichier est tel"));
    let sound = fs::read(&roll).unwrap();
    let mut changed = sound.clone();
    changed[sound.len() / 2] ^= 1;
    fs::write(&roll, &changed).unwrap();
    let (good, said) = told(&browser, &checker, &files).await;
    assert!(!good && said.contains("Changed: roll.csv"), "{said}");
    fs::write(&roll, &sound).unwrap();
    let fewer: Vec<PathBuf> = files.iter().filter(|path| **path != roll).cloned().collect();
    let (good, said) = told(&browser, &checker, &fewer).await;
    assert!(!good && said.contains("Missing: roll.csv"), "{said}");
    let more = folder.path().join("extra.txt");
    fs::write(&more, "x").unwrap();
    let (good, said) = told(&browser, &checker, &[&files[..], &[more]].concat()).await;
    assert!(!good && said.contains("Not part of the delivery: extra.txt"), "{said}");
    let computers = folder.path().join(".DS_Store");
    fs::write(&computers, "x").unwrap();
    let (good, said) = told(&browser, &checker, &[&files[..], &[computers]].concat()).await;
    assert!(good && said.contains("put there by a computer by itself: .DS_Store"), "{said}");
    let manifest = folder.path().join("manifest.json");
    let json = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, json.replace("\"online\": 3", "\"online\": 4")).unwrap();
    let (good, said) = told(&browser, &checker, &files).await;
    assert!(!good && said.contains("signature of manifest.json is wrong"), "{said}");
    for (key, other) in
        [("\"name\": \"roll.csv\"", "\"nane\": \"roll.csv\""), ("\"campaign\"", "\"campaigm\"")]
    {
        assert!(json.contains(key), "{json}");
        fs::write(&manifest, json.replacen(key, other, 1)).unwrap();
        let (good, said) = told(&browser, &checker, &files).await;
        assert!(!good && said.contains("manifest.json cannot be read"), "{key}: {said}");
    }
    fs::write(&manifest, &json).unwrap();
    browser.go(&format!("file://{}", checker.display())).await;
    browser.window.execute(WITHOUT_ED25519, Vec::new()).await.unwrap();
    let (good, said) = told_here(&browser, &files).await;
    assert!(!good && said.contains("cannot check who signed the manifest"), "{said}");
    assert!(said.contains("ssh-keygen -Y verify") && said.contains(&key), "{said}");
    assert!(!browser.has("#result .good, #result .bad").await, "it is neither sound nor forged");
    browser.assert_accessible("verify.html without Ed25519").await;
    browser.click("#other").await;
    assert!(browser.text("#result").await.contains("ne peut vérifier qui a signé le manifeste"));
    // All rewritten but the signature: whoever cannot check that one is not told that it is sound.
    let sums = folder.path().join("SHA256SUMS");
    let known = fs::read_to_string(&sums).unwrap();
    let forged = json.replace(&sha256(&sound), &sha256(&changed));
    assert_ne!(forged, json);
    fs::write(&roll, &changed).unwrap();
    fs::write(&manifest, &forged).unwrap();
    let rewritten = known.replace(&sha256(&sound), &sha256(&changed));
    fs::write(&sums, rewritten.replace(&sha256(json.as_bytes()), &sha256(forged.as_bytes()))).unwrap();
    browser.go(&format!("file://{}", checker.display())).await;
    browser.window.execute(WITHOUT_ED25519, Vec::new()).await.unwrap();
    let (good, said) = told_here(&browser, &files).await;
    assert!(!good && said.contains("cannot check who signed the manifest"), "{said}");
    let (good, said) = told(&browser, &checker, &files).await;
    assert!(!good && said.contains("signature of manifest.json is wrong"), "{said}");
    for (file, text) in [(&roll, sound.as_slice()), (&manifest, json.as_bytes()), (&sums, known.as_bytes())] {
        fs::write(file, text).unwrap();
    }
    let other = postulo::package::sign::Signer::new(&[9; 32]);
    fs::write(folder.path().join("manifest.json.sig"), other.sign(json.as_bytes())).unwrap();
    let (good, said) = told(&browser, &checker, &files).await;
    assert!(!good && said.contains("is another one than the one that signed"), "{said}");
    browser.close().await;
}
