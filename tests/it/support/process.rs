//! The built program, started as an operator starts it.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};

/// A running `postulo`, killed when it goes out of scope.
pub struct Process {
    child: Child,
    pub url: String,
    /// Everything it has logged.
    pub log: Arc<Mutex<String>>,
}

pub fn postulo(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_postulo"));
    command.env("POSTULO_DATA_DIR", folder).env("POSTULO_HTTP__BIND", "127.0.0.1:0").kill_on_drop(true);
    command
}

/// Runs a command to its end and returns whether it went well, and all it printed.
pub async fn run(folder: &Path, arguments: &[&str]) -> (bool, String) {
    run_with(folder, &[], arguments).await
}

/// The same with variables of the environment.
pub async fn run_with(folder: &Path, environment: &[(String, String)], arguments: &[&str]) -> (bool, String) {
    let variables = environment.iter().map(|(name, value)| (name, value));
    let output = postulo(folder).args(arguments).envs(variables).output().await.unwrap();
    let printed = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&printed).into_owned())
}

fn keep(stream: impl AsyncRead + Unpin + Send + 'static, log: Arc<Mutex<String>>) {
    tokio::spawn(async move {
        let mut lines = BufReader::new(stream).lines();
        while let Ok(Some(line)) = lines.next_line().await {
            *log.lock().unwrap() += &(line + "\n");
        }
    });
}

impl Process {
    /// Starts `postulo serve` and waits until it listens.
    pub async fn serve(folder: &Path, environment: &[(&str, &str)]) -> Self {
        let variables = environment.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Self::serve_with(folder.to_owned(), variables.collect()).await
    }

    /// The same, on what is its own.
    pub async fn serve_with(folder: PathBuf, environment: Vec<(String, String)>) -> Self {
        let mut command = postulo(&folder);
        command.arg("serve").envs(environment).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let log = Arc::new(Mutex::new(String::new()));
        keep(child.stderr.take().unwrap(), log.clone());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line =
            lines.next_line().await.unwrap().unwrap_or_else(|| panic!("it ended: {}", log.lock().unwrap()));
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        let url = line.split(" on ").nth(1).expect("the address it listens on").to_owned();
        Self { child, url, log }
    }

    /// Its number, as the system knows it.
    pub fn id(&self) -> u32 {
        self.child.id().expect("it runs")
    }

    /// `kill -9`.
    pub async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// Asks it to end.
    pub async fn ask_to_end(&self) {
        Command::new("kill").args(["-TERM", &self.id().to_string()]).status().await.unwrap();
    }

    /// Waits until it has ended; whether that went well.
    pub async fn ended(mut self) -> bool {
        self.child.wait().await.unwrap().success()
    }

    /// Asks it to end and waits until it has.
    pub async fn terminate(self) -> bool {
        self.ask_to_end().await;
        self.ended().await
    }
}
