use std::net::SocketAddr;

use ipnet::IpNet;
use serde::Deserialize;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Http {
    pub bind: SocketAddr,
    /// Without a slash at the end.
    pub public_url: String,
    pub trusted_proxies: Vec<IpNet>,
    pub max_body: usize,
    pub max_connections: usize,
    pub connections_per_network: usize,
    /// In seconds, as are the next two.
    pub idle_timeout: u64,
    pub body_timeout: u64,
    pub drain: u64,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    pub url: String,
    pub connections: u32,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    pub transport: Transport,
    pub smtp_url: String,
    pub from: String,
    /// Where mail comes back to; empty: to `from`.
    pub bounce_address: String,
    pub concurrency: usize,
    pub domain_concurrency: usize,
    /// In seconds.
    pub timeout: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    Folder,
    Smtp,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    pub network_burst: u32,
    pub network_sustained: u32,
    pub recipient_burst: u32,
    pub recipient_sustained: u32,
    pub campaign_burst: u32,
    pub campaign_sustained: u32,
    pub code_burst: u32,
    pub code_sustained: u32,
    pub login_burst: u32,
    pub login_sustained: u32,
    pub mails_per_recipient: i64,
    pub mails_per_domain: u32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    pub queue: usize,
    pub group: usize,
    /// In seconds.
    pub patience: u64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    pub name: String,
    pub address: String,
    pub privacy_officer: String,
    pub privacy_email: String,
}

/// All in days.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    pub unconfirmed: u32,
    pub network: u32,
    pub outbox: u32,
    pub messages: u32,
    pub declined: u32,
    pub signers: u32,
    pub consents: u32,
    pub inquiries: u32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    pub bind: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    pub password: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Log {
    pub filter: String,
    pub format: LogFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

macro_rules! keep_secrets {
    ($($name:ident),+) => {$(
        /// May hold a password, so it never prints.
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }
    )+};
}
keep_secrets!(Database, Mail, Demo);
