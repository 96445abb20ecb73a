//! How many mails an address has had of late, whatever they were about.

use entity::outbox::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes};
use super::outbox::End;
use crate::domain::household::Index;
use crate::domain::moment::{DAY, Moment};

/// Queued in the day after `since`, by clocks that may differ; not before the clock was set back.
fn lately(since: Moment) -> Expr {
    Column::CreatedAt.gt(since.0).and(Column::CreatedAt.lt((since + DAY * 2).0))
}

/// Written out rather than bound: only then does the planner know that the index of sent mails serves.
fn was_sent() -> Expr {
    Expr::col((Entity, Column::State)).eq(Expr::cust(format!("'{}'", End::Sent.as_str())))
}

/// How many mails went to these addresses since `since`, one entry a mail.
pub async fn list_since(
    db: &impl Connection,
    recipients: Vec<Index>,
    since: Moment,
) -> Result<Vec<Index>, StorageError> {
    let mut found = Vec::new();
    for some in in_fixed_sizes(recipients, MOST_ROWS) {
        let rows: Vec<Vec<u8>> = Entity::find()
            .select_only()
            .column(Column::RecipientIndex)
            .filter(Column::RecipientIndex.is_in(some.into_iter().map(|index| index.to_vec())))
            .filter(lately(since))
            .filter(was_sent())
            .into_tuple()
            .all(db)
            .await?;
        found.extend(rows.into_iter().filter_map(|bytes| Index::try_from(bytes).ok()));
    }
    Ok(found)
}

/// How many mails an address has had of those queued since `since`, or will have: of first mails only that of this
/// signature is looked for.
pub async fn count_since(
    db: &impl Connection,
    (campaign, signature): (i32, Uuid),
    recipient: Index,
    since: Moment,
) -> Result<i64, StorageError> {
    let to_it = Column::RecipientIndex.eq(recipient.to_vec());
    let sent = count(db, to_it.clone().and(lately(since)).and(was_sent())).await?;
    let again = Expr::cust("state = 'queued' AND number <> 1");
    let again = count(db, to_it.and(lately(since)).and(again)).await?;
    let first = Column::CampaignId.eq(campaign).and(Column::Id.eq(signature));
    let first = count(db, first.and(Expr::cust("state = 'queued'"))).await?;
    Ok(sent + again + first)
}

async fn count(db: &impl Connection, which: Expr) -> Result<i64, StorageError> {
    let count: Option<i64> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "mails")
        .filter(which)
        .into_tuple()
        .one(db)
        .await?;
    Ok(count.unwrap_or(0))
}
