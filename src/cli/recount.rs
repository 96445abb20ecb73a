use anyhow::bail;

use crate::actions::recount::recount;
use crate::settings::Settings;
use crate::storage::{campaigns, tallies};

pub async fn run(settings: Settings) -> anyhow::Result<()> {
    let tools = super::tools(settings).await?;
    let mut drifted = false;
    for count in tallies::list(tools.db.read()).await? {
        let Some(campaign) = campaigns::find(tools.db.read(), count.campaign).await? else { continue };
        let drifts = recount(&tools.desk(), campaign.id).await?;
        println!(
            "{:>9}  {}  {}",
            count.online,
            campaign.slug,
            if drifts.is_empty() { "no drift" } else { "DRIFT" }
        );
        for drift in &drifts {
            println!("           {}: counted {}, recounted {}", drift.what, drift.counted, drift.recounted);
        }
        drifted |= !drifts.is_empty();
    }
    if drifted {
        bail!("the count has drifted from the signatures");
    }
    Ok(())
}
