use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use entity::signature;
use postulo::cli::DEMO_CONTENT;
use postulo::storage::Db;
use sea_orm::EntityTrait;
use tempfile::TempDir;
use uuid::Uuid;

use crate::support::db::{self, Backend};
use crate::support::process::{Process, postulo, run};
use crate::support::{Mail, Person, Visitor};

/// A data directory, and the database beside it.
struct Place {
    folder: TempDir,
    url: String,
}

impl Place {
    /// With the campaign loaded.
    async fn new(backend: Backend) -> Self {
        let place = Self::empty(backend).await;
        let content = place.folder.path().join("campaign.toml");
        std::fs::write(&content, DEMO_CONTENT).unwrap();
        place.run(&["campaign", "load", content.to_str().unwrap()]).await.unwrap();
        place
    }

    /// With nothing at all.
    async fn empty(backend: Backend) -> Self {
        let folder = TempDir::new().unwrap();
        let url = match backend {
            Backend::Sqlite => format!("sqlite://{}", folder.path().join("data/postulo.db").display()),
            Backend::Postgres => db::empty().await,
        };
        Self { folder, url }
    }

    fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    async fn run(&self, arguments: &[&str]) -> Result<String, String> {
        let mut command = postulo(&self.data());
        let output = command.env("POSTULO_DATABASE__URL", &self.url).args(arguments).output().await.unwrap();
        let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        if output.status.success() { Ok(printed) } else { Err(printed) }
    }

    async fn serve(&self) -> Process {
        let environment = [
            ("POSTULO_DATABASE__URL", self.url.as_str()),
            ("POSTULO_LIMITS__NETWORK_BURST", "100000"),
            ("POSTULO_LIMITS__NETWORK_SUSTAINED", "100000"),
        ];
        Process::serve(&self.data(), &environment).await
    }

    async fn signatures(&self) -> BTreeSet<Uuid> {
        let db = Db::open(&self.url, 1).await.unwrap();
        let ids = signature::Entity::find().all(db.read()).await.unwrap();
        db.close().await;
        ids.into_iter().map(|row| row.id).collect()
    }

    fn file(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }
}

/// The first mail in the folder.
async fn first_mail(data: &Path) -> Mail {
    loop {
        let mails = std::fs::read_dir(data.join("outbox")).into_iter().flatten();
        let mut paths: Vec<_> = mails.map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "eml"));
        if let Some(path) = paths.first() {
            return Mail::parse(&std::fs::read(path).unwrap());
        }
        tokio::task::yield_now().await;
    }
}

/// People who sign without end until `stop`; how many were acknowledged.
fn crowd(
    url: &str,
    stop: &Arc<AtomicBool>,
    acknowledged: &Arc<AtomicUsize>,
) -> Vec<tokio::task::JoinHandle<()>> {
    let one = |worker: usize| {
        let (visitor, stop, acknowledged) = (Visitor::new(url), stop.clone(), acknowledged.clone());
        tokio::spawn(async move {
            for n in 0.. {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                let person = Person::new("Anna Roy", &format!("w{worker}n{n}@example.org"));
                assert!(visitor.try_sign(&person).await, "signing was held up");
                acknowledged.fetch_add(1, Ordering::SeqCst);
            }
        })
    };
    (0..4).map(one).collect()
}

async fn while_signing_goes_on(backend: Backend) {
    let place = Place::new(backend).await;
    let service = place.serve().await;
    let visitor = Visitor::new(&service.url);
    visitor.sign_well(&Person::new("Bela Kovacs", "bela@example.org")).await;
    // The links in the mail name the address of the settings; their paths are the same.
    let mail = first_mail(&place.data()).await;
    visitor.post(&mail.confirm_path(), &[]).await.expect(303);

    let (stop, acknowledged) = (Arc::default(), Arc::default());
    let crowd = crowd(&service.url, &stop, &acknowledged);
    let at_least = async |n: usize| {
        while acknowledged.load(Ordering::SeqCst) < n {
            tokio::task::yield_now().await;
        }
    };
    at_least(200).await;
    let before = place.signatures().await;
    let from = acknowledged.load(Ordering::SeqCst);
    let file = place.file("backup.tar");
    let told = place.run(&["backup", &file]).await.unwrap();
    // Signing went on meanwhile, and goes on.
    at_least(from + 50).await;
    stop.store(true, Ordering::SeqCst);
    for person in crowd {
        person.await.unwrap();
    }
    assert!(service.terminate().await);
    assert!(told.contains("The keys are not in it") && told.contains("1  recognize-celil"), "{told}");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(place.run(&["backup", &file]).await.unwrap_err().contains("not overwritten"));

    let other = Place::empty(backend).await;
    let told = other.run(&["restore", &file]).await.unwrap();
    assert!(told.contains("no drift") && told.contains("The keys are missing"), "{told}");
    let restored = other.signatures().await;
    assert!(before.is_subset(&restored), "{} of {}", restored.len(), before.len());
    assert!(before.len() >= 200 && told.contains(&format!("signature {}", restored.len())), "{told}");
    assert!(restored.is_subset(&place.signatures().await));

    // It does not start without its keys, and with them the same links work.
    assert!(other.run(&["recount"]).await.unwrap_err().contains("keys.toml is missing"));
    std::fs::copy(place.data().join("keys.toml"), other.data().join("keys.toml")).unwrap();
    let service = other.serve().await;
    let visitor = Visitor::new(&service.url);
    assert_eq!(visitor.counted().await, 1);
    assert!(visitor.get(&mail.mine_path()).await.expect(200).body.contains("Bela Kovacs"));
    assert!(service.terminate().await);
    assert!(other.run(&["recount"]).await.unwrap().contains("no drift"));
    assert!(other.run(&["restore", &file]).await.is_err(), "it is not empty any more");
}

