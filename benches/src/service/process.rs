use std::net::SocketAddr;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::Context;
use rustix::process::{Pid, Signal, kill_process};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// How long a service may take to end by itself.
const GRACE: Duration = Duration::from_secs(30);

/// The clock ticks that `/proc` counts processor time in (`USER_HZ`, 100 on every Linux).
const TICKS: f64 = 100.0;

/// A running service, killed when it goes out of scope.
pub struct Process {
    child: Child,
    pid: Pid,
    pub address: SocketAddr,
    /// Kept, so that what it prints later has somewhere to go.
    _lines: Lines<BufReader<ChildStdout>>,
}

/// A command that keeps to some cores only, if `cores` says which (`taskset`'s list).
pub fn command(program: &std::path::Path, cores: Option<&str>) -> Command {
    let mut command = match cores {
        None => Command::new(program),
        Some(cores) => {
            let mut command = Command::new("taskset");
            command.args(["-c", cores]).arg(program);
            command
        }
    };
    command.stdin(Stdio::null()).kill_on_drop(true);
    command
}

impl Process {
    /// Starts a service and waits for the line that says where it listens.
    pub async fn spawn(mut command: Command) -> anyhow::Result<Self> {
        let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("{command:?}"))?;
        let pid = child.id().and_then(|id| Pid::from_raw(i32::try_from(id).ok()?)).context("it has ended")?;
        let mut lines = BufReader::new(child.stdout.take().context("it has an output")?).lines();
        let line = lines.next_line().await?.with_context(|| format!("it ended at once: {command:?}"))?;
        let place = line.rsplit_once(" on ").map(|(_, place)| place.trim_start_matches("http://"));
        let address = place.and_then(|place| place.parse().ok());
        let address = address.with_context(|| format!("no address in `{line}`"))?;
        Ok(Self { child, pid, address, _lines: lines })
    }

    /// Asks it to end and waits until it has.
    pub async fn stop(mut self) -> anyhow::Result<()> {
        kill_process(self.pid, Signal::TERM)?;
        let ended = tokio::time::timeout(GRACE, self.child.wait()).await;
        ended.context("it does not end")??;
        Ok(())
    }

    /// Waits for one that ends by itself.
    pub async fn finish(mut self) -> anyhow::Result<()> {
        let status = self.child.wait().await?;
        anyhow::ensure!(status.success(), "it ended with {status}");
        Ok(())
    }

    fn proc(&self, file: &str) -> std::io::Result<String> {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.pid.as_raw_nonzero()))
    }

    fn status_bytes(&self, field: &str) -> anyhow::Result<f64> {
        let status = self.proc("status")?;
        let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()).context("no such field")?;
        Ok(kilobytes.parse::<f64>()? * 1024.0)
    }

    /// Memory in use now, in bytes.
    pub fn memory(&self) -> anyhow::Result<f64> {
        self.status_bytes("VmRSS")
    }

    /// The most that it ever used.
    pub fn peak(&self) -> anyhow::Result<f64> {
        self.status_bytes("VmHWM")
    }

    /// Processor time that it has used, in seconds.
    pub fn processor(&self) -> anyhow::Result<f64> {
        let stat = self.proc("stat")?;
        // The name, in parentheses, may hold anything.
        let fields: Vec<&str> = stat.rsplit_once(") ").context("proc")?.1.split(' ').collect();
        let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<f64>().ok()).unwrap_or(0.0);
        Ok((ticks(11) + ticks(12)) / TICKS)
    }

    /// Waits until it has nothing to do, such as after a start that looks through its tables.
    pub async fn settle(&self) -> anyhow::Result<()> {
        const LOOK: Duration = Duration::from_millis(500);
        let begin = Instant::now();
        while begin.elapsed() < Duration::from_mins(3) {
            let before = self.processor()?;
            tokio::time::sleep(LOOK).await;
            if (self.processor()? - before) / LOOK.as_secs_f64() < 0.05 {
                return Ok(());
            }
        }
        anyhow::bail!("it is never idle")
    }
}
