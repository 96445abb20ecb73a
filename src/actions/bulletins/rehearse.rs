use super::{BulletinError, On, record};
use crate::actions::Desk;
use crate::storage::bulletins;
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::rehearsals::{self, Rehearsal};

/// Sends the draft to whoever asks, in a mail for each language in which it is whole; returns how many that are.
pub async fn rehearse(desk: &Desk<'_>, on: On) -> Result<usize, BulletinError> {
    let account = on.by.ok_or(BulletinError::Unknown)?;
    let tx = desk.db.write().await?;
    let bulletin = bulletins::find(&*tx, on.campaign, on.number).await?.ok_or(BulletinError::Unknown)?;
    let mut mails = Vec::new();
    for tag in bulletin.draft.tags() {
        let id = desk.id();
        let (campaign, number) = (on.campaign, on.number);
        let rehearsal = Rehearsal { id, campaign, number, account, tag: tag.to_owned() };
        rehearsals::insert(&*tx, rehearsal, desk.now).await?;
        mails.push(Owed {
            id: desk.id(),
            campaign,
            kind: Kind::Rehearsal,
            subject: Some(id),
            number,
            sealed: None,
            recipient: None,
            attempts: 0,
            created_at: desk.now,
        });
    }
    let count = mails.len();
    if count == 0 {
        return Err(BulletinError::NotWhole);
    }
    outbox::insert(&*tx, mails).await?;
    record(&tx, desk, on, "rehearse_update", String::new()).await?;
    tx.commit().await?;
    Ok(count)
}
