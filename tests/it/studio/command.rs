use std::path::Path;
use std::process::Stdio;

use postulo::cli::DEMO_CONTENT;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};

use crate::support::process::{Process, postulo, run};
use crate::support::{PASSWORD, Visitor};

const EMAIL: &str = "wilhelmina@quux.example";

/// Runs a command that reads from standard input.
async fn run_reading(folder: &Path, arguments: &[&str], typed: &str) -> (bool, String) {
    let mut command = postulo(folder);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // One that refuses what stands on the command line does not read.
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes()).await;
    let output = child.wait_with_output().await.unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&printed).into_owned())
}

async fn log_in(url: &str, email: &str, password: &str) -> (u16, String) {
    let fields = [("email", email), ("password", password)];
    let reply = Visitor::new(url).post("/studio/login", &fields).await;
    (reply.status.as_u16(), reply.header("set-cookie").split(';').next().unwrap_or_default().to_owned())
}

/// Types the code that the demo shows.
async fn second_step(url: &str, cookie: &str) -> String {
    let form = [("content-type", "application/x-www-form-urlencoded"), ("cookie", cookie)];
    let path = "/studio/login/code";
    let page = Visitor::new(url).send(reqwest::Method::GET, path, &form, Vec::new()).await.expect(200).body;
    let code = page.split("<strong class=\"code\">").nth(1).unwrap().split('<').next().unwrap();
    let body = format!("code={code}").into_bytes();
    let reply = Visitor::new(url).send(reqwest::Method::POST, path, &form, body).await.expect(303);
    reply.header("set-cookie").split(';').next().unwrap().to_owned()
}

async fn home(url: &str, cookie: &str) -> u16 {
    let headers = [("cookie", cookie)];
    let home = Visitor::new(url).send(reqwest::Method::GET, "/studio", &headers, Vec::new()).await;
    home.status.as_u16()
}

#[tokio::test]
async fn an_operator_makes_lists_and_shuts_accounts_while_the_service_runs() {
    let folder = TempDir::new().unwrap();
    let service = Process::serve(folder.path(), &[("POSTULO_LOG__FILTER", "debug")]).await;
    let add = ["account", "add", "--email", EMAIL, "--role", "owner"];
    for (arguments, typed, told) in [
        (&add[..], "too short\n", "at least 12"),
        (&["account", "add", "--email", "nobody", "--role", "owner"], PASSWORD, "--email"),
        (&["account", "add", "--email", EMAIL, "--role", "queen"], PASSWORD, "--role"),
        (&[&add[..], &["--organisation", "nowhere"]].concat(), PASSWORD, "no such organisation"),
        (&["account", "disable", "--email", EMAIL], "", "no such account"),
    ] {
        let (well, printed) = run_reading(folder.path(), arguments, typed).await;
        assert!(!well && printed.contains(told), "{arguments:?}: {printed}");
    }
    let (well, printed) = run_reading(folder.path(), &add, &format!("{PASSWORD}\n")).await;
    assert!(well && !printed.contains(PASSWORD), "{printed}");
    let (well, printed) = run_reading(folder.path(), &add, PASSWORD).await;
    assert!(!well && printed.contains("already"), "{printed}");
    let (_, listed) = run(folder.path(), &["account", "list"]).await;
    assert!(listed.contains(&format!("open      owner      main  {EMAIL}\n")), "{listed}");

    let (status, cookie) = log_in(&service.url, EMAIL, PASSWORD).await;
    assert_eq!((status, home(&service.url, &cookie).await), (303, 200));
    let (well, printed) = run(folder.path(), &["account", "disable", "--email", EMAIL]).await;
    assert!(!well && printed.contains("keeps an owner"), "{printed}");
    let other = ["account", "add", "--email", "other@quux.example", "--role", "owner"];
    assert!(run_reading(folder.path(), &other, PASSWORD).await.0);
    assert!(run(folder.path(), &["account", "disable", "--email", EMAIL]).await.0);
    assert_eq!(
        (home(&service.url, &cookie).await, log_in(&service.url, EMAIL, PASSWORD).await.0),
        (303, 422)
    );
    assert!(run(folder.path(), &["account", "list"]).await.1.contains("disabled  owner"));
    assert!(run(folder.path(), &["account", "enable", "--email", EMAIL]).await.0);
    let other = "another password altogether";
    let change = ["account", "password", "--email", EMAIL];
    assert!(run_reading(folder.path(), &change, other).await.0);
    assert_eq!(log_in(&service.url, EMAIL, PASSWORD).await.0, 422);
    assert_eq!(log_in(&service.url, EMAIL, other).await.0, 303);

    let log = service.log.clone();
    assert!(service.terminate().await);
    let log = log.lock().unwrap().clone();
    let token = cookie.split('=').nth(1).unwrap();
    for secret in ["quux", "Wilhelmina", PASSWORD, other, token] {
        assert!(!log.contains(secret), "{secret} in the log");
    }
    let database = std::fs::read(folder.path().join("postulo.db")).unwrap();
    for secret in ["wilhelmina", "quux.example"] {
        assert!(
            !database.windows(secret.len()).any(|part| part == secret.as_bytes()),
            "{secret} in the clear"
        );
    }
}

