use std::process::Stdio;

use entity::{address_block, signature};
use postulo::clock::Clock;
use postulo::domain::moment::DAY;
use postulo::storage::{queue, returns};
use sea_orm::EntityTrait;
use tokio::io::AsyncWriteExt;

use crate::support::process::postulo;
use crate::support::smtp::{Manner, Server};
use crate::support::{Backend, Build, Person, TestApp};

const HARD: [&str; 4] = [
    include_str!("../fixtures/postfix_unknown_user.eml"),
    include_str!("../fixtures/exim_unknown_user.eml"),
    include_str!("../fixtures/exchange_recipient_not_found.eml"),
    include_str!("../fixtures/gmail_no_such_user.eml"),
];
const HARMLESS: [&str; 4] = [
    include_str!("../fixtures/postfix_delayed.eml"),
    include_str!("../fixtures/full_mailbox.eml"),
    include_str!("../fixtures/arf_not_spam.eml"),
    include_str!("../fixtures/out_of_office.eml"),
];
const COMPLAINT: &str = include_str!("../fixtures/arf_abuse.eml");
const BOUNCE_ADDRESS: &str = "bounce@petitions.example";

/// An app whose mail leaves by SMTP, with its clock at the system's, since the command beside it goes by that one.
struct Stage {
    app: TestApp,
    server: Server,
}

/// A mail that left: its id, and where it would come back to.
struct Sent {
    id: String,
    return_to: String,
}

impl Stage {
    async fn on(backend: Backend) -> Self {
        let server = Server::start(Manner::Takes).await;
        let settings =
            |settings: &mut postulo::settings::Settings| settings.mail.bounce_address = BOUNCE_ADDRESS.into();
        let app =
            TestApp::build(Build { backend, smtp: Some(server.address), settings, ..Build::default() }).await;
        app.clock.set(Clock::System.now());
        Self { app, server }
    }

    /// Signs, and returns the mail that went out for it.
    async fn sign(&self, person: &Person) -> Sent {
        self.app.visitor().sign_well(person).await;
        self.newest().await
    }

    async fn newest(&self) -> Sent {
        self.app.run_mail().await;
        let id = self.server.message_ids().pop().unwrap();
        Sent { id: id.split('@').next().unwrap().to_owned(), return_to: self.server.senders().pop().unwrap() }
    }

    /// Pipes a report into the command; returns its exit code and what it printed.
    async fn pipe(&self, report: &[u8]) -> (i32, String) {
        let database = self.app.app.tools.settings.database.url.clone();
        pipe(&self.app, &database, report).await
    }

    async fn pending(&self) -> u64 {
        returns::count_pending(self.app.app.tools.db.read(), self.app.campaign_id()).await.unwrap()
    }

    async fn mails(&self) -> usize {
        self.app.run_mail().await;
        self.server.senders().len()
    }

    async fn blocked(&self) -> usize {
        address_block::Entity::find().all(self.app.app.tools.db.read()).await.unwrap().len()
    }

    async fn signatures(&self) -> Vec<signature::Model> {
        signature::Entity::find().all(self.app.app.tools.db.read()).await.unwrap()
    }
}

async fn pipe(app: &TestApp, database: &str, report: &[u8]) -> (i32, String) {
    let mut command = postulo(app.folder.path());
    command.arg("bounce").env("POSTULO_DATABASE__URL", database);
    command.env("POSTULO_MAIL__BOUNCE_ADDRESS", BOUNCE_ADDRESS);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(report).await.unwrap();
    drop(input);
    let output = child.wait_with_output().await.unwrap();
    let printed = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    (output.status.code().unwrap(), printed)
}

fn filled(fixture: &str, sent: &Sent, recipient: &str) -> Vec<u8> {
    fixture
        .replace("{RETURN}", &sent.return_to)
        .replace("{MAIL}", &sent.id)
        .replace("{RECIPIENT}", recipient)
        .into_bytes()
}

fn anna() -> Person {
    Person::new("Anna Roy", "anna@example.org")
}

