use std::io::Read;
use std::process::ExitCode;

use tracing::info;
use uuid::Uuid;

use crate::actions::ActionError;
use crate::actions::bounce::{Subject, bounced, complained, find_subject};
use crate::domain::bounce::Verdict;
use crate::mail::{MAX_REPORT, Report};
use crate::settings::Settings;

/// From sysexits.h: mail servers keep the mail and try again later.
const TRY_LATER: u8 = 75;

/// Reads one report. What is none of ours ends well too, or the mail server would send a report about the report.
pub async fn run(settings: anyhow::Result<Settings>) -> ExitCode {
    match take(settings).await {
        Ok(told) => {
            super::tell(&told);
            ExitCode::SUCCESS
        }
        Err(reason) => {
            eprintln!("not dealt with, to be tried again: {reason:#}");
            ExitCode::from(TRY_LATER)
        }
    }
}

async fn take(settings: anyhow::Result<Settings>) -> anyhow::Result<String> {
    let raw = read()?;
    let settings = settings?;
    let report = match Report::parse(&raw) {
        Ok(report) => report,
        Err(reason) => {
            info!(%reason, "what came back was left alone");
            return Ok(format!("left alone: {reason}"));
        }
    };
    let tokens = report.tokens(&settings.mail.bounce_address);
    let tools = super::existing_tools(settings).await?;
    let desk = tools.desk();
    let Some(subject) = find_subject(&desk, &tokens, &report.mails).await? else {
        info!("a report is about no mail that is known here");
        return Ok("left alone: it is about no mail that is known here".into());
    };
    Ok(act(&desk, report.verdict, &subject).await?)
}

async fn act(
    desk: &crate::actions::Desk<'_>,
    verdict: Verdict,
    subject: &Subject,
) -> Result<String, ActionError> {
    let told = match verdict {
        Verdict::Dead => {
            bounced(desk, subject).await?;
            "the address takes no mail and gets none"
        }
        Verdict::Complaint => {
            complained(desk, subject).await?;
            "its recipient complained and gets no more mail"
        }
        Verdict::Alive => "noted; nothing changes",
    };
    let id = |id: Option<Uuid>| id.map_or_else(|| "unknown".to_owned(), |id| id.to_string());
    let (signature, mail) = (id(subject.signature), id(subject.mail));
    info!(campaign = subject.campaign, signature, mail, ?verdict, "a mail came back");
    Ok(format!("signature {signature}, mail {mail}: {told}"))
}

/// Reads to the end, so that the mail server can write to its end, and keeps no more than can be a report.
fn read() -> std::io::Result<Vec<u8>> {
    let mut raw = Vec::new();
    let mut input = std::io::stdin().lock();
    input.by_ref().take(MAX_REPORT as u64 + 1).read_to_end(&mut raw)?;
    std::io::copy(&mut input, &mut std::io::sink())?;
    Ok(raw)
}
