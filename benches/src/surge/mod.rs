//! A signing day: more and more people come at once, with everybody who comes along with them, past what the service can
//! take and back. It ends with an exact recount.

mod checks;
mod drill;
mod mix;
mod stage;

use anyhow::Context;
use clap::Args;

pub use drill::{Drill, HEADINGS};

use crate::cli::Places;
use crate::ground::{Effort, Ground, campaign_file};
use crate::store::Backend;
use crate::{machine, report};

/// Signatures a second when the record was set, in 2019, and the site that took them fell.
pub const RECORD: f64 = 33.0;

/// The modes of the adaptive defence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Defence {
    Auto,
    Always,
    Never,
}

impl Defence {
    const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }
}

#[derive(Args)]
pub struct Options {
    /// The rates, as multiples of the record of 33 signatures a second.
    #[arg(long, value_delimiter = ',', default_values_t = [2.0, 10.0, 100.0, 400.0])]
    times: Vec<f64>,
    /// How long each stage lasts.
    #[arg(long, default_value_t = 15.0)]
    seconds: f64,
    /// How many have the live stream open throughout.
    #[arg(long, default_value_t = 2000)]
    watchers: usize,
    #[arg(long, value_enum, default_value_t = Backend::Sqlite)]
    database: Backend,
    /// Whether the form asks for a proof of work. The load gives none: it is of people without JavaScript, who type the code.
    #[arg(long, value_enum, default_value_t = Defence::Auto)]
    defence: Defence,
    #[command(flatten)]
    places: Places,
}

pub async fn run(options: Options) -> anyhow::Result<()> {
    let (program, scratch, machine) = options.places.prepare()?;
    let campaign = campaign_file(&std::env::current_dir()?);
    let ground = Ground::new(Effort::quick(), program, scratch.clone(), campaign);
    println!("{}", machine.words());
    let watchers = options.watchers.min(machine::connections_allowed() / 2);
    let drill = drill::run(&ground, machine, &options, watchers).await.context("the drill was cut short")?;
    drop(ground);
    let _ = std::fs::remove_dir_all(&scratch);
    drill.print();
    let (folder, plots) = (&options.places.out, drill.plots()?);
    for (name, _, svg) in &plots {
        std::fs::write(folder.join(format!("{name}.svg")), svg)?;
    }
    std::fs::write(folder.join("surge.html"), report::surge_page(&drill, &plots).into_string())?;
    std::fs::write(folder.join("surge.json"), serde_json::to_string_pretty(&drill)?)?;
    println!("\nThe report: {}", folder.join("surge.html").display());
    let missed = drill.checks.iter().filter(|check| !check.holds).count();
    anyhow::ensure!(missed == 0, "{missed} checks were missed");
    Ok(())
}