async fn hard_bounces(backend: Backend) {
    let stage = Stage::on(backend).await;
    for (n, fixture) in HARD.iter().enumerate() {
        let address = format!("a{n}@example.org");
        let sent = stage.sign(&Person::new("Anna Roy", &address)).await;
        assert!(sent.return_to.starts_with("bounce+") && sent.return_to.len() <= 64 + 18);
        assert_eq!(stage.pending().await, 1);
        let (code, printed) = stage.pipe(&filled(fixture, &sent, &address)).await;
        assert_eq!(code, 0, "{printed}");
        assert!(printed.contains("takes no mail") && !printed.contains(&address), "{printed}");
        assert_eq!((stage.pending().await, stage.blocked().await), (0, n + 1), "{n}");
        // The same report twice is the same.
        assert_eq!(stage.pipe(&filled(fixture, &sent, &address)).await.0, 0);
        assert_eq!(stage.blocked().await, n + 1);
    }
    let before = stage.mails().await;
    // Whoever signs again at once sees the page that everybody sees, and no mail is sent.
    stage.app.visitor().sign_well(&Person::new("Anna Roy", "a0@example.org")).await;
    assert_eq!((stage.mails().await, stage.pending().await), (before, 0));
    // A day later the address gets one more try, and is expected again.
    stage.app.advance(DAY + DAY / 2);
    stage.app.visitor().sign_well(&Person::new("Anna Roy", "a0@example.org")).await;
    assert_eq!((stage.mails().await, stage.pending().await), (before + 1, 1));
    stage.app.assert_no_drift().await;
}

#[tokio::test]
async fn a_hard_bounce_stops_mail_and_takes_the_signature_out_of_the_pending_on_sqlite() {
    hard_bounces(Backend::Sqlite).await;
}

#[tokio::test]
async fn a_hard_bounce_stops_mail_and_takes_the_signature_out_of_the_pending_on_postgres() {
    hard_bounces(Backend::Postgres).await;
}

#[tokio::test]
async fn a_confirmed_signature_stays_counted_when_mail_comes_back() {
    let stage = Stage::on(Backend::Sqlite).await;
    let sent = stage.sign(&anna()).await;
    let mail = stage.server.taken().pop().unwrap();
    stage.app.visitor().post(&mail.confirm_path(), &[]).await.expect(303);
    let (code, _) = stage.pipe(&filled(HARD[0], &sent, "anna@example.org")).await;
    assert_eq!((code, stage.app.counted().await), (0, 1));
    assert!(stage.signatures().await[0].bounced_at.is_some());
    stage.app.assert_no_drift().await;
}

#[tokio::test]
async fn a_soft_bounce_changes_nothing() {
    let stage = Stage::on(Backend::Sqlite).await;
    let sent = stage.sign(&anna()).await;
    for fixture in HARMLESS {
        let (code, printed) = stage.pipe(&filled(fixture, &sent, "anna@example.org")).await;
        assert_eq!(code, 0, "{printed}");
        assert!(!printed.contains("anna"), "{printed}");
        assert_eq!((stage.pending().await, stage.blocked().await), (1, 0), "{printed}");
    }
}