#[tokio::test]
async fn a_backup_made_while_people_sign_holds_all_that_was_acknowledged_on_sqlite() {
    while_signing_goes_on(Backend::Sqlite).await;
}

#[tokio::test]
async fn a_backup_made_while_people_sign_holds_all_that_was_acknowledged_on_postgres() {
    while_signing_goes_on(Backend::Postgres).await;
}

/// A place with one signature, and its backups without and with keys.
async fn backed_up() -> (Place, String, String) {
    let place = Place::new(Backend::Sqlite).await;
    let service = place.serve().await;
    Visitor::new(&service.url).sign_well(&Person::new("Anna Roy", "anna@example.org")).await;
    assert!(service.terminate().await);
    let (bare, full) = (place.file("bare.tar"), place.file("full.tar"));
    place.run(&["backup", &bare]).await.unwrap();
    let told = place.run(&["backup", "--with-keys", &full]).await.unwrap();
    assert!(told.contains("can read every name"), "{told}");
    (place, bare, full)
}

#[tokio::test]
async fn a_backup_brings_its_keys_or_says_which_it_needs() {
    let (place, bare, full) = backed_up().await;
    let secret = std::fs::read_to_string(place.data().join("keys.toml")).unwrap();
    let secret = secret.split("secret = \"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let holds = |file: &str| {
        let bytes = std::fs::read(file).unwrap();
        bytes.windows(secret.len()).any(|window| window == secret.as_bytes())
    };
    assert!(!holds(&bare) && holds(&full));

    let other = Place::empty(Backend::Sqlite).await;
    let told = other.run(&["restore", &full]).await.unwrap();
    assert!(!told.contains("missing"), "{told}");
    let keys = other.data().join("keys.toml");
    assert_eq!(std::fs::metadata(&keys).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(
        std::fs::metadata(other.data().join("postulo.db")).unwrap().permissions().mode() & 0o777,
        0o600
    );
    assert!(other.run(&["recount"]).await.is_ok());

    // Keys that were put there first are kept, if they are the right ones.
    let third = Place::empty(Backend::Sqlite).await;
    std::fs::create_dir(third.data()).unwrap();
    std::fs::copy(&keys, third.data().join("keys.toml")).unwrap();
    third.run(&["restore", &bare]).await.unwrap();
    let fourth = Place::new(Backend::Sqlite).await;
    std::fs::remove_file(fourth.data().join("postulo.db")).unwrap();
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(fourth.data().join(format!("postulo.db{ending}")));
    }
    let told = fourth.run(&["restore", &bare]).await.unwrap_err();
    assert!(told.contains("other keys than the backup was sealed under"), "{told}");
    assert!(!fourth.data().join("postulo.db").exists());
}

#[tokio::test]
async fn a_damaged_or_foreign_backup_restores_nothing() {
    let (place, bare, _) = backed_up().await;
    let whole = std::fs::read(&bare).unwrap();
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for (name, bytes, told) in [
        ("cut.tar", &whole[..whole.len() / 2], "not a whole backup"),
        ("flipped.tar", &flipped[..], "checksum differs"),
        ("empty.tar", &[][..], "not a whole backup"),
        ("text.tar", &b"postulo"[..], "not a whole backup"),
    ] {
        let file = place.file(name);
        std::fs::write(&file, bytes).unwrap();
        let other = Place::empty(Backend::Sqlite).await;
        let printed = other.run(&["restore", &file]).await.unwrap_err();
        assert!(printed.contains(told), "{name}: {printed}");
        assert_eq!(std::fs::read_dir(other.data()).unwrap().count(), 0, "{name}");
    }
    let other = Place::empty(Backend::Postgres).await;
    let printed = other.run(&["restore", &bare]).await.unwrap_err();
    assert!(printed.contains("nothing moves data from one to the other"), "{printed}");
    // Over what is there, nothing is written.
    assert!(place.run(&["restore", &bare]).await.unwrap_err().contains("not overwritten"));
    let full = Place::new(Backend::Postgres).await;
    assert!(full.run(&["restore", &bare]).await.unwrap_err().contains("the database is not empty"));
}

#[tokio::test]
async fn a_backup_that_is_cut_off_leaves_no_file_of_that_name() {
    let (place, ..) = backed_up().await;
    let part = place.folder.path().join(".cut.tar.part");
    let file = place.file("cut.tar");
    for _ in 0..5 {
        let mut command = postulo(&place.data());
        command.env("POSTULO_DATABASE__URL", &place.url).args(["backup", &file]);
        let mut child = command.spawn().unwrap();
        while !part.exists() && child.try_wait().unwrap().is_none() {
            tokio::task::yield_now().await;
        }
        child.kill().await.unwrap();
        if Path::new(&file).exists() {
            let other = Place::empty(Backend::Sqlite).await;
            other.run(&["restore", &file]).await.unwrap();
            std::fs::remove_file(&file).unwrap();
        }
    }
    // The next one clears away what they left.
    place.run(&["backup", &file]).await.unwrap();
    assert!(!part.exists());
    let (well, printed) =
        run(&place.folder.path().join("elsewhere"), &["backup", &place.file("no.tar")]).await;
    assert!(!well && printed.contains("there is no database at"), "{printed}");
    assert!(!place.folder.path().join("elsewhere").exists());
}
