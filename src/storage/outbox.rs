use std::collections::BTreeMap;

use entity::outbox::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, Set};
use uuid::Uuid;

use super::bulk;
use super::campaigns;
use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes, locks_rows};

pub use super::claims::{LONGEST_WAIT, claim, give_back, give_back_claim, release_leases};
pub use super::mail_kinds::{End, Kind, Lane};
use crate::domain::household::Index;
use crate::domain::moment::Moment;

/// A mail that is owed.
#[derive(Clone, Debug)]
pub struct Owed {
    pub campaign: i32,
    pub id: Uuid,
    pub kind: Kind,
    pub subject: Option<Uuid>,
    pub number: i16,
    pub sealed: Option<Vec<u8>>,
    pub recipient: Option<Index>,
    pub attempts: i16,
    pub created_at: Moment,
}

/// Names a mail.
pub type Key = (i32, Uuid);

const QUEUED: &str = "queued";

pub(super) fn owed(model: Model) -> Option<Owed> {
    Some(Owed {
        campaign: model.campaign_id,
        id: model.id,
        kind: Kind::parse(&model.kind)?,
        subject: model.subject_id,
        number: model.number,
        sealed: model.sealed,
        recipient: model.recipient_index.and_then(|bytes| bytes.try_into().ok()),
        attempts: model.attempts,
        created_at: Moment(model.created_at),
    })
}

fn active(mail: Owed) -> ActiveModel {
    ActiveModel {
        campaign_id: Set(mail.campaign),
        id: Set(mail.id),
        kind: Set(mail.kind.as_str().to_owned()),
        lane: Set(mail.kind.lane().number()),
        subject_id: Set(mail.subject),
        number: Set(mail.number),
        sealed: Set(mail.sealed),
        recipient_index: Set(mail.recipient.map(|index| index.to_vec())),
        state: Set(QUEUED.to_owned()),
        attempts: Set(0),
        due_at: Set(mail.created_at.0),
        leased_until: Set(0),
        created_at: Set(mail.created_at.0),
        ended_at: Set(None),
    }
}

pub(super) fn queued() -> Expr {
    // Word for word the condition of the index `outbox_due`, so that it serves.
    Expr::cust("state = 'queued'")
}

fn only((campaign, id): Key) -> Expr {
    Column::CampaignId.eq(campaign).and(Column::Id.eq(id))
}

/// The conditions that name these mails, a statement each.
pub(super) fn each(keys: &[Key]) -> Vec<Expr> {
    let mut by_campaign: BTreeMap<i32, Vec<Uuid>> = BTreeMap::new();
    for (campaign, id) in keys {
        by_campaign.entry(*campaign).or_default().push(*id);
    }
    let conditions = by_campaign.into_iter().flat_map(|(campaign, ids)| {
        let some = in_fixed_sizes(ids, MOST_ROWS).into_iter();
        some.map(move |ids| Column::CampaignId.eq(campaign).and(Column::Id.is_in(ids)))
    });
    conditions.collect()
}

/// Queues mails, due at once.
pub async fn insert(db: &impl Connection, mails: Vec<Owed>) -> Result<(), StorageError> {
    let mails = if locks_rows(db) { bulk::insert_mails(db, mails).await? } else { mails };
    for some in in_fixed_sizes(mails, MOST_ROWS) {
        Entity::insert_many(some.into_iter().map(active)).exec_without_returning(db).await?;
    }
    Ok(())
}

/// The record of a mail, as long as it is kept, whatever its campaign, which comes first in the key.
pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Owed>, StorageError> {
    let campaigns = campaigns::list_revisions(db).await?.into_iter().map(|(campaign, _)| campaign);
    let found = Entity::find().filter(Column::CampaignId.is_in(campaigns)).filter(Column::Id.eq(id));
    Ok(found.one(db).await?.and_then(owed))
}

/// Ends mails. What they carried is deleted with them.
pub async fn end(db: &impl Connection, keys: &[Key], end: End, now: Moment) -> Result<(), StorageError> {
    for these in each(keys) {
        Entity::update_many()
            .col_expr(Column::State, Expr::value(end.as_str()))
            .col_expr(Column::EndedAt, Expr::value(now.0))
            .col_expr(Column::Sealed, Expr::value(sea_orm::Value::Bytes(None)))
            .filter(these)
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Takes back a mail of a kind about a row that nobody has begun to send; whether there was one.
pub async fn take_back(
    db: &impl Connection,
    (campaign, subject): Key,
    kind: Kind,
    now: Moment,
) -> Result<bool, StorageError> {
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(End::Void.as_str()))
        .col_expr(Column::EndedAt, Expr::value(now.0))
        .filter(queued())
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::SubjectId.eq(subject))
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::LeasedUntil.lte(now.0))
        .exec(db)
        .await?;
    Ok(done.rows_affected > 0)
}

/// Puts a mail back, to be tried again at `due`.
pub async fn retry(db: &impl Connection, key: Key, due: Moment) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::DueAt, Expr::value(due.0))
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .filter(only(key))
        .exec(db)
        .await?;
    Ok(())
}

/// Puts a mail back that was not tried, to be sent at `due`.
pub async fn postpone(db: &impl Connection, key: Key, due: Moment) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::DueAt, Expr::value(due.0))
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .filter(only(key))
        .exec(db)
        .await?;
    Ok(())
}

/// The sealed ones that still wait: for sealing anew under another key.
pub async fn list_sealed(db: &impl Connection) -> Result<Vec<Owed>, StorageError> {
    let rows = Entity::find().filter(Column::Sealed.is_not_null()).all(db).await?;
    Ok(rows.into_iter().filter_map(owed).collect())
}

pub async fn reseal(db: &impl Connection, key: Key, sealed: Vec<u8>) -> Result<(), StorageError> {
    let update = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    update.filter(only(key)).exec(db).await?;
    Ok(())
}
