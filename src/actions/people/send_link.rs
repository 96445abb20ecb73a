use uuid::Uuid;

use super::correct::signature;
use super::record;
use crate::actions::{ActionError, Desk};
use crate::domain::inquiry::Inquiry;
use crate::storage::outbox::{self, Kind, Owed};

/// Mails the link of their own page to whoever signed, at the address with which they did: so nobody else gets anything.
pub async fn send_link(desk: &Desk<'_>, inquiry: &Inquiry, by: Uuid, row: Uuid) -> Result<(), ActionError> {
    let (signature, _) = signature(desk, inquiry, row).await?;
    let mail = Owed {
        id: desk.id(),
        campaign: signature.campaign,
        kind: Kind::OwnPage,
        subject: Some(row),
        number: 0,
        sealed: None,
        recipient: signature.email_index,
        attempts: 0,
        created_at: desk.now,
    };
    let tx = desk.db.write().await?;
    outbox::insert(&*tx, vec![mail]).await?;
    record(&tx, desk, by, ("send_link", inquiry.id), format!("signature {row}")).await?;
    tx.commit().await?;
    Ok(())
}
