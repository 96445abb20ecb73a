use uuid::Uuid;

use super::{ActionError, Desk, sign};
use crate::domain::signature::State;
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::{Transaction, repeats, signatures};

/// Sends once more the mail that a waiting page speaks of, within the limits, which stay silent: whoever waits sees the
/// same for a new and a repeated signature.
pub async fn resend(desk: &Desk<'_>, campaign: i32, waiting: Uuid) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let mail = match signatures::find_to_change(&*tx, campaign, waiting).await? {
        Some(signature) if signature.state == State::Pending => {
            sign::ask_again(&*tx, desk, campaign, waiting).await?
        }
        Some(_) => None,
        None => resend_repeat(&tx, desk, campaign, waiting).await?,
    };
    outbox::insert(&*tx, mail.into_iter().collect()).await?;
    tx.commit().await?;
    Ok(())
}

async fn resend_repeat(
    tx: &Transaction,
    desk: &Desk<'_>,
    campaign: i32,
    waiting: Uuid,
) -> Result<Option<Owed>, ActionError> {
    let repeat = repeats::find(&**tx, campaign, waiting).await?.ok_or(ActionError::Gone)?;
    let holder = signatures::find_to_change(&**tx, campaign, repeat.signature).await?;
    let Some(holder) = holder.filter(|holder| holder.state.stands()) else { return Ok(None) };
    if repeat.own && holder.state == State::Pending {
        return Ok(sign::ask_again(&**tx, desk, campaign, holder.id).await?);
    }
    Ok(Some(Owed {
        id: desk.id(),
        campaign,
        kind: if repeat.own { Kind::AlreadySigned } else { Kind::AddressTaken },
        subject: Some(waiting),
        number: 0,
        sealed: None,
        recipient: holder.email_index,
        attempts: 0,
        created_at: desk.now,
    }))
}
