use anyhow::{Context, bail};

use super::ACTOR;
use crate::actions::bounce::lift;
use crate::domain::bounce::Reason;
use crate::domain::email::EmailAddress;
use crate::settings::Settings;
use crate::storage::blocks;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Says how many addresses get no mail, and why.
    Count,
    /// Lets an address have mail again, at its owner's wish. Reads the address from standard input, so that no other user of
    /// the machine sees it.
    Lift,
}

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let tools = super::tools(settings).await?;
        match self {
            Self::Count => {
                for reason in [Reason::Bounced, Reason::Complained] {
                    println!("{:>9}  {}", blocks::count(tools.db.read(), reason).await?, reason.as_str());
                }
            }
            Self::Lift => {
                let mut typed = String::new();
                std::io::stdin().read_line(&mut typed)?;
                let email = EmailAddress::parse(&typed).ok().context("that is no email address")?;
                if !lift(&tools.desk(), &email, ACTOR).await? {
                    bail!("that address was not blocked");
                }
                println!("that address gets mail again");
            }
        }
        Ok(())
    }
}
