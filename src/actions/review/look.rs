use uuid::Uuid;

use super::record;
use crate::actions::{ActionError, Desk};
use crate::domain::person::Person;
use crate::storage::signatures;

/// Opens the person of one signature, which is put on record.
pub async fn look(desk: &Desk<'_>, campaign: i32, id: Uuid, actor: &str) -> Result<Person, ActionError> {
    let tx = desk.db.write().await?;
    let signature = signatures::find(&*tx, campaign, id).await?.ok_or(ActionError::Gone)?;
    if signature.sealed.is_empty() {
        return Err(ActionError::Gone);
    }
    record(&tx, desk, actor, ("see_signatory", campaign), (id.to_string(), String::new())).await?;
    tx.commit().await?;
    Ok(desk.person(&signature)?)
}
