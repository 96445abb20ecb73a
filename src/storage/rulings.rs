use entity::ruling::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::judgement::{Ground, Judgement};
use crate::domain::moment::Moment;
use crate::domain::ruling::{Phase, Ruling};

fn stored(model: Model) -> Option<Ruling> {
    Some(Ruling {
        campaign: model.campaign_id,
        id: model.id,
        judgement: Judgement::parse(&model.judgement)?,
        ground: Ground::parse(&model.ground).unwrap_or(Ground::Other),
        note: model.note,
        condition: model.condition,
        actor: model.actor,
        at: Moment(model.at),
        frozen_at: Moment(model.frozen_at),
        phase: Phase::parse(&model.phase)?,
        cursor: model.cursor,
        expected: model.expected,
        done: model.done,
        passed_over: model.passed_over,
        undone: model.undone,
    })
}

pub async fn insert(db: &impl Connection, ruling: &Ruling) -> Result<(), StorageError> {
    let model = ActiveModel {
        campaign_id: Set(ruling.campaign),
        id: Set(ruling.id),
        judgement: Set(ruling.judgement.as_str().to_owned()),
        ground: Set(ruling.ground.as_str().to_owned()),
        note: Set(ruling.note.clone()),
        condition: Set(ruling.condition.clone()),
        actor: Set(ruling.actor.clone()),
        at: Set(ruling.at.0),
        frozen_at: Set(ruling.frozen_at.0),
        phase: Set(ruling.phase.as_str().to_owned()),
        cursor: Set(ruling.cursor),
        expected: Set(ruling.expected),
        done: Set(ruling.done),
        passed_over: Set(ruling.passed_over),
        undone: Set(ruling.undone),
    };
    Entity::insert(model).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, campaign: i32, id: Uuid) -> Result<Option<Ruling>, StorageError> {
    Ok(Entity::find_by_id((campaign, id)).one(db).await?.and_then(stored))
}

/// The same, kept from others until the transaction ends. It is locked before the count.
pub async fn find_to_change(
    db: &impl Connection,
    campaign: i32,
    id: Uuid,
) -> Result<Option<Ruling>, StorageError> {
    let mut found = Entity::find_by_id((campaign, id));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    Ok(found.one(db).await?.and_then(stored))
}

/// Writes down how far it has come.
pub async fn update(db: &impl Connection, ruling: &Ruling) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Phase, Expr::value(ruling.phase.as_str()))
        .col_expr(Column::Cursor, Expr::value(ruling.cursor))
        .col_expr(Column::Done, Expr::value(ruling.done))
        .col_expr(Column::PassedOver, Expr::value(ruling.passed_over))
        .col_expr(Column::Undone, Expr::value(ruling.undone))
        .filter(Column::CampaignId.eq(ruling.campaign))
        .filter(Column::Id.eq(ruling.id))
        .exec(db)
        .await?;
    Ok(())
}

/// What is under way, oldest first.
pub async fn list_open(db: &impl Connection) -> Result<Vec<Ruling>, StorageError> {
    // The condition of the index `ruling_open`, word for word, so that it serves.
    let open = Entity::find().filter(Expr::cust("phase IN ('running', 'undoing')")).order_by_asc(Column::At);
    Ok(open.all(db).await?.into_iter().filter_map(stored).collect())
}

/// The rulings of a campaign, newest first, before `before`.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    before: Option<Uuid>,
    most: u64,
) -> Result<Vec<Ruling>, StorageError> {
    let mut rows = Entity::find().filter(Column::CampaignId.eq(campaign));
    if let Some(before) = before {
        rows = rows.filter(Column::Id.lt(before));
    }
    let rows = rows.order_by_desc(Column::Id).limit(most).all(db).await?;
    Ok(rows.into_iter().filter_map(stored).collect())
}

/// What was ruled and not undone, as the public is told: judgement, ground, when, of how many.
pub async fn list_figures(
    db: &impl Connection,
    campaign: i32,
) -> Result<Vec<(Judgement, Ground, Moment, i64)>, StorageError> {
    let rows: Vec<(String, String, i64, i64, i64)> = Entity::find()
        .select_only()
        .columns([Column::Judgement, Column::Ground, Column::At, Column::Done, Column::Undone])
        .filter(Column::CampaignId.eq(campaign))
        .into_tuple()
        .all(db)
        .await?;
    let figure = |(judgement, ground, at, done, undone): (String, String, i64, i64, i64)| {
        let ground = Ground::parse(&ground).unwrap_or(Ground::Other);
        Some((Judgement::parse(&judgement)?, ground, Moment(at), done - undone))
    };
    Ok(rows.into_iter().filter_map(figure).collect())
}
