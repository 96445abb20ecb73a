use uuid::Uuid;

use crate::actions::Desk;
use crate::domain::email::EmailAddress;
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::{StorageError, Transaction};

/// Mails to those who work here belong to no campaign.
const NO_CAMPAIGN: i32 = 0;

/// Queues a mail about a row; its words and its reader are found when it is sent. None where there is no address to count it for.
pub(super) async fn owe(
    desk: &Desk<'_>,
    tx: &Transaction,
    (kind, subject): (Kind, Uuid),
    to: Option<&EmailAddress>,
) -> Result<(), StorageError> {
    let mail = Owed {
        id: desk.id(),
        campaign: NO_CAMPAIGN,
        kind,
        subject: Some(subject),
        number: 0,
        sealed: None,
        recipient: to.map(|email| super::index(desk, email)),
        attempts: 0,
        created_at: desk.now,
    };
    outbox::insert(&**tx, vec![mail]).await
}