#[tokio::test]
async fn an_account_outlives_another_key_a_backup_and_no_lost_key() {
    let folder = TempDir::new().unwrap();
    let add = ["account", "add", "--email", EMAIL, "--role", "viewer"];
    assert!(run_reading(folder.path(), &add, PASSWORD).await.0);
    let service = Process::serve(folder.path(), &[]).await;
    let (_, cookie) = log_in(&service.url, EMAIL, PASSWORD).await;
    assert_eq!(home(&service.url, &cookie).await, 200);
    assert!(service.terminate().await);
    let (well, printed) = run(folder.path(), &["key", "rotate"]).await;
    assert!(well && printed.contains("2 rows"), "{printed}");
    let (_, printed) = run(folder.path(), &["doctor"]).await;
    assert!(printed.contains("the keys open what is in the database"), "{printed}");

    let file = folder.path().join("backup.tar");
    let (well, printed) = run(folder.path(), &["backup", "--with-keys", file.to_str().unwrap()]).await;
    assert!(well, "{printed}");
    let other = TempDir::new().unwrap();
    let (well, printed) = run(&other.path().join("data"), &["restore", file.to_str().unwrap()]).await;
    assert!(well && printed.contains("account 1"), "{printed}");
    let service = Process::serve(&other.path().join("data"), &[]).await;
    // A session of the backup may have ended since.
    assert_eq!(home(&service.url, &cookie).await, 303);
    assert_eq!(log_in(&service.url, EMAIL, PASSWORD).await.0, 303);
    assert!(service.terminate().await);

    // Nobody signed yet, and still a new key would open nothing.
    std::fs::remove_file(folder.path().join("keys.toml")).unwrap();
    let (well, printed) = run(folder.path(), &["recount"]).await;
    assert!(!well && printed.contains("keys.toml is missing"), "{printed}");
}

#[tokio::test]
async fn organisations_are_founded_and_given_campaigns() {
    let folder = TempDir::new().unwrap();
    let content = folder.path().join("campaign.toml");
    std::fs::write(&content, DEMO_CONTENT).unwrap();
    assert!(run(folder.path(), &["campaign", "load", content.to_str().unwrap()]).await.0);
    assert!(run(folder.path(), &["organisation", "add", "uyghur-advocacy", "Uyghur Advocacy"]).await.0);
    assert!(!run(folder.path(), &["organisation", "add", "uyghur-advocacy", "Again"]).await.0);
    assert!(!run(folder.path(), &["organisation", "add", "Not A Slug", "X"]).await.0);
    let (_, listed) = run(folder.path(), &["organisation", "list"]).await;
    assert!(listed.contains("main") && listed.contains("Uyghur Advocacy"), "{listed}");
    assert!(run(folder.path(), &["organisation", "give", "recognize-celil", "uyghur-advocacy"]).await.0);
    assert!(!run(folder.path(), &["organisation", "give", "recognize-celil", "nowhere"]).await.0);
    assert!(!run(folder.path(), &["organisation", "give", "nothing", "main"]).await.0);
}

#[tokio::test]
async fn the_demo_prints_its_logins_and_they_work() {
    let folder = TempDir::new().unwrap();
    for password in [Some("a password for the demo"), None] {
        let mut command = postulo(folder.path());
        command.arg("demo").stdout(Stdio::piped());
        if let Some(password) = password {
            command.env("POSTULO_DEMO__PASSWORD", password);
        }
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut printed = Vec::new();
        while let Some(line) = lines.next_line().await.unwrap() {
            printed.push(line);
            if printed.last().unwrap().contains("Ctrl-C") {
                break;
            }
        }
        let said = |name: &str| {
            let line = printed.iter().find_map(|line| line.trim().strip_prefix(name));
            line.unwrap_or_else(|| panic!("no {name}: {printed:?}")).trim().to_owned()
        };
        let url = said("Studio").replace("localhost", "127.0.0.1");
        let url = url.strip_suffix("/studio").unwrap().to_owned();
        let printed_password = said("Password");
        assert!(password.is_none_or(|password| password == printed_password));
        for role in ["owner", "organiser", "moderator", "staff", "viewer"] {
            assert_eq!(said(role), format!("{role}@example.org"));
            let (status, mut cookie) = log_in(&url, &said(role), &printed_password).await;
            if ["moderator", "staff"].contains(&role) {
                cookie = second_step(&url, &cookie).await;
            }
            assert_eq!((status, home(&url, &cookie).await), (303, 200), "{role}");
        }
        child.kill().await.unwrap();
    }
    let mut command = postulo(folder.path());
    let output = command.arg("demo").env("POSTULO_DEMO__PASSWORD", "short").output().await.unwrap();
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("demo.password"));
}
