use super::ACTOR;
use crate::actions::retry_mail::retry_mail;
use crate::actions::switch_mail::switch_mail;
use crate::settings::Settings;
use crate::storage::{queue, switches};
use crate::tools::Tools;

/// How many mails are listed at once.
const PAGE: u64 = 50;

#[derive(clap::Subcommand)]
pub enum Command {
    /// Shows how the mail goes: what waits in which lane, for how long, and what has become of the rest.
    Show {
        /// Lists the mails that wait, the most often tried first. Shows no personal data.
        #[arg(long)]
        list: bool,
    },
    /// Stops the mail of every node within seconds; what is owed stays owed.
    Pause,
    /// Lets the mail go on.
    Resume,
    /// Tries now what waits for a later try.
    Retry {
        /// Also what the mail server refused within the last day.
        #[arg(long)]
        failed: bool,
    },
}

impl Command {
    pub async fn run(self, settings: Settings) -> anyhow::Result<()> {
        let tools = super::tools(settings).await?;
        match self {
            Self::Show { list } => show(&tools, list).await?,
            Self::Pause => {
                switch_mail(&tools.desk(), false, ACTOR).await?;
                println!("the mail is stopped");
            }
            Self::Resume => {
                switch_mail(&tools.desk(), true, ACTOR).await?;
                println!("the mail goes on");
            }
            Self::Retry { failed } => {
                let retried = retry_mail(&tools.desk(), failed, ACTOR).await?;
                println!(
                    "{} that waited and {} that were refused are due now",
                    retried.hastened, retried.requeued
                );
            }
        }
        Ok(())
    }
}

async fn show(tools: &Tools, list: bool) -> anyhow::Result<()> {
    let (db, now) = (tools.db.read(), tools.clock.now());
    let is_on = switches::is_on(db, switches::Name::Mail).await?;
    println!("mail         {}", if is_on { "goes out" } else { "is stopped" });
    for (lane, waiting) in queue::count_by_lane(db).await? {
        let oldest = queue::oldest_due(db, lane, now).await?;
        let due =
            oldest.map_or_else(String::new, |due| format!(", due for {} s", now.seconds() - due.seconds()));
        println!("{:<12} {waiting} wait{due}", lane.as_str());
    }
    for (state, mails) in queue::count_by_state(db).await? {
        if state != "queued" {
            println!("{state:<12} {mails}");
        }
    }
    if list {
        for mail in queue::list(db, PAGE).await? {
            println!(
                "{}  campaign {}  {:<14}  tried {}  due {}  since {}",
                mail.id, mail.campaign, mail.kind, mail.attempts, mail.due_at, mail.created_at
            );
        }
    }
    Ok(())
}
