use crate::actions::purge::{purge, would_purge};
use crate::domain::moment::DAY;
use crate::mail::{forget, list_old};
use crate::settings::{Settings, Transport};

pub async fn run(settings: Settings, dry_run: bool) -> anyhow::Result<()> {
    let tools = super::existing_tools(settings).await?;
    let (desk, retention) = (tools.desk(), &tools.settings.retention);
    let purged = if dry_run { would_purge(&desk, retention).await? } else { purge(&desk, retention).await? };
    let folder = tools.settings.outbox_dir();
    let before = desk.now - DAY * retention.outbox;
    let mut files = 0;
    if tools.settings.mail.transport == Transport::Folder && folder.exists() {
        files = list_old(&folder, before)?.len() as u64;
        if !dry_run {
            forget(&folder, before)?;
        }
    }
    println!("{}", if dry_run { "would be deleted now:" } else { "deleted:" });
    for (n, what) in [
        (purged.lapsed, "signatures that were not confirmed in time"),
        (purged.repeats, "forms sent again"),
        (purged.networks, "networks that signed (the signatures stay)"),
        (purged.mails, "records of mails"),
        (purged.postcards, "postcards that were not confirmed in time or were rejected"),
        (purged.sign_ons, "signatures under open letters that were not confirmed in time or were declined"),
        (purged.messages, "messages to the organisers"),
        (purged.signers, "people of campaigns that were handed over (the counts stay)"),
        (purged.askers, "people who asked about their own data, in closed cases"),
        (purged.receivers, "addresses of reports that have ended"),
        (purged.sessions, "sessions of the studio that are over"),
        (purged.usage, "shares of limits that no longer run"),
        (purged.challenges, "proofs of work that were used"),
        (files, "mails in the outbox folder"),
    ] {
        println!("{n:>9}  {what}");
    }
    Ok(())
}
