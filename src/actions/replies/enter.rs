use super::{On, ReplyError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::reply::{Reply, Written};
use crate::storage::{campaigns, replies};

/// Enters what an addressee has answered; returns its number. Nobody but the team reads it yet. The same reply sent twice is one.
pub async fn enter(
    desk: &Desk<'_>,
    campaign: &Campaign,
    key: &str,
    written: Written,
    by: By<'_>,
) -> Result<i32, ReplyError> {
    let tx = desk.db.write().await?;
    // Held, so that two entered at once do not get one number.
    campaigns::lock(&*tx, campaign.id).await?;
    let known = replies::list(&*tx, campaign.id).await?;
    if let Some(same) = known.iter().find(|one| one.key == key && one.written == written) {
        return Ok(same.number);
    }
    let number = replies::take_number(&*tx, campaign.id).await?;
    let one = Reply {
        campaign: campaign.id,
        number,
        key: key.to_owned(),
        text_version: campaign.text_version,
        written,
        document: None,
        shown_at: None,
        first_shown_at: None,
        corrected_at: None,
        told: None,
        revision: 1,
        entered_by: by.account(),
        created_at: desk.now,
    };
    replies::insert(&*tx, &one).await?;
    replies::moved(&*tx, campaign.id).await?;
    record(&tx, desk, On { of: (campaign.id, number), by }, "enter_reply", key.to_owned()).await?;
    tx.commit().await?;
    Ok(number)
}
