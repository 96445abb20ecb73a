use std::process::ExitCode;

use crate::clock::Clock;
use crate::doctor::{Level, examine};
use crate::settings::Settings;

pub async fn run(settings: anyhow::Result<Settings>) -> ExitCode {
    let chart = examine(settings, &Clock::System).await;
    for finding in &chart.0 {
        super::tell(&finding.to_string());
    }
    let (warned, failed) = (chart.count(Level::Warn), chart.count(Level::Fail));
    super::tell(&format!("{failed} failed, {warned} to look at, {} well", chart.count(Level::Ok)));
    if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
