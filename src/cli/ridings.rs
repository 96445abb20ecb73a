use std::path::PathBuf;

use anyhow::{Context, bail};

use super::ACTOR;
use crate::actions::ridings::load::{LoadError, load};
use crate::domain::lang::Lang;
use crate::settings::Settings;
use crate::storage::ridings;
use crate::tools::Tools;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Loads a table of postal codes and their ridings from a CSV file, in place of the one before, whole or not at all.
    Load {
        file: PathBuf,
        /// What the table is called, such as `2023 representation order`; else as its file.
        #[arg(long = "as", value_name = "NAME")]
        name: Option<String>,
    },
    /// Says which table is loaded and how far those who have signed are placed; or in which riding a postal code lies.
    Show { postal_code: Option<String> },
}

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let tools = super::tools(settings).await?;
        match self {
            Self::Load { file, name } => {
                let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
                let name = name.or(stem).unwrap_or_default();
                match load(&tools.desk(), &file, &name, ACTOR).await {
                    Ok(report) => {
                        println!(
                            "{} postal codes in {} ridings are loaded as “{}”",
                            report.codes,
                            report.ridings,
                            name.trim()
                        );
                        if report.shared > 0 {
                            println!(
                                "{} lie in more than one riding: who signs from there is counted in none",
                                report.shared
                            );
                        }
                        println!(
                            "while the service runs, those who have signed already are placed too: see `postulo ridings show`"
                        );
                    }
                    Err(LoadError::Lines(faults, faulty)) => {
                        for fault in &faults {
                            eprintln!("{fault}");
                        }
                        bail!(
                            "{faulty} lines cannot be read; nothing was loaded, and the table before is as it was"
                        );
                    }
                    Err(error) => return Err(error).context(file.display().to_string()),
                }
            }
            Self::Show { postal_code: None } => show(&tools).await?,
            Self::Show { postal_code: Some(code) } => {
                let table = ridings::read(&tools.db).await?;
                match table.find("CA", &code) {
                    Some(riding) => {
                        println!("{}  {} / {}", riding.code, riding.name(Lang::En), riding.name(Lang::Fr));
                    }
                    None => bail!("the table does not tell"),
                }
            }
        }
        Ok(())
    }
}

async fn show(tools: &Tools) -> anyhow::Result<()> {
    let Some(loaded) = ridings::find(tools.db.read()).await? else {
        println!("no table of ridings is loaded");
        return Ok(());
    };
    println!("“{}”, loaded {}", loaded.name, loaded.loaded_at);
    println!("{} postal codes, {} more in several ridings", loaded.codes, loaded.shared);
    match loaded.placed_at {
        Some(at) => println!("all who had signed were placed by {at}"),
        None => println!("those who had signed are still being placed, while the service runs"),
    }
    Ok(())
}
