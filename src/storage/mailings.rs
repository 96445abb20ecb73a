//! The sending of updates, and its mails in the outbox.

use entity::mailing::{ActiveModel, Column, Entity, Model};
use entity::outbox;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};

use super::db::{Connection, MOST_ROWS, StorageError, in_fixed_sizes, locks_rows};
use super::outbox::{End, Key, Lane};
use crate::domain::mailing::{Mailing, State};
use crate::domain::moment::Moment;

fn stored(model: Model) -> Result<Mailing, StorageError> {
    let state = State::parse(&model.state).ok_or_else(|| DbErr::Custom("a mailing: unknown state".into()))?;
    Ok(Mailing {
        campaign: model.campaign_id,
        number: model.number,
        state,
        reached: model.reached.try_into().ok(),
        is_listed: model.is_listed,
        expected: model.expected,
        queued: model.queued,
        sent: model.sent,
        failed: model.failed,
        skipped: model.skipped,
        started_at: Moment(model.started_at),
        ended_at: model.ended_at.map(Moment),
    })
}

fn only(campaign: i32, number: i16) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Number.eq(number))
}

/// Begins the sending of an update.
pub async fn insert(
    db: &impl Connection,
    (campaign, number): (i32, i16),
    expected: i64,
    now: Moment,
) -> Result<(), StorageError> {
    let model = ActiveModel {
        campaign_id: Set(campaign),
        number: Set(number),
        state: Set(State::Running.as_str().to_owned()),
        reached: Set(Vec::new()),
        is_listed: Set(false),
        expected: Set(expected),
        queued: Set(0),
        sent: Set(0),
        failed: Set(0),
        skipped: Set(0),
        started_at: Set(now.0),
        ended_at: Set(None),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, campaign: i32, number: i16) -> Result<Option<Mailing>, StorageError> {
    Entity::find_by_id((campaign, number)).one(db).await?.map(stored).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(
    db: &impl Connection,
    campaign: i32,
    number: i16,
) -> Result<Option<Mailing>, StorageError> {
    let mut found = Entity::find_by_id((campaign, number));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(stored).transpose()
}

/// Those of a campaign, newest update first.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<Mailing>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).order_by_desc(Column::Number);
    found.all(db).await?.into_iter().map(stored).collect()
}

/// Those that run, longest first.
pub async fn list_running(db: &impl Connection) -> Result<Vec<Mailing>, StorageError> {
    let found = Entity::find().filter(Column::State.eq(State::Running.as_str()));
    let found = found.order_by_asc(Column::StartedAt).order_by_asc(Column::CampaignId);
    found.all(db).await?.into_iter().map(stored).collect()
}

/// Those that are paused and have mails that wait all the same: they were under way when it was paused.
pub async fn list_paused(db: &impl Connection) -> Result<Vec<Mailing>, StorageError> {
    let found = Entity::find().filter(Column::State.eq(State::Paused.as_str())).all(db).await?;
    let mut stray = Vec::new();
    for mailing in found.into_iter().map(stored) {
        let mailing = mailing?;
        let these = waiting(mailing.campaign, mailing.number, QUEUED);
        if outbox::Entity::find().filter(these).count(db).await? > 0 {
            stray.push(mailing);
        }
    }
    Ok(stray)
}

/// Those of which not every recipient has been looked at.
pub async fn list_unlisted(db: &impl Connection) -> Result<Vec<Mailing>, StorageError> {
    let goes_on = [State::Running.as_str(), State::Paused.as_str()];
    let found = Entity::find().filter(Column::State.is_in(goes_on)).filter(Column::IsListed.eq(false));
    found.all(db).await?.into_iter().map(stored).collect()
}

/// Writes down how far the recipients have been looked at, and how many mails that made.
pub async fn reach(db: &impl Connection, mailing: &Mailing) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(
            Column::Reached,
            Expr::value(mailing.reached.map(|index| index.to_vec()).unwrap_or_default()),
        )
        .col_expr(Column::IsListed, Expr::value(mailing.is_listed))
        .col_expr(Column::Queued, Expr::value(mailing.queued))
        .filter(only(mailing.campaign, mailing.number))
        .exec(db)
        .await?;
    Ok(())
}

