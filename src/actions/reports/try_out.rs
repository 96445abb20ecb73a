use uuid::Uuid;

use super::{On, ReportError, gather, hold, record};
use crate::actions::{AGAIN, Desk};
use crate::domain::account::Organisation;
use crate::domain::campaign::Campaign;
use crate::domain::report::{Report, State};
use crate::settings::Operator;
use crate::storage::outbox::{self, Kind, Owed};
use crate::storage::reports::{self, tries};

/// Sends the report as it is now to whoever asks, and to nobody else. Counting a large campaign takes a while, which mail does not
/// wait for: so it is done here.
pub async fn try_out(
    desk: &Desk<'_>,
    of: (&Campaign, &Organisation, &Operator),
    on: On<'_>,
    account: Uuid,
) -> Result<(), ReportError> {
    let one = reports::find(desk.db.read(), on.of).await?.ok_or(ReportError::Unknown)?;
    if one.state == State::Ended {
        return Err(ReportError::MovedOn);
    }
    // Whoever is to approve that it tells what people wrote reads that first.
    let as_approved = Report { approved_by: Some(account), ..one };
    let facts = gather(desk, of, &as_approved, desk.now).await?.ok_or(ReportError::NoAddressee)?;
    let tx = desk.db.write().await?;
    // Pressed twice, it is one mail: of two at once, one waits here.
    hold(&tx, on).await?;
    if tries::is_asked_since(&*tx, on.of, account, desk.now - AGAIN).await? {
        return Ok(());
    }
    let new = tries::Try { id: desk.id(), of: on.of, account, facts, created_at: desk.now };
    tries::insert(&*tx, &new).await?;
    let mail = Owed {
        id: desk.id(),
        campaign: on.of.0,
        kind: Kind::ReportTry,
        subject: Some(new.id),
        number: 0,
        sealed: None,
        recipient: None,
        attempts: 0,
        created_at: desk.now,
    };
    outbox::insert(&*tx, vec![mail]).await?;
    record(&tx, desk, on, "try_report", String::new()).await?;
    tx.commit().await?;
    Ok(())
}
