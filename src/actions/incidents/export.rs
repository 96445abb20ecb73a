use uuid::Uuid;

use super::{entries, record};
use crate::actions::{ActionError, Desk};
use crate::domain::incident::{Entry, Incident, Report};
use crate::storage::incidents;

/// The whole register of an organisation, every entry of every incident; that it was taken out is on record.
pub async fn export(
    desk: &Desk<'_>,
    organisation: i32,
    by: Uuid,
) -> Result<Vec<(Incident, Entry, Report)>, ActionError> {
    let mut all = Vec::new();
    for incident in incidents::list(desk.db.read(), organisation, None, u64::from(u32::MAX)).await? {
        let written = entries(desk, incident.id).await?;
        all.extend(written.into_iter().map(|(entry, report)| (incident, entry, report)));
    }
    let tx = desk.db.write().await?;
    record(&tx, desk, by, ("export_incidents", String::new())).await?;
    tx.commit().await?;
    Ok(all)
}
