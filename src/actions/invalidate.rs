use uuid::Uuid;

use super::review::{Order, judge::judge};
use super::{ActionError, Desk};
use crate::domain::judgement::{Ground, Judgement};

/// Strikes a signature out from the command line, with a reason that is kept in the audit log.
pub async fn invalidate(
    desk: &Desk<'_>,
    campaign: i32,
    id: Uuid,
    actor: &str,
    reason: &str,
) -> Result<(), ActionError> {
    let order =
        Order { campaign, judgement: Judgement::Invalidate, ground: Ground::Other, note: reason, actor };
    judge(desk, order, id, None).await.map(|_| ())
}
