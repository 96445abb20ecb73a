use std::fs;

use super::Chart;
use crate::mail::probe;
use crate::settings::{Settings, Transport};

pub async fn look(chart: &mut Chart, settings: &Settings) {
    let from = settings.mail.from.rsplit('@').next().unwrap_or_default().trim_end_matches('>');
    if !from.contains('.') || from.ends_with(".example") || from.starts_with("example.") {
        chart.warn(
            "mail",
            format!("mail.from is at `{from}`: servers refuse such a sender"),
            "set an address of your own domain, with SPF, DKIM and DMARC in order",
        );
    }
    match settings.mail.transport {
        Transport::Folder => folder(chart, settings),
        Transport::Smtp => smtp(chart, settings).await,
    }
}

fn folder(chart: &mut Chart, settings: &Settings) {
    let folder = settings.outbox_dir();
    let probe = folder.join(".doctor");
    if !folder.exists() {
        chart.ok("mail", format!("goes to {}, which the first start makes", folder.display()));
        return;
    }
    let written = fs::write(&probe, b"").and_then(|()| fs::remove_file(&probe));
    match written {
        Ok(()) if settings.http.public_url.starts_with("https://") => {
            chart.warn(
                "mail",
                format!("lies in {} and does not leave", folder.display()),
                "set mail.transport = \"smtp\" and mail.smtp_url",
            );
        }
        Ok(()) => chart.ok("mail", format!("goes to {}", folder.display())),
        Err(error) => chart.fail(
            "mail",
            format!("{} cannot be written ({})", folder.display(), error.kind()),
            "give it back to the service's user with chown",
        ),
    }
}

async fn smtp(chart: &mut Chart, settings: &Settings) {
    match probe(settings).await {
        Ok(()) => {
            chart.ok("mail", "the mail server answers, and takes our name and password where there are any");
        }
        Err(told) => chart.fail(
            "mail",
            format!("the mail server: {told}"),
            "see mail.smtp_url, the mail server and the firewall; mail waits meanwhile and is not lost",
        ),
    }
    if settings.mail.bounce_address.is_empty() {
        chart.warn(
            "mail",
            "mail.bounce_address is empty: what comes back is known by its Message-ID only, for some days",
            "set it and pipe it into `postulo bounce`",
        );
    }
}
