//! Settings: the built-in defaults, then a file, then the environment. An unknown key or a bad value is named.

mod defence;
mod layers;
mod sections;
mod uploads;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Deserialize;
use toml::{Table, Value};

pub use defence::Defence;
use layers::{merge, set, whole_network};
pub use sections::{
    Database, Demo, Http, Intake, Limits, Log, LogFormat, Mail, Metrics, Operator, Retention, Transport,
};
pub use uploads::Uploads;

/// The defaults, with every setting documented.
pub const DEFAULTS: &str = include_str!("../../config/default.toml");

const PREFIX: &str = "POSTULO_";

/// What the token and its `+` leave of the 64 characters before an @ (RFC 5321, 4.5.3.1.1).
const MAX_BOUNCE_LOCAL: usize = 64 - 1 - crate::domain::token::RETURN_LENGTH;

fn is_bounce_address(text: &str) -> bool {
    let local = text.split('@').next().unwrap_or_default();
    text.parse::<lettre::Address>().is_ok() && local.len() <= MAX_BOUNCE_LOCAL && !local.contains(['+', '"'])
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    pub data_dir: PathBuf,
    pub http: Http,
    pub database: Database,
    pub mail: Mail,
    pub limits: Limits,
    pub intake: Intake,
    pub defence: Defence,
    pub uploads: Uploads,
    pub operator: Operator,
    pub retention: Retention,
    pub metrics: Metrics,
    pub demo: Demo,
    pub log: Log,
}

impl Settings {
    /// Gathers the settings from the defaults, `file`, and the variables of the environment, in rising order.
    pub fn load(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
    ) -> anyhow::Result<Self> {
        let mut table: Table = toml::from_str(DEFAULTS).context("config/default.toml")?;
        if let Some(path) = file {
            let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
            let over: Table = toml::from_str(&text).with_context(|| path.display().to_string())?;
            merge(&mut table, over, "").with_context(|| path.display().to_string())?;
        }
        for (name, value) in environment {
            let Some(key) = name.strip_prefix(PREFIX) else { continue };
            set(&mut table, &key.to_lowercase(), &value).with_context(|| name.clone())?;
        }
        if let Some(Value::Array(networks)) =
            table.get_mut("http").and_then(|http| http.get_mut("trusted_proxies"))
        {
            for network in networks {
                *network = Value::String(whole_network(network.as_str().unwrap_or_default()));
            }
        }
        let settings: Self = Value::Table(table).try_into().context("settings")?;
        settings.check()?;
        Ok(settings)
    }

    fn check(&self) -> anyhow::Result<()> {
        let url = &self.http.public_url;
        if !(url.starts_with("http://") || url.starts_with("https://")) || url.ends_with('/') {
            bail!("http.public_url: begins with http:// or https:// and has no slash at the end");
        }
        if self.data_dir.as_os_str().is_empty() {
            bail!("data_dir: must name a folder");
        }
        let database = &self.database.url;
        if !(database.is_empty()
            || ["sqlite://", "postgres://", "postgresql://"].iter().any(|kind| database.starts_with(kind)))
        {
            bail!("database.url: begins with sqlite:// or postgres://");
        }
        if self.mail.transport == Transport::Smtp && self.mail.smtp_url.is_empty() {
            bail!("mail.smtp_url: needed where mail.transport is smtp");
        }
        if self.mail.from.parse::<lettre::message::Mailbox>().is_err() {
            bail!("mail.from: not a mailbox, such as `Name <name@example.org>`");
        }
        if !self.mail.bounce_address.is_empty() && !is_bounce_address(&self.mail.bounce_address) {
            bail!(
                "mail.bounce_address: an address such as bounce@example.org, with at most {MAX_BOUNCE_LOCAL} \
                 characters and no + before the @"
            );
        }
        if !self.metrics.bind.is_empty() && self.metrics.bind.parse::<SocketAddr>().is_err() {
            bail!("metrics.bind: not an address, such as 127.0.0.1:9400");
        }
        let counts = [
            ("http.max_body", self.http.max_body),
            ("http.max_connections", self.http.max_connections),
            ("http.connections_per_network", self.http.connections_per_network),
            ("http.idle_timeout", usize::try_from(self.http.idle_timeout).unwrap_or(usize::MAX)),
            ("http.body_timeout", usize::try_from(self.http.body_timeout).unwrap_or(usize::MAX)),
            ("mail.concurrency", self.mail.concurrency),
            ("mail.domain_concurrency", self.mail.domain_concurrency),
            ("intake.queue", self.intake.queue),
            ("intake.group", self.intake.group),
            ("database.connections", self.database.connections as usize),
            ("mail.timeout", usize::try_from(self.mail.timeout).unwrap_or(usize::MAX)),
            ("intake.patience", usize::try_from(self.intake.patience).unwrap_or(usize::MAX)),
            ("limits.mails_per_recipient", usize::try_from(self.limits.mails_per_recipient).unwrap_or(0)),
            ("retention.unconfirmed", self.retention.unconfirmed as usize),
            ("retention.network", self.retention.network as usize),
            ("retention.outbox", self.retention.outbox as usize),
            ("retention.messages", self.retention.messages as usize),
            ("retention.declined", self.retention.declined as usize),
            ("retention.signers", self.retention.signers as usize),
            ("retention.consents", self.retention.consents as usize),
            ("retention.inquiries", self.retention.inquiries as usize),
            ("uploads.list_bytes", self.uploads.list_bytes),
            ("uploads.picture_bytes", self.uploads.picture_bytes),
            ("uploads.document_bytes", self.uploads.document_bytes),
            ("uploads.scans_bytes", self.uploads.scans_bytes),
            ("uploads.timeout", usize::try_from(self.uploads.timeout).unwrap_or(usize::MAX)),
        ];
        if let Some((key, _)) = counts.into_iter().find(|(_, count)| *count == 0) {
            bail!("{key}: at least 1");
        }
        self.defence.check()?;
        Ok(())
    }