#[tokio::test]
async fn whoever_complains_gets_no_more_until_it_is_lifted() {
    let stage = Stage::on(Backend::Sqlite).await;
    let sent = stage.sign(&anna().with("updates", "yes")).await;
    assert!(stage.signatures().await[0].updates_since.is_some());
    let (code, printed) = stage.pipe(&filled(COMPLAINT, &sent, "")).await;
    assert!(code == 0 && printed.contains("complained"), "{printed}");
    assert!(stage.signatures().await[0].updates_since.is_none());
    let before = stage.mails().await;
    stage.app.advance(DAY * 3);
    stage.app.visitor().sign_well(&anna()).await;
    assert_eq!(stage.mails().await, before);
    for (typed, code) in
        [("nobody", 1), ("bela@example.org", 1), ("Anna@example.org", 0), ("anna@example.org", 1)]
    {
        let mut command = postulo(stage.app.folder.path());
        command.args(["block", "lift"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all(typed.as_bytes()).await.unwrap();
        assert_eq!(child.wait().await.unwrap().code(), Some(code), "{typed}");
    }
    stage.app.visitor().sign_well(&anna()).await;
    assert_eq!(stage.mails().await, before + 1);
}

#[tokio::test]
async fn nobody_stops_the_mail_of_others_by_inventing_reports() {
    let stage = Stage::on(Backend::Sqlite).await;
    let own = stage.sign(&Person::new("Mallory", "mallory@example.org")).await;
    stage.sign(&anna()).await;
    // With one's own mail in hand and another's address in it, one stops one's own.
    let (code, _) = stage.pipe(&filled(HARD[0], &own, "anna@example.org")).await;
    assert_eq!((code, stage.pending().await), (0, 1));
    // A token that was changed is none of ours.
    let ids: Vec<_> = stage.signatures().await.into_iter().map(|row| (row.id, row.bounced_at)).collect();
    for at in 7..57 {
        let mut forged = own.return_to.clone();
        let with = if &forged[at..=at] == "a" { "b" } else { "a" };
        forged.replace_range(at..=at, with);
        let sent = Sent { id: "0193a5c0-0000-7000-8000-000000000000".into(), return_to: forged };
        if at % 10 == 0 {
            let (code, printed) = stage.pipe(&filled(HARD[0], &sent, "anna@example.org")).await;
            assert!(code == 0 && printed.contains("no mail that is known here"), "{printed}");
        }
    }
    let after: Vec<_> = stage.signatures().await.into_iter().map(|row| (row.id, row.bounced_at)).collect();
    assert_eq!(ids, after);
}

#[tokio::test]
async fn a_report_is_understood_by_either_the_return_address_or_the_id_of_the_mail() {
    let stage = Stage::on(Backend::Sqlite).await;
    let sent = stage.sign(&anna()).await;
    let by_id = Sent { id: sent.id.clone(), return_to: "postulo@petitions.example".into() };
    assert!(stage.pipe(&filled(HARD[0], &by_id, "x@example.org")).await.1.contains("takes no mail"));
    let sent = stage.sign(&Person::new("Bela Roy", "bela@example.org")).await;
    // The record of the mail is deleted after a week; the return address lasts.
    let tx = stage.app.app.tools.db.write().await.unwrap();
    queue::purge_ended(&*tx, stage.app.clock.now() + DAY).await.unwrap();
    tx.commit().await.unwrap();
    let shouted = Sent { id: sent.id.clone(), return_to: sent.return_to.to_uppercase() };
    assert!(stage.pipe(&filled(HARD[2], &shouted, "x@example.org")).await.1.contains("takes no mail"));
    assert_eq!((stage.pending().await, stage.blocked().await), (0, 2));
}

#[tokio::test]
async fn what_is_no_report_is_said_to_be_none_and_left_alone() {
    let stage = Stage::on(Backend::Sqlite).await;
    stage.sign(&anna()).await;
    let large = vec![b'x'; 3 << 20];
    let utf16: Vec<u8> = HARD[0].encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (input, told) in [
        (&b""[..], "nothing on standard input"),
        (&[0xff, 0xfe, 0, 1, 2, 3][..], "not a mail"),
        (&utf16[..], "left alone"),
        (&large[..], "larger than"),
        (HARMLESS[3].as_bytes(), "no delivery report"),
    ] {
        let (code, printed) = stage.pipe(input).await;
        assert!(code == 0 && printed.contains(told), "{code} {printed}");
    }
    assert_eq!((stage.pending().await, stage.blocked().await), (1, 0));
}

#[tokio::test]
async fn without_its_database_the_mail_server_is_asked_to_try_again() {
    let stage = Stage::on(Backend::Sqlite).await;
    let sent = stage.sign(&anna()).await;
    let report = filled(HARD[0], &sent, "anna@example.org");
    for database in ["postgres://nobody@127.0.0.1:1/none", "nonsense://"] {
        let (code, printed) = pipe(&stage.app, database, &report).await;
        assert_eq!(code, 75, "{printed}");
        assert!(!printed.contains("anna"), "{printed}");
    }
    // Beside the wrong data directory it makes nothing.
    let elsewhere = tempfile::TempDir::new().unwrap();
    let mut command = postulo(&elsewhere.path().join("data"));
    let status = command.arg("bounce").stdin(Stdio::null()).stdout(Stdio::null()).status().await.unwrap();
    assert_eq!(status.code(), Some(0), "nothing was piped in");
    assert!(!elsewhere.path().join("data").exists());
}
