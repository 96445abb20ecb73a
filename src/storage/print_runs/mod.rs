//! Print runs, the postcards in them, and the files made of them.

pub mod cards;
pub mod printings;

use entity::print_run::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::moment::Moment;
use crate::domain::print_run::{PrintRun, Stage};

fn wrong(what: &str) -> StorageError {
    DbErr::Custom(format!("a print run: {what}")).into()
}

fn stored(model: Model) -> Result<PrintRun, StorageError> {
    Ok(PrintRun {
        campaign: model.campaign_id,
        number: model.number,
        official: model.official_id,
        lang: model.lang.parse().map_err(|()| wrong("unknown language"))?,
        addressee: serde_json::from_str(&model.addressee).map_err(|_| wrong("unreadable address"))?,
        at_the_house: model.at_the_house,
        elections: model.elections,
        cards: u32::try_from(model.cards).map_err(|_| wrong("fewer cards than none"))?,
        stage: Stage::parse(&model.stage).ok_or_else(|| wrong("unknown stage"))?,
        note: model.note,
        gathered_at: Moment(model.gathered_at),
        printed_at: model.printed_at.map(Moment),
        sent_at: model.sent_at.map(Moment),
        acknowledged_at: model.acknowledged_at.map(Moment),
        cancelled_at: model.cancelled_at.map(Moment),
    })
}

pub async fn insert(db: &impl Connection, run: &PrintRun) -> Result<(), StorageError> {
    let row = ActiveModel {
        campaign_id: Set(run.campaign),
        number: Set(run.number),
        official_id: Set(run.official),
        lang: Set(run.lang.code().to_owned()),
        addressee: Set(serde_json::to_string(&run.addressee).map_err(|_| wrong("address"))?),
        at_the_house: Set(run.at_the_house),
        elections: Set(run.elections),
        cards: Set(i32::try_from(run.cards).map_err(|_| wrong("too many cards"))?),
        stage: Set(run.stage.as_str().to_owned()),
        note: Set(run.note.clone()),
        gathered_at: Set(run.gathered_at.0),
        printed_at: Set(None),
        sent_at: Set(None),
        acknowledged_at: Set(None),
        cancelled_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

pub async fn find(
    db: &impl Connection,
    campaign: i32,
    number: i32,
) -> Result<Option<PrintRun>, StorageError> {
    Entity::find_by_id((campaign, number)).one(db).await?.map(stored).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(
    db: &impl Connection,
    campaign: i32,
    number: i32,
) -> Result<Option<PrintRun>, StorageError> {
    let mut found = Entity::find_by_id((campaign, number));
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    found.one(db).await?.map(stored).transpose()
}

/// Those of a campaign below a number, newest first.
pub async fn list(
    db: &impl Connection,
    campaign: i32,
    before: Option<i32>,
    most: u64,
) -> Result<Vec<PrintRun>, StorageError> {
    let mut found = Entity::find().filter(Column::CampaignId.eq(campaign));
    if let Some(before) = before {
        found = found.filter(Column::Number.lt(before));
    }
    let found = found.order_by_desc(Column::Number).limit(most);
    found.all(db).await?.into_iter().map(stored).collect()
}

/// Writes down where a run stands.
pub async fn save_stage(db: &impl Connection, run: &PrintRun) -> Result<(), StorageError> {
    let moment = |at: Option<Moment>| Expr::value(at.map(|at| at.0));
    Entity::update_many()
        .col_expr(Column::Stage, Expr::value(run.stage.as_str()))
        .col_expr(Column::Note, Expr::value(run.note.as_str()))
        .col_expr(Column::PrintedAt, moment(run.printed_at))
        .col_expr(Column::SentAt, moment(run.sent_at))
        .col_expr(Column::AcknowledgedAt, moment(run.acknowledged_at))
        .col_expr(Column::CancelledAt, moment(run.cancelled_at))
        .filter(Column::CampaignId.eq(run.campaign))
        .filter(Column::Number.eq(run.number))
        .exec(db)
        .await?;
    Ok(())
}
