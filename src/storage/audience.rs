//! Who gets updates: those who asked for them and have confirmed. Taken in the order of their addresses, by the index that
//! keeps the duplicate rule, so that an address is passed once and nothing has to be remembered of those before.

use std::collections::BTreeSet;

use entity::signature::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::db::{Connection, StorageError};
use crate::domain::household::Index;
use crate::domain::moment::Moment;
use crate::domain::signature::State;

/// How many rows are looked at by one step. An address has two at the most, so a step always goes on.
const STEP: u64 = 512;

/// Some who get an update, one for each address, and how far that went.
#[derive(Debug)]
pub struct Page {
    pub recipients: Vec<(Index, Uuid)>,
    /// The last address looked at; none where there was none left.
    pub reached: Option<Index>,
    pub is_last: bool,
}

/// Id, address, state, since when they want updates, and when their mail came back.
type Looked = (Uuid, Vec<u8>, String, Option<i64>, Option<i64>);

/// The next who get an update that was begun at a moment: who asked for it later is not among them.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    after: Option<Index>,
    begun: Moment,
) -> Result<Page, StorageError> {
    let mut rows = Entity::find()
        .select_only()
        .columns([Column::Id, Column::EmailIndex, Column::State, Column::UpdatesSince, Column::BouncedAt])
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::EmailIndex.is_not_null());
    if let Some(after) = after {
        rows = rows.filter(Column::EmailIndex.gt(after.to_vec()));
    }
    let rows = rows.order_by_asc(Column::EmailIndex).order_by_asc(Column::Slot).limit(STEP);
    let rows: Vec<Looked> = rows.into_tuple().all(db).await?;
    let is_last = (rows.len() as u64) < STEP;
    // The second of a household may stand on the next page: then its first is looked at there as well.
    let cut = rows.last().filter(|_| !is_last).map(|(_, address, ..)| address.clone());
    let mut page = Page { recipients: Vec::new(), reached: None, is_last };
    let mut taken = BTreeSet::new();
    for (id, address, state, since, bounced) in rows {
        let Ok(address) = Index::try_from(address) else { continue };
        if cut.as_deref() == Some(&address[..]) {
            break;
        }
        page.reached = Some(address);
        let wants = since.is_some_and(|since| since <= begun.0) && bounced.is_none();
        if wants && state == State::Confirmed.as_str() && taken.insert(address) {
            page.recipients.push((address, id));
        }
    }
    Ok(page)
}

/// How many addresses would get an update now.
pub async fn count(db: &impl Connection, campaign: i32) -> Result<i64, StorageError> {
    let count: Option<i64> = Entity::find()
        .select_only()
        .column_as(Expr::col(Column::EmailIndex).count_distinct(), "addresses")
        .filter(wanting(campaign))
        .into_tuple()
        .one(db)
        .await?;
    Ok(count.unwrap_or(0))
}

fn wanting(campaign: i32) -> Condition {
    Condition::all()
        .add(Column::CampaignId.eq(campaign))
        .add(Column::State.eq(State::Confirmed.as_str()))
        .add(Column::UpdatesSince.is_not_null())
        .add(Column::EmailIndex.is_not_null())
        .add(Column::BouncedAt.is_null())
}

/// Whether a signature still gets updates.
pub async fn wants(db: &impl Connection, campaign: i32, id: Uuid) -> Result<bool, StorageError> {
    let found =
        Entity::find().select_only().column(Column::Id).filter(wanting(campaign)).filter(Column::Id.eq(id));
    let found: Option<Uuid> = found.into_tuple().one(db).await?;
    Ok(found.is_some())
}
