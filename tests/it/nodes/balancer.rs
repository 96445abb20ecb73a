use std::process::Stdio;

use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

use super::fleet::free_port;
use super::until;

const PAGE: &str = include_str!("../../../docs/scaling.md");

/// HAProxy as `docs/scaling.md` sets it up, with other addresses and quicker checks. Killed when it goes out of scope.
pub struct Balancer {
    _child: Child,
    _folder: TempDir,
    /// Host and port.
    pub address: String,
}

impl Balancer {
    /// In front of these servers, one for each that the page names; `named` is a word that only this block has.
    pub async fn start(named: &str, servers: &[String]) -> Self {
        let mut blocks = PAGE.split("```haproxy\n").skip(1).map(|block| block.split("```").next().unwrap());
        let block = blocks.find(|block| block.contains(named)).expect("a block in the page");
        let address = format!("127.0.0.1:{}", free_port());
        let mut servers = servers.iter();
        let config: Vec<String> = block.lines().map(|line| mend(line, &address, &mut servers)).collect();
        assert!(servers.next().is_none(), "every server has its line");
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("haproxy.cfg");
        std::fs::write(&file, config.join("\n") + "\n").unwrap();
        let mut command = Command::new("/usr/sbin/haproxy");
        command.args(["-db", "-f", file.to_str().unwrap()]);
        let child = command.stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true).spawn().unwrap();
        until("the balancer listens", async || TcpStream::connect(&address).await.is_ok()).await;
        Self { _child: child, _folder: folder, address }
    }
}

/// A line of the page, for here.
fn mend<'a>(line: &str, address: &str, servers: &mut impl Iterator<Item = &'a String>) -> String {
    let mut words: Vec<&str> = line.split_whitespace().collect();
    match words.first() {
        Some(&"bind") => format!("    bind {address}"),
        Some(&"server") => {
            words[2] = servers.next().expect("no more servers than there are");
            format!("    {}", words.join(" "))
        }
        // Each needs two open files, of which there may be few here.
        Some(&"maxconn") => "    maxconn 500".to_owned(),
        Some(&"default-server") => line.replace("inter 1s", "inter 100ms"),
        _ => line.to_owned(),
    }
}
