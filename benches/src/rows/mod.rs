//! The rows of the table, one file each.

mod cards;
mod confirm;
mod dashboard;
mod delivery;
mod growth;
mod latency;
mod live;
mod mail;
mod memory;
mod page;
mod sign;
mod start;

use crate::finding::Finding;
use crate::ground::Ground;
use crate::store::Backend;

/// The page that is measured.
const PAGE: &str = "/en/campaigns/recognize-celil";
const STREAM: &str = "/campaigns/recognize-celil/live";

/// Every row: the name to ask for it by, and what it measures.
pub const ROWS: [(&str, &str); 17] = [
    ("page", "the campaign page, against a bare handler with the same bytes"),
    ("page-busy", "the campaign page while 1,000 people a second sign, against the page at rest"),
    ("sign", "signing on SQLite, against a bare sign service"),
    ("sign-postgres", "signing on PostgreSQL, against a bare sign service"),
    ("sign-mail", "signing while the mails leave, against signing while they are held"),
    ("latency", "signing at 3,300 a second, open loop"),
    ("confirm", "confirming, against signing"),
    ("growth", "signing and confirming as signatures grow, on SQLite"),
    ("growth-postgres", "the same on PostgreSQL"),
    ("live", "one update to all watchers, against a bare event stream"),
    ("mail", "mail out to a local server, against bare connections"),
    ("start", "start to first page with a million signatures, against an empty database"),
    ("dashboard", "opening the figures of a campaign with a million signatures, against one with ten"),
    ("cards", "a print run of 10,000 cards on every paper, and signing beside it"),
    (
        "delivery",
        "the package of a delivery of a million signatures, against sqlite3 -csv, and pages beside it",
    ),
    ("delivery-postgres", "the same on PostgreSQL"),
    ("memory", "memory at rest, and with a million signatures and 1,000 connections"),
];

/// Measures one row; some give more than one line of the table.
pub async fn measure(key: &str, ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    match key {
        "page" => page::at_rest(ground).await,
        "page-busy" => page::while_signing(ground).await,
        "sign" => sign::against_bare(ground, Backend::Sqlite).await,
        "sign-postgres" => sign::against_bare(ground, Backend::Postgres).await,
        "sign-mail" => sign::while_mail_leaves(ground).await,
        "latency" => latency::open_loop(ground).await,
        "confirm" => confirm::against_signing(ground).await,
        "growth" => growth::grow(ground, Backend::Sqlite).await,
        "growth-postgres" => growth::grow(ground, Backend::Postgres).await,
        "live" => live::one_update(ground).await,
        "mail" => mail::out(ground).await,
        "start" => start::to_first_page(ground).await,
        "dashboard" => dashboard::against_small(ground).await,
        "cards" => cards::print(ground).await,
        "delivery" => delivery::million(ground, Backend::Sqlite).await,
        "delivery-postgres" => delivery::million(ground, Backend::Postgres).await,
        "memory" => memory::at_rest_and_under_load(ground).await,
        other => anyhow::bail!("there is no row `{other}`: `./bench list` names them"),
    }
}
