use entity::outbox::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::household::Index;
use crate::domain::moment::Moment;

/// What a mail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// To a new signatory: one button, one code.
    Confirm,
    /// To someone whose signature is counted already.
    AlreadySigned,
    /// To the owner of an address that someone else may not share.
    AddressTaken,
    /// From the contact form to the organisers.
    Contact,
}

impl Kind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::AlreadySigned => "already_signed",
            Self::AddressTaken => "address_taken",
            Self::Contact => "contact",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Confirm, Self::AlreadySigned, Self::AddressTaken, Self::Contact]
            .into_iter()
            .find(|kind| kind.as_str() == text)
    }
}

/// How a mail ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    Sent,
    /// The mail server will not have it.
    Failed,
    /// The address has had its mails for the day.
    Capped,
    /// The address asked for no more.
    Suppressed,
    /// What it was about is gone.
    Void,
}

impl End {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Capped => "capped",
            Self::Suppressed => "suppressed",
            Self::Void => "void",
        }
    }
}

/// A mail that is owed.
#[derive(Clone, Debug)]
pub struct Owed {
    pub id: Uuid,
    pub campaign: i32,
    pub kind: Kind,
    pub subject: Option<Uuid>,
    pub number: i16,
    pub sealed: Option<Vec<u8>>,
    pub recipient: Option<Index>,
    pub attempts: i16,
    pub created_at: Moment,
}

const QUEUED: &str = "queued";

fn owed(model: Model) -> Option<Owed> {
    Some(Owed {
        id: model.id,
        campaign: model.campaign_id,
        kind: Kind::parse(&model.kind)?,
        subject: model.subject_id,
        number: model.number,
        sealed: model.sealed,
        recipient: model.recipient_index.and_then(|bytes| bytes.try_into().ok()),
        attempts: model.attempts,
        created_at: Moment(model.created_at),
    })
}

/// Queues mails, due at once.
pub async fn insert(db: &impl Connection, mails: Vec<Owed>) -> Result<(), StorageError> {
    if mails.is_empty() {
        return Ok(());
    }
    let rows = mails.into_iter().map(|mail| ActiveModel {
        id: Set(mail.id),
        campaign_id: Set(mail.campaign),
        kind: Set(mail.kind.as_str().to_owned()),
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
    });
    Entity::insert_many(rows).exec_without_returning(db).await?;
    Ok(())
}

/// Takes up to `most` mails that are due, oldest first, for one worker until `lease` has passed.
pub async fn claim(
    db: &impl Connection,
    now: Moment,
    lease: Moment,
    most: u64,
) -> Result<Vec<Owed>, StorageError> {
    let mut due = Entity::find()
        .filter(Expr::cust("state = 'queued'"))
        .filter(Column::DueAt.lte(now.0))
        .filter(Column::LeasedUntil.lte(now.0))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .limit(most);
    if locks_rows(db) {
        due = due.lock_with_behavior(
            sea_orm::sea_query::LockType::Update,
            sea_orm::sea_query::LockBehavior::SkipLocked,
        );
    }
    let rows = due.all(db).await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(lease.0))
        .filter(Column::Id.is_in(rows.iter().map(|row| row.id)))
        .exec(db)
        .await?;
    Ok(rows.into_iter().filter_map(owed).collect())
}

/// Gives back what a worker held when it was cut off. Only where there can be no other worker.
pub async fn release_leases(db: &impl Connection) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .filter(Expr::cust("state = 'queued'"))
        .filter(Column::LeasedUntil.gt(0))
        .exec(db)
        .await?;
    Ok(())
}

/// How many mails went to these addresses since `since`, one entry a mail.
pub async fn list_recipients_since(
    db: &impl Connection,
    recipients: Vec<Index>,
    since: Moment,
) -> Result<Vec<Index>, StorageError> {
    let rows: Vec<Vec<u8>> = Entity::find()
        .select_only()
        .column(Column::RecipientIndex)
        .filter(Column::RecipientIndex.is_in(recipients.into_iter().map(|index| index.to_vec())))
        .filter(Column::CreatedAt.gt(since.0))
        .filter(Column::State.eq(End::Sent.as_str()))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|bytes| bytes.try_into().ok()).collect())
}

/// How many mails an address has had, or will have, of those queued since `since`.
pub async fn count_since(db: &impl Connection, recipient: Index, since: Moment) -> Result<i64, StorageError> {
    let count: Option<i64> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "mails")
        .filter(Column::RecipientIndex.eq(recipient.to_vec()))
        .filter(Column::CreatedAt.gt(since.0))
        .filter(Column::State.is_in([QUEUED, End::Sent.as_str()]))
        .into_tuple()
        .one(db)
        .await?;
    Ok(count.unwrap_or(0))
}

/// Ends a mail. What it carried is deleted with it.
pub async fn end(db: &impl Connection, id: Uuid, end: End, now: Moment) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(end.as_str()))
        .col_expr(Column::EndedAt, Expr::value(now.0))
        .col_expr(Column::Sealed, Expr::value(sea_orm::Value::Bytes(None)))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// Puts a mail back, to be tried again at `due`.
pub async fn retry(db: &impl Connection, id: Uuid, due: Moment) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::DueAt, Expr::value(due.0))
        .col_expr(Column::LeasedUntil, Expr::value(0))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await?;
    Ok(())
}

/// How many mails wait, due or not.
pub async fn count_queued(db: &impl Connection) -> Result<i64, StorageError> {
    let count: Option<i64> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "waiting")
        .filter(Expr::cust("state = 'queued'"))
        .into_tuple()
        .one(db)
        .await?;
    Ok(count.unwrap_or(0))
}

/// Deletes the records of mails that ended before `before`; returns how many.
pub async fn purge_ended(db: &impl Connection, before: Moment) -> Result<u64, StorageError> {
    Ok(Entity::delete_many().filter(Column::EndedAt.lt(before.0)).exec(db).await?.rows_affected)
}

/// The sealed ones that still wait: for sealing anew under another key.
pub async fn list_sealed(db: &impl Connection) -> Result<Vec<Owed>, StorageError> {
    let rows = Entity::find().filter(Column::Sealed.is_not_null()).all(db).await?;
    Ok(rows.into_iter().filter_map(owed).collect())
}

pub async fn reseal(db: &impl Connection, id: Uuid, sealed: Vec<u8>) -> Result<(), StorageError> {
    let update = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    update.filter(Column::Id.eq(id)).exec(db).await?;
    Ok(())
}
