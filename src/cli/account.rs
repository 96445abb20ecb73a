use anyhow::{Context, bail};
use uuid::Uuid;

use super::ACTOR;
use crate::actions::accounts::{By, add, change_password, disable, index, open_profile, reset_factor};
use crate::domain::account::FIRST_ORGANISATION;
use crate::domain::email::EmailAddress;
use crate::domain::password::Password;
use crate::domain::role::Role;
use crate::settings::Settings;
use crate::storage::{accounts, organisations};
use crate::tools::Tools;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Makes an account for the studio. Reads its password from standard input.
    Add {
        #[arg(long)]
        email: String,
        /// owner, organiser, moderator, staff or viewer.
        #[arg(long)]
        role: String,
        /// Whom they work for.
        #[arg(long, value_name = "SLUG", default_value = FIRST_ORGANISATION)]
        organisation: String,
    },
    /// Says who may log in.
    List,
    /// Gives an account another password, read from standard input, and ends its sessions.
    Password {
        #[arg(long)]
        email: String,
    },
    /// Shuts an account and ends its sessions.
    Disable {
        #[arg(long)]
        email: String,
    },
    /// Opens an account again.
    Enable {
        #[arg(long)]
        email: String,
    },
    /// Takes away the second factor of somebody who has lost it, and ends their sessions. They are told by mail.
    ResetFactor {
        #[arg(long)]
        email: String,
    },
}

const BY: By<'static> = By::Program(ACTOR);

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let tools = super::tools(settings).await?;
        let desk = tools.desk();
        match self {
            Self::Add { email, role, organisation } => {
                let role =
                    Role::parse(&role).context("--role: owner, organiser, moderator, staff or viewer")?;
                let email = parse(&email)?;
                let password = read_password()?;
                let new = add::New { email: &email, password, role, organisation: &organisation };
                add::add(&desk, new, BY).await?;
                println!("the account was made ({}, {organisation})", role.as_str());
            }
            Self::List => list(&tools).await?,
            Self::Password { email } => {
                let id = find(&tools, &email).await?;
                change_password::change_password(&desk, id, read_password()?, BY).await?;
                println!("the password was changed, and the sessions of the account have ended");
            }
            Self::Disable { email } => {
                disable::disable(&desk, find(&tools, &email).await?, BY).await?;
                println!("the account is shut, and its sessions have ended");
            }
            Self::Enable { email } => {
                disable::enable(&desk, find(&tools, &email).await?, BY).await?;
                println!("the account is open");
            }
            Self::ResetFactor { email } => {
                reset_factor::reset_factor(&desk, find(&tools, &email).await?, BY).await?;
                println!("the account has no second factor, and its sessions have ended");
            }
        }
        Ok(())
    }
}

fn parse(email: &str) -> anyhow::Result<EmailAddress> {
    EmailAddress::parse(email).ok().context("--email: that is no email address")
}

/// One line, so that no other user of the machine sees it.
fn read_password() -> anyhow::Result<Password> {
    let mut typed = String::new();
    std::io::stdin().read_line(&mut typed)?;
    Ok(Password::choose(typed.trim_end_matches(['\r', '\n']))?)
}

async fn find(tools: &Tools, email: &str) -> anyhow::Result<Uuid> {
    let index = index(&tools.desk(), &parse(email)?);
    match accounts::find_by_email(tools.db.read(), index).await? {
        Some(stored) => Ok(stored.account.id),
        None => bail!("there is no such account"),
    }
}

async fn list(tools: &Tools) -> anyhow::Result<()> {
    for organisation in organisations::list(tools.db.read()).await? {
        for stored in accounts::list(tools.db.read(), Some(organisation.id)).await? {
            let state = if stored.account.disabled_at.is_some() { "disabled" } else { "open" };
            let email = open_profile(&tools.vault, &stored)?.email;
            println!("{:<8}  {:<9}  {}  {email}", state, stored.account.role.as_str(), organisation.slug);
        }
    }
    Ok(())
}
