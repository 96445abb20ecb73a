use std::time::Instant;

use anyhow::Context;

use crate::figures::Limit;
use crate::finding::{Finding, Measure};
use crate::ground::{Ground, ceiling};
use crate::load::Acknowledged;
use crate::service::{Mail, Process};
use crate::sink::Sink;
use crate::store::Backend;

const CONNECTIONS: usize = 16;

/// Mails a second between the first tenth and the last: neither the start nor the stragglers.
fn rate(times: &[Instant]) -> Option<f64> {
    let (from, to) = (times.len() / 10, times.len() * 9 / 10);
    let took = times.get(to)?.duration_since(*times.get(from)?).as_secs_f64();
    (took > 0.0).then(|| (to - from) as f64 / took)
}

/// Queues mails with sending held, then lets them go.
async fn product(ground: &Ground, mails: usize) -> anyhow::Result<(f64, Vec<u8>)> {
    let store = ground.empty(Backend::Sqlite, "mail").await?;
    let process = ground.start(&store, Mail::Held).await?;
    ground.sign_some(&process, mails, &Acknowledged::default()).await?;
    process.stop().await?;
    let sink = Sink::start()?;
    let process = crate::service::start(crate::service::Launch {
        program: &ground.program,
        store: &store,
        mail: Mail::To(sink.address, CONNECTIONS),
        stock_limits: false,
        cores: None,
    });
    let process = process.await?;
    let came = sink.wait_for(mails, ground.effort.patience).await;
    process.settle().await?;
    process.stop().await?;
    let truth = store.truth(0).await?;
    anyhow::ensure!(came == mails, "{came} of {mails} mails came");
    anyhow::ensure!(
        truth.mails_in("sent").unsigned_abs() == mails as u64,
        "sent is {}",
        truth.mails_in("sent")
    );
    let taken = sink.taken();
    anyhow::ensure!(taken.repeated == 0, "{} mails came twice", taken.repeated);
    let sample = taken.sample.clone().context("a mail came")?;
    Ok((rate(&taken.times).context("too few mails")?, sample))
}

async fn bare(ground: &Ground, mails: usize, sample: &[u8]) -> anyhow::Result<f64> {
    let (sink, file) = (Sink::start()?, ground.path("sample.eml"));
    std::fs::write(&file, sample)?;
    let (to, count, connections) = (sink.address.to_string(), mails.to_string(), CONNECTIONS.to_string());
    let arguments = ["mail", &to, &count, &connections, &file.display().to_string()];
    Process::spawn(ceiling(&arguments, None)?).await?.finish().await?;
    let taken = sink.taken();
    anyhow::ensure!(taken.times.len() == mails && taken.repeated == 0, "{} mails came", taken.times.len());
    rate(&taken.times).context("too few mails")
}

pub async fn out(ground: &Ground) -> anyhow::Result<Vec<Finding>> {
    let mails = ground.effort.mails;
    let (mut rates, mut bare_rates) = (Vec::new(), Vec::new());
    for _ in 0..ground.effort.rounds {
        let (rate, sample) = product(ground, mails).await?;
        rates.push(rate);
        bare_rates.push(bare(ground, mails, &sample).await?);
    }
    let words = ("mail out over 16 connections", "bare connections, mails made beforehand");
    Ok(vec![
        Finding::new("mail", "/s", words, &rates, &bare_rates)
            .held_to(Measure::Ratio, Limit::at_least(0.5))
            .note(format!(
                "{mails} mails a round, each composed, sent, and recorded as sent; none came twice"
            )),
    ])
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::rate;

    #[test]
    fn the_rate_is_that_of_the_middle() {
        let begin = Instant::now();
        // A slow start, then a thousand a second.
        let times: Vec<Instant> = (0..2000)
            .map(|n| begin + if n == 0 { Duration::ZERO } else { Duration::from_millis(5000 + n) })
            .collect();
        assert!((rate(&times).unwrap() - 1000.0).abs() < 1.0);
        assert_eq!(rate(&[]), None);
    }
}
