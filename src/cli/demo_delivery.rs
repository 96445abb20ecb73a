//! The demo's delivery: planned, so that its preview can be looked at. Nothing is handed to anybody.

use crate::actions::accounts::By;
use crate::actions::deliveries::{Typed, plan};
use crate::domain::campaign::Campaign;
use crate::domain::moment::DAY;
use crate::storage::deliveries;
use crate::tools::Tools;

/// In so many days it is planned for.
const DAYS: u32 = 14;

/// Plans a delivery of the demo's campaign to the first whom it asks, unless there is one.
pub async fn load(tools: &Tools, campaign: &Campaign) -> anyhow::Result<()> {
    let Some(addressee) = campaign.text.addressees.first() else { return Ok(()) };
    if !deliveries::list(tools.db.read(), campaign.id, None, 1).await?.is_empty() {
        return Ok(());
    }
    let day = |days: u32| (tools.clock.now() + DAY * days).to_string().chars().take(10).collect::<String>();
    let typed = Typed {
        addressees: vec![addressee.key.clone()],
        scope: "all".to_owned(),
        day: day(DAYS),
        lang: "en".to_owned(),
    };
    if let Ok(planned) = typed.parse(campaign, &day(0)) {
        plan(&tools.desk(), campaign, &planned, By::Program("demo")).await?;
    }
    Ok(())
}
