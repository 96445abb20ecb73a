use uuid::Uuid;

use super::{UploadError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::storage::{campaigns, papers, pictures};

/// Moves a document one place up; the first stays where it is.
pub async fn move_up(desk: &Desk<'_>, by: By<'_>, campaign: &Campaign, id: Uuid) -> Result<(), UploadError> {
    let tx = desk.db.write().await?;
    campaigns::lock(&*tx, campaign.id).await?;
    let mut order: Vec<Uuid> = papers::list(&*tx, campaign.id).await?.iter().map(|paper| paper.id).collect();
    if let Some(at) = order.iter().position(|one| *one == id).filter(|at| *at > 0) {
        order.swap(at - 1, at);
        papers::arrange(&*tx, &order).await?;
        pictures::touch(&*tx, campaign.id).await?;
        record(&tx, desk, by, ("move_document", format!("document {id}")), campaign).await?;
        tx.commit().await?;
    }
    Ok(())
}
