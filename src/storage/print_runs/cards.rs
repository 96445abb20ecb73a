//! The postcards of a run: gathered, moved on together, given back.

use entity::postcard::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Statement};
use uuid::Uuid;

use crate::domain::lang::Lang;
use crate::domain::postcard::State;
use crate::domain::print_run::{PrintRun, Span, Stage};
use crate::storage::db::{Connection, StorageError};

/// How many approved postcards wait, by official and language.
pub struct Waiting {
    pub official: Uuid,
    pub lang: Lang,
    pub cards: i64,
}

/// What of a card is printed.
pub struct Printed {
    pub id: Uuid,
    /// Its place in the run, counted from 1.
    pub place: i32,
    pub design: Uuid,
    pub sender: String,
    /// Empty once who wrote it has left.
    pub sealed: Vec<u8>,
    pub country: String,
}

pub async fn list_waiting(db: &impl Connection, campaign: i32) -> Result<Vec<Waiting>, StorageError> {
    let rows: Vec<(Uuid, String, i64)> = Entity::find()
        .select_only()
        .columns([Column::OfficialId, Column::Lang])
        .column_as(Column::Id.count(), "cards")
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::State.eq(State::Approved.as_str()))
        .group_by(Column::OfficialId)
        .group_by(Column::Lang)
        .order_by_asc(Column::OfficialId)
        .order_by_asc(Column::Lang)
        .into_tuple()
        .all(db)
        .await?;
    let waiting = |(official, lang, cards): (Uuid, String, i64)| {
        Some(Waiting { official, lang: lang.parse().ok()?, cards })
    };
    Ok(rows.into_iter().filter_map(waiting).collect())
}

/// Puts the approved postcards to one official in one language into a run, those that were approved first, at most so many;
/// returns how many that are.
pub async fn gather(db: &impl Connection, run: &PrintRun, most: u32) -> Result<u64, StorageError> {
    let backend = db.get_database_backend();
    let sql = "UPDATE postcard SET run = $1, place = chosen.place, state = 'batched', batched_at = $2 FROM ( \
        SELECT id, row_number() OVER (ORDER BY decided_at, confirmed_at, id) AS place FROM postcard \
        WHERE campaign_id = $3 AND official_id = $4 AND lang = $5 AND state = 'approved' \
        ORDER BY decided_at, confirmed_at, id LIMIT $6 \
        ) AS chosen WHERE postcard.campaign_id = $3 AND postcard.id = chosen.id AND postcard.state = 'approved'";
    let values = [
        run.number.into(),
        run.gathered_at.0.into(),
        run.campaign.into(),
        run.official.into(),
        run.lang.code().into(),
        i64::from(most).into(),
    ];
    let done = db.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    Ok(done.rows_affected())
}

/// Brings the postcards of a run from where they stood to where the run stands; those that have ended stay ended.
pub async fn advance(db: &impl Connection, run: &PrintRun, was: Stage) -> Result<u64, StorageError> {
    let mut change = Entity::update_many()
        .col_expr(Column::State, Expr::value(run.stage.card().as_str()))
        .filter(Column::CampaignId.eq(run.campaign))
        .filter(Column::Run.eq(run.number))
        .filter(Column::State.eq(was.card().as_str()));
    let at = |at: Option<crate::domain::moment::Moment>| Expr::value(at.map(|at| at.0));
    change = match run.stage {
        Stage::Gathered => change,
        Stage::Printed => change.col_expr(Column::PrintedAt, at(run.printed_at)),
        Stage::HandedOver | Stage::Mailed => change.col_expr(Column::SentAt, at(run.sent_at)),
        Stage::Acknowledged => change.col_expr(Column::AcknowledgedAt, at(run.acknowledged_at)),
        Stage::Cancelled => change
            .col_expr(Column::Run, Expr::value(None::<i32>))
            .col_expr(Column::Place, Expr::value(None::<i32>))
            .col_expr(Column::BatchedAt, Expr::value(None::<i64>)),
    };
    Ok(change.exec(db).await?.rows_affected)
}

/// The postcards of a part of a run, in their order.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    run: i32,
    span: Span,
) -> Result<Vec<Printed>, StorageError> {
    type Row = (Uuid, Option<i32>, Uuid, String, Vec<u8>, String);
    let rows: Vec<Row> = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Place,
            Column::DesignId,
            Column::Sender,
            Column::Sealed,
            Column::Country,
        ])
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Run.eq(run))
        .filter(Column::Place.between(i64::from(span.first), i64::from(span.last)))
        .order_by_asc(Column::Place)
        .into_tuple()
        .all(db)
        .await?;
    let card = |(id, place, design, sender, sealed, country): Row| {
        Some(Printed { id, place: place?, design, sender, sealed, country })
    };
    Ok(rows.into_iter().filter_map(card).collect())
}

/// The run that a postcard is in, if it is in one.
pub async fn find_run(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<i32>, StorageError> {
    let run: Option<Option<i32>> =
        Entity::find_by_id((campaign, id)).select_only().column(Column::Run).into_tuple().one(db).await?;
    Ok(run.flatten())
}

/// How many of a run's postcards have lost their writers.
pub async fn count_left(db: &impl Connection, campaign: i32, run: i32) -> Result<i64, StorageError> {
    let count: Option<i64> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "cards")
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Run.eq(run))
        .filter(Expr::cust("length(sealed) = 0").and(Column::Place.is_not_null()))
        .into_tuple()
        .one(db)
        .await?;
    Ok(count.unwrap_or(0))
}

/// How many cards of a run each design has.
pub async fn count_designs(
    db: &impl Connection,
    campaign: i32,
    run: i32,
) -> Result<Vec<(Uuid, i64)>, StorageError> {
    let found = Entity::find()
        .select_only()
        .column(Column::DesignId)
        .column_as(Column::Id.count(), "cards")
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::Run.eq(run))
        .group_by(Column::DesignId)
        .order_by_asc(Column::DesignId);
    Ok(found.into_tuple().all(db).await?)
}
