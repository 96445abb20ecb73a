use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::Ground;
use crate::latency::Latency;
use crate::load::{Acknowledged, Measured};
use crate::service::{self, Mail};
use crate::sink::Sink;
use crate::store::{Backend, Store};

/// So few links say nothing about a rate.
const LEAST: usize = 200;

/// One round of confirming and signing on a store, with what was measured of each.
///
/// The links come from the mails: people sign, their mails leave, and the service is started anew with the mail held, so
/// that what is measured is not the mail.
pub async fn round(ground: &Ground, store: &Store, since: i64) -> anyhow::Result<(Measured, Measured)> {
    let (signed, confirmed, sink) = (Acknowledged::default(), Acknowledged::default(), Sink::start()?);
    let process = ground.start(store, Mail::To(sink.address, 16)).await?;
    ground.sign_some(&process, ground.effort.links, &signed).await?;
    sink.wait_for(ground.effort.links, ground.effort.patience).await;
    process.stop().await?;
    anyhow::ensure!(
        sink.links_waiting() >= LEAST,
        "only {} mails came: too few to confirm from",
        sink.links_waiting()
    );
    let process = ground.start(store, Mail::Held).await?;
    let confirming = ground.confirm_all(&process, &sink, (&confirmed, false)).await?;
    let (signing, _) = super::sign::sign(ground, &process, Some(&signed)).await?;
    process.stop().await?;
    service::recount(&ground.program, store).await?;
    let truth = store.truth(since).await?;
    truth.check_count()?;
    anyhow::ensure!(truth.missing(&signed.ids()) == 0, "an acknowledged signature is not stored");
    let lacking = confirmed.ids().difference(&truth.confirmed).count();
    anyhow::ensure!(lacking == 0, "{lacking} acknowledged confirmations are not stored");
    Ok((confirming, signing))
}

pub async fn against_signing(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let (mut rates, mut sign_rates, mut links) = (Vec::new(), Vec::new(), 0);
    let (mut latency, mut sign_latency) = (Latency::default(), Latency::default());
    for _ in 0..ground.effort.rounds {
        let store = ground.empty(Backend::Sqlite, "confirm").await?;
        let (confirming, signing) = round(ground, &store, 0).await?;
        links += confirming.good;
        rates.push(confirming.rate());
        sign_rates.push(signing.rate());
        latency.add(&confirming.latency);
        sign_latency.add(&signing.latency);
    }
    let words = ("confirm, SQLite, 64 connections", "sign");
    Ok(vec![
        Finding::new("confirm", "/s", words, &rates, &sign_rates)
            .held_to(Measure::Ratio, Limit::at_least(1.0))
            .note(format!(
                "{links} links from real mails, each pressed once; every one found confirmed and counted"
            ))
            .latency("confirm", &latency),
    ])
}
