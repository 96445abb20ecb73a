use super::{AccountError, By, record};
use crate::actions::Desk;
use crate::storage::organisations;

/// Says whether packages of an organisation that tell of single persons are fetched only encrypted.
pub async fn set_encryption(
    desk: &Desk<'_>,
    organisation: i32,
    must: bool,
    by: By<'_>,
) -> Result<(), AccountError> {
    let tx = desk.db.write().await?;
    if organisations::must_encrypt(&*tx, organisation).await? != must {
        organisations::set_must_encrypt(&*tx, organisation, must).await?;
        let detail = if must { "only encrypted" } else { "encrypted or as they are" };
        record(&tx, desk, by, "set_encryption", (format!("organisation {organisation}"), detail)).await?;
    }
    tx.commit().await?;
    Ok(())
}