pub async fn set_state(
    db: &impl Connection,
    (campaign, number): (i32, i16),
    state: State,
    ended_at: Option<Moment>,
) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::State, Expr::value(state.as_str()))
        .col_expr(Column::EndedAt, Expr::value(ended_at.map(|at| at.0)))
        .filter(only(campaign, number))
        .exec(db)
        .await?;
    Ok(())
}

/// The mails of an update that wait. Word for word the conditions of the index `outbox_due`, so that it serves.
fn waiting(campaign: i32, number: i16, state: &str) -> Condition {
    Condition::all()
        .add(Expr::cust(format!("state = '{state}'")))
        .add(outbox::Column::Lane.eq(Lane::Updates.number()))
        .add(outbox::Column::CampaignId.eq(campaign))
        .add(outbox::Column::Number.eq(number))
}

const QUEUED: &str = "queued";
const HELD: &str = "held";

/// How many mails of all updates wait to be sent.
pub async fn count_waiting(db: &impl Connection) -> Result<u64, StorageError> {
    let waiting = outbox::Entity::find()
        .filter(Expr::cust(format!("state = '{QUEUED}'")))
        .filter(outbox::Column::Lane.eq(Lane::Updates.number()));
    Ok(waiting.count(db).await?)
}

/// Keeps back the mails of an update that wait, but for those under way.
pub async fn hold(
    db: &impl Connection,
    (campaign, number): (i32, i16),
    now: Moment,
) -> Result<(), StorageError> {
    outbox::Entity::update_many()
        .col_expr(outbox::Column::State, Expr::value(HELD))
        .filter(waiting(campaign, number, QUEUED))
        .filter(outbox::Column::LeasedUntil.lte(now.0))
        .exec(db)
        .await?;
    Ok(())
}

/// Lets go what was kept back, due at once.
pub async fn let_go(
    db: &impl Connection,
    (campaign, number): (i32, i16),
    now: Moment,
) -> Result<(), StorageError> {
    outbox::Entity::update_many()
        .col_expr(outbox::Column::State, Expr::value(QUEUED))
        .col_expr(outbox::Column::DueAt, Expr::value(now.0))
        .col_expr(outbox::Column::LeasedUntil, Expr::value(0))
        .filter(waiting(campaign, number, HELD))
        .exec(db)
        .await?;
    Ok(())
}

/// Ends the mails of an update that have not left, but for those under way.
pub async fn void(
    db: &impl Connection,
    (campaign, number): (i32, i16),
    now: Moment,
) -> Result<(), StorageError> {
    for state in [QUEUED, HELD] {
        outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::value(End::Void.as_str()))
            .col_expr(outbox::Column::EndedAt, Expr::value(now.0))
            .filter(waiting(campaign, number, state))
            .filter(outbox::Column::LeasedUntil.lte(now.0))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Ends mails of an update and counts those that had not ended before.
pub async fn end(
    db: &impl Connection,
    (campaign, number): (i32, i16),
    keys: &[Key],
    end: End,
    now: Moment,
) -> Result<(), StorageError> {
    let mut ended = 0;
    for some in in_fixed_sizes(keys.iter().map(|(_, id)| *id).collect(), MOST_ROWS) {
        let done = outbox::Entity::update_many()
            .col_expr(outbox::Column::State, Expr::value(end.as_str()))
            .col_expr(outbox::Column::EndedAt, Expr::value(now.0))
            .filter(outbox::Column::CampaignId.eq(campaign).and(outbox::Column::Id.is_in(some)))
            .filter(outbox::Column::EndedAt.is_null())
            .exec(db)
            .await?;
        ended += i64::try_from(done.rows_affected).unwrap_or(i64::MAX);
    }
    let column = match end {
        End::Sent => Column::Sent,
        End::Failed => Column::Failed,
        End::Capped | End::Suppressed | End::Void => Column::Skipped,
    };
    Entity::update_many()
        .col_expr(column, Expr::col(column).add(ended))
        .filter(only(campaign, number))
        .exec(db)
        .await?;
    Ok(())
}
