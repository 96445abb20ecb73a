//! How many mails an address has had of late, whatever they were about.

use entity::outbox::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes};
use super::outbox::End;
use crate::domain::household::Index;
use crate::domain::moment::{DAY, Moment};

/// Queued in the day after `since`, by clocks that may differ; not before the clock was set back.
fn lately(since: Moment) -> Expr {
    Column::CreatedAt.gt(since.0).and(Column::CreatedAt.lt((since + DAY * 2).0))
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
            .filter(Column::State.eq(End::Sent.as_str()))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(rows.into_iter().filter_map(|bytes| Index::try_from(bytes).ok()));
    }
    Ok(found)
}

/// How many mails an address has had, or will have, of those queued since `since`.
pub async fn count_since(db: &impl Connection, recipient: Index, since: Moment) -> Result<i64, StorageError> {
    let count: Option<i64> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "mails")
        .filter(Column::RecipientIndex.eq(recipient.to_vec()))
        .filter(lately(since))
        .filter(Column::State.is_in(["queued", End::Sent.as_str()]))
        .into_tuple()
        .one(db)
        .await?;
    Ok(count.unwrap_or(0))
}
