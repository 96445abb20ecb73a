use uuid::Uuid;

use super::{DeliveryError, On, record};
use crate::actions::Desk;
use crate::actions::deliveries::hold;
use crate::domain::bulletin::Wording;
use crate::storage::{bulletins, campaigns, deliveries};

/// Begins an update by which the supporters who asked for updates are told of a delivery; returns its number. Whoever sends updates
/// goes on with it. Asked again, it is the same one: nobody is told twice.
pub async fn tell_supporters(
    desk: &Desk<'_>,
    on: On<'_>,
    words: &Wording,
    account: Option<Uuid>,
) -> Result<i16, DeliveryError> {
    let tx = desk.db.write().await?;
    // Of two who begin an update at once, one waits here for the next number.
    campaigns::lock(&*tx, on.of.0).await?;
    let one = hold(&tx, on).await?;
    if let Some(number) = one.told {
        return Ok(number);
    }
    if !one.stage.is_delivered() {
        return Err(DeliveryError::MovedOn);
    }
    let number = bulletins::insert(&*tx, on.of.0, words, account, desk.now).await?;
    deliveries::set_told(&*tx, on.of, number).await?;
    record(&tx, desk, on, "begin_update", format!("update {number}")).await?;
    tx.commit().await?;
    Ok(number)
}
