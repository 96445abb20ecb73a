use std::time::Duration;

use super::smtp::Smtp;
use crate::settings::Settings;

/// Connects to the mail server, greets it, logs in where that is set, and takes leave. Sends nothing. An error is told
/// without what the server said, and without the URL, which may hold a password.
pub async fn probe(settings: &Settings) -> Result<(), String> {
    let patience = Duration::from_secs(settings.mail.timeout.min(10));
    let smtp =
        Smtp::new(&settings.mail.smtp_url, patience).map_err(|error| format!("mail.smtp_url: {error}"))?;
    smtp.greet().await.map_err(|error| error.to_string())
}
