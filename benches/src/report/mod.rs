//! What is left of a run: a table, a page with plots, and the figures for programs.

mod draw;
mod html;
mod plots;
mod table;

use std::path::Path;

use serde::Serialize;

pub use draw::{Panel, rare_and_slow, series};
pub use html::{page, surge_page};
pub use table::{figure, print};

use crate::finding::Finding;
use crate::ground::Effort;
use crate::machine::Machine;

/// Everything that a run found.
#[derive(Serialize)]
pub struct Report {
    pub machine: Machine,
    pub postgres: Option<String>,
    pub rounds: usize,
    pub seconds: f64,
    pub minutes: f64,
    pub findings: Vec<Finding>,
    pub failures: Vec<String>,
}

impl Report {
    pub fn new(machine: Machine, effort: &Effort) -> Self {
        Self {
            machine,
            postgres: None,
            rounds: effort.rounds,
            seconds: effort.length.as_secs_f64(),
            minutes: 0.0,
            findings: Vec::new(),
            failures: Vec::new(),
        }
    }
}

/// Prints the table and writes the page, the plots and the figures into a folder.
pub fn write(report: &Report, folder: &Path) -> anyhow::Result<()> {
    print(report);
    let plots = plots::all(report)?;
    for (name, _, svg) in &plots {
        std::fs::write(folder.join(format!("{name}.svg")), svg)?;
    }
    std::fs::write(folder.join("report.html"), page(report, &plots).into_string())?;
    std::fs::write(folder.join("report.json"), serde_json::to_string_pretty(report)?)?;
    println!("\nThe report: {}", folder.join("report.html").display());
    Ok(())
}