    /// Where the database is: the one that was named, or SQLite in the data directory.
    pub fn database_url(&self) -> String {
        if self.database.url.is_empty() {
            format!("sqlite://{}", self.data_dir.join("postulo.db").display()).replace('%', "%25")
        } else {
            self.database.url.clone()
        }
    }

    pub fn outbox_dir(&self) -> PathBuf {
        self.data_dir.join("outbox")
    }

    pub fn keys_file(&self) -> PathBuf {
        self.data_dir.join("keys.toml")
    }
}

#[cfg(test)]
mod tests {
    use super::Settings;

    fn load(variables: &[(&str, &str)]) -> Result<Settings, String> {
        let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Settings::load(None, variables).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn the_environment_wins_over_the_defaults() {
        let settings = load(&[
            ("POSTULO_HTTP__BIND", "0.0.0.0:80"),
            ("POSTULO_HTTP__TRUSTED_PROXIES", "10.0.0.1, 192.168.0.0/16"),
            ("POSTULO_DATA_DIR", "/srv/postulo"),
            ("PATH", "/bin"),
        ])
        .unwrap();
        assert_eq!(settings.http.bind.to_string(), "0.0.0.0:80");
        assert_eq!(settings.http.trusted_proxies.len(), 2);
        assert_eq!(settings.database_url(), "sqlite:///srv/postulo/postulo.db");
    }

    #[test]
    fn an_unknown_key_or_a_bad_value_is_named() {
        for (name, value) in [
            ("POSTULO_HTTP__BINDD", "1"),
            ("POSTULO_NOTHING", "1"),
            ("POSTULO_INTAKE__QUEUE", "many"),
            ("POSTULO_INTAKE__GROUP", "0"),
            ("POSTULO_HTTP__BIND", "here"),
            ("POSTULO_HTTP__TRUSTED_PROXIES", "somewhere"),
            ("POSTULO_DEFENCE__SHARE", "101"),
            ("POSTULO_DEFENCE__QUIET", "0"),
            ("POSTULO_MAIL__TRANSPORT", "pigeon"),
            ("POSTULO_HTTP__PUBLIC_URL", "example.org"),
            ("POSTULO_MAIL__BOUNCE_ADDRESS", "bounce+more@example.org"),
            ("POSTULO_MAIL__BOUNCE_ADDRESS", "an-address-too-long-for-it@example.org"),
        ] {
            let error = load(&[(name, value)]).unwrap_err();
            let key = name.trim_start_matches("POSTULO_").to_lowercase().replace("__", ".");
            assert!(
                error.contains(name)
                    || error.contains(&key)
                    || error.contains(key.rsplit('.').next().unwrap()),
                "{name}: {error}"
            );
        }
    }
}
