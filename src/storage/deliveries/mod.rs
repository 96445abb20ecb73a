//! Deliveries: what is in each, who approved it, and the packages made of them.

pub mod approvals;
pub mod census;
pub mod envelopes;
pub mod files;
pub mod freeze;
pub mod handovers;
pub mod lines;
pub mod packages;
pub mod papers;
pub mod steps;

use entity::delivery::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::delivery::manifest::Counts;
use crate::domain::delivery::{Delivery, Scope, Stage};
use crate::domain::disclosure::Disclosure;
use crate::domain::moment::Moment;

/// A delivery by its campaign and its number.
pub type Of = (i32, i32);

fn wrong(what: &str) -> StorageError {
    DbErr::Custom(format!("a delivery: {what}")).into()
}

fn stored(model: Model) -> Result<Delivery, StorageError> {
    let counts = match &*model.counts {
        "" => Ok(Counts::default()),
        counts => serde_json::from_str(counts),
    };
    Ok(Delivery {
        campaign: model.campaign_id,
        number: model.number,
        to: serde_json::from_str(&model.addressee).map_err(|_| wrong("unreadable addressee"))?,
        disclosure: Disclosure::parse(&model.disclosure).ok_or_else(|| wrong("unknown disclosure"))?,
        scope: Scope::parse(&model.scope).ok_or_else(|| wrong("unknown scope"))?,
        planned_on: model.planned_on,
        stage: Stage::parse(&model.stage).ok_or_else(|| wrong("unknown stage"))?,
        cut_off: model.cut_off.map(Moment),
        lines: model.lines,
        counts: counts.map_err(|_| wrong("unreadable counts"))?,
        made_by: model.made_by,
        created_at: Moment(model.created_at),
        changed_at: Moment(model.changed_at),
        told: model.told,
    })
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|_| wrong("not written"))
}

pub async fn insert(db: &impl Connection, one: &Delivery) -> Result<(), StorageError> {
    let row = ActiveModel {
        campaign_id: Set(one.campaign),
        number: Set(one.number),
        addressee_key: Set(one.to.key.clone()),
        addressee: Set(json(&one.to)?),
        disclosure: Set(one.disclosure.as_str().to_owned()),
        scope: Set(one.scope.as_str().to_owned()),
        planned_on: Set(one.planned_on.clone()),
        stage: Set(one.stage.as_str().to_owned()),
        cut_off: Set(one.cut_off.map(|at| at.0)),
        lines: Set(one.lines),
        counts: Set(String::new()),
        made_by: Set(one.made_by),
        created_at: Set(one.created_at.0),
        changed_at: Set(one.changed_at.0),
        told: Set(None),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

fn this((campaign, number): Of) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Number.eq(number))
}

/// Writes down what freezing made of it, and where it stands.
pub async fn save(db: &impl Connection, one: &Delivery) -> Result<(), StorageError> {
    Entity::update_many()
        .col_expr(Column::Addressee, Expr::value(json(&one.to)?))
        .col_expr(Column::Disclosure, Expr::value(one.disclosure.as_str()))
        .col_expr(Column::Stage, Expr::value(one.stage.as_str()))
        .col_expr(Column::CutOff, Expr::value(one.cut_off.map(|at| at.0)))
        .col_expr(Column::Lines, Expr::value(one.lines))
        .col_expr(Column::Counts, Expr::value(json(&one.counts)?))
        .col_expr(Column::ChangedAt, Expr::value(one.changed_at.0))
        .filter(this((one.campaign, one.number)))
        .exec(db)
        .await?;
    Ok(())
}

/// Supporters are told of it by this update.
pub async fn set_told(db: &impl Connection, of: Of, update: i16) -> Result<(), StorageError> {
    let told = Entity::update_many().col_expr(Column::Told, Expr::value(update));
    told.filter(this(of)).exec(db).await?;
    Ok(())
}

/// Supporters are told of nothing by this update: it is no more.
pub async fn clear_told(db: &impl Connection, campaign: i32, update: i16) -> Result<(), StorageError> {
    let untold = Entity::update_many().col_expr(Column::Told, Expr::value(None::<i16>));
    untold.filter(Column::CampaignId.eq(campaign)).filter(Column::Told.eq(update)).exec(db).await?;
    Ok(())
}

/// Those of which supporters are told by this update, oldest first.
pub async fn list_told(
    db: &impl Connection,
    campaign: i32,
    update: i16,
) -> Result<Vec<Delivery>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Told.eq(update));
    found.order_by_asc(Column::Number).all(db).await?.into_iter().map(stored).collect()
}

pub async fn find(db: &impl Connection, of: Of) -> Result<Option<Delivery>, StorageError> {
    Entity::find_by_id(of).one(db).await?.map(stored).transpose()
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, of: Of) -> Result<Option<Delivery>, StorageError> {
    let mut found = Entity::find_by_id(of);
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
) -> Result<Vec<Delivery>, StorageError> {
    let mut found = Entity::find().filter(Column::CampaignId.eq(campaign));
    if let Some(before) = before {
        found = found.filter(Column::Number.lt(before));
    }
    let found = found.order_by_desc(Column::Number).limit(most);
    found.all(db).await?.into_iter().map(stored).collect()
}

/// All to one addressee of a campaign, oldest first.
pub async fn list_to(db: &impl Connection, campaign: i32, key: &str) -> Result<Vec<Delivery>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::AddresseeKey.eq(key));
    found.order_by_asc(Column::Number).all(db).await?.into_iter().map(stored).collect()
}
