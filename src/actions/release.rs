use uuid::Uuid;

use super::review::{Order, judge::judge};
use super::{ActionError, Desk};
use crate::domain::judgement::{Ground, Judgement};

/// Releases a held signature from the command line: it counts from now on.
pub async fn release(desk: &Desk<'_>, campaign: i32, id: Uuid, actor: &str) -> Result<(), ActionError> {
    let order = Order { campaign, judgement: Judgement::Release, ground: Ground::Sound, note: "", actor };
    judge(desk, order, id, None).await.map(|_| ())
}
