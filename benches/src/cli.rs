use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use clap::{Args, Parser, Subcommand};

use crate::ceiling::Ceiling;
use crate::ground::{Effort, Ground, campaign_file};
use crate::machine::{self, Machine};
use crate::report::{self, Report};
use crate::rows::{self, ROWS};
use crate::surge;

/// Measures the service against comparisons in the same run, and writes down what it saw.
#[derive(Parser)]
#[command(name = "bench", args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    part: Option<Part>,
    #[command(flatten)]
    table: Table,
}

#[derive(Subcommand)]
enum Part {
    /// Names the rows of the table.
    List,
    /// A signing day, past capacity and back.
    Surge(surge::Options),
    /// A comparison, as the table starts it.
    #[command(hide = true)]
    Ceiling {
        #[command(subcommand)]
        which: Ceiling,
    },
}

/// Where things are.
#[derive(Args, Clone)]
pub struct Places {
    /// The program under test; else the `postulo` that was built beside this one.
    #[arg(long, value_name = "FILE")]
    program: Option<PathBuf>,
    /// Where databases are made and deleted. Never a folder in memory.
    #[arg(long, value_name = "FOLDER", default_value = "target/bench/scratch")]
    scratch: PathBuf,
    /// Where the report is written.
    #[arg(long, value_name = "FOLDER", default_value = "target/bench")]
    pub out: PathBuf,
}

#[derive(Args)]
struct Table {
    /// Rows to measure; all of them where none is named.
    rows: Vec<String>,
    /// A short pass: fewer seconds, no ten million, no growth on PostgreSQL.
    #[arg(long)]
    quick: bool,
    /// How often product and comparison take turns.
    #[arg(long)]
    rounds: Option<usize>,
    /// How long one of them is measured each time.
    #[arg(long)]
    seconds: Option<f64>,
    /// Sizes for growth, the smallest first.
    #[arg(long, value_delimiter = ',')]
    sizes: Option<Vec<u64>>,
    #[command(flatten)]
    places: Places,
}

impl Places {
    /// A clean folder for databases, and the machine that it lies on.
    pub fn prepare(&self) -> anyhow::Result<(PathBuf, PathBuf, Machine)> {
        let program = match &self.program {
            Some(program) => program.clone(),
            None => std::env::current_exe()?.with_file_name("postulo"),
        };
        let program = program.canonicalize().with_context(|| program.display().to_string())?;
        if self.scratch.exists() {
            std::fs::remove_dir_all(&self.scratch)?;
        }
        std::fs::create_dir_all(&self.scratch)?;
        std::fs::create_dir_all(&self.out)?;
        let scratch = self.scratch.canonicalize()?;
        let machine = Machine::look(&scratch)?;
        ensure!(
            !machine::is_in_memory(&machine),
            "{} is in memory: nothing is durable there",
            scratch.display()
        );
        Ok((program, scratch, machine))
    }
}

impl Table {
    fn effort(&self) -> Effort {
        let mut effort = if self.quick { Effort::quick() } else { Effort::full() };
        if let Some(rounds) = self.rounds {
            effort.rounds = rounds.max(1);
        }
        if let Some(seconds) = self.seconds {
            effort.length = Duration::from_secs_f64(seconds);
        }
        if let Some(sizes) = &self.sizes {
            effort.sizes.clone_from(sizes);
        }
        effort
    }

    fn keys(&self) -> Vec<&str> {
        if !self.rows.is_empty() {
            return self.rows.iter().map(String::as_str).collect();
        }
        let all = ROWS.iter().map(|(key, _)| *key);
        all.filter(|key| !(self.quick && *key == "growth-postgres")).collect()
    }

    async fn run(self) -> anyhow::Result<()> {
        let (program, scratch, machine) = self.places.prepare()?;
        let root = std::env::current_dir()?;
        let ground = Ground::new(self.effort(), program, scratch.clone(), campaign_file(&root));
        println!("{}", machine.words());
        let begin = Instant::now();
        let mut report = Report::new(machine, &ground.effort);
        for key in self.keys() {
            println!("{key} …");
            match rows::measure(key, &ground).await {
                Ok(found) => report.findings.extend(found),
                Err(error) => {
                    println!("  {key} failed: {error:#}");
                    report.failures.push(format!("{key}: {error:#}"));
                }
            }
        }
        report.minutes = begin.elapsed().as_secs_f64() / 60.0;
        report.postgres = ground.postgres_version().map(str::to_owned);
        drop(ground);
        let _ = std::fs::remove_dir_all(&scratch);
        report::write(&report, &self.places.out)?;
        ensure!(report.failures.is_empty(), "{} rows failed", report.failures.len());
        Ok(())
    }
}

impl Cli {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.part {
            None => self.table.run().await,
            Some(Part::List) => {
                for (key, what) in ROWS {
                    println!("{key:<16} {what}");
                }
                Ok(())
            }
            Some(Part::Surge(options)) => surge::run(options).await,
            Some(Part::Ceiling { which }) => which.run().await,
        }
    }
}
