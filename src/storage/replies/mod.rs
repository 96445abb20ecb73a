//! What addressees have answered.

pub mod documents;

use std::collections::{BTreeMap, HashMap};

use entity::replied;
use entity::reply::{ActiveModel, Column, Entity, Model};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use super::db::{Connection, StorageError, locks_rows};
use crate::domain::date::PartialDate;
use crate::domain::moment::Moment;
use crate::domain::reply::{Document, Reply, Written};
use crate::domain::tag::Tag;

/// A reply by its campaign and its number.
pub type Of = (i32, i32);

fn wrong(what: &str) -> StorageError {
    DbErr::Custom(format!("a reply: {what}")).into()
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, StorageError> {
    serde_json::to_string(value).map_err(|_| wrong("not written"))
}

fn stored(model: Model, document: Option<Document>) -> Result<Reply, StorageError> {
    let written = Written {
        day: PartialDate::parse(&model.day).ok_or_else(|| wrong("unreadable day"))?,
        original: Tag::parse(&model.original).ok_or_else(|| wrong("unknown language"))?,
        words: serde_json::from_str(&model.words).map_err(|_| wrong("unreadable words"))?,
        source: model.source,
        link: model.link,
        stances: serde_json::from_str(&model.stances).map_err(|_| wrong("unreadable stances"))?,
    };
    Ok(Reply {
        campaign: model.campaign_id,
        number: model.number,
        key: model.addressee_key,
        text_version: model.text_version,
        written,
        document,
        shown_at: model.shown_at.map(Moment),
        first_shown_at: model.first_shown_at.map(Moment),
        corrected_at: model.corrected_at.map(Moment),
        told: model.told,
        revision: model.revision,
        entered_by: model.entered_by,
        created_at: Moment(model.created_at),
    })
}

fn this((campaign, number): Of) -> Condition {
    Condition::all().add(Column::CampaignId.eq(campaign)).add(Column::Number.eq(number))
}

/// The number of the next one, which is given to no other after it, even where this one is deleted: a page that somebody has open
/// would mean another reply by it. Whoever asks holds the campaign, so that two do not get one number.
pub async fn take_number(db: &impl Connection, campaign: i32) -> Result<i32, StorageError> {
    use replied::{ActiveModel, Column, Entity};
    let row = ActiveModel { campaign_id: Set(campaign), revision: Set(0), last_number: Set(1) };
    let mut known = OnConflict::column(Column::CampaignId);
    known.value(Column::LastNumber, Expr::col((Entity, Column::LastNumber)).add(1));
    Entity::insert(row).on_conflict(known).exec_without_returning(db).await?;
    let taken = Entity::find_by_id(campaign).one(db).await?;
    Ok(taken.ok_or_else(|| wrong("no number"))?.last_number)
}

pub async fn insert(db: &impl Connection, one: &Reply) -> Result<(), StorageError> {
    let written = &one.written;
    let row = ActiveModel {
        campaign_id: Set(one.campaign),
        number: Set(one.number),
        addressee_key: Set(one.key.clone()),
        text_version: Set(one.text_version),
        day: Set(written.day.to_string()),
        original: Set(written.original.to_string()),
        words: Set(json(&written.words)?),
        source: Set(written.source.clone()),
        link: Set(written.link.clone()),
        stances: Set(json(&written.stances)?),
        shown_at: Set(one.shown_at.map(|at| at.0)),
        first_shown_at: Set(None),
        corrected_at: Set(None),
        told: Set(None),
        revision: Set(one.revision),
        entered_by: Set(one.entered_by),
        created_at: Set(one.created_at.0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    Ok(())
}

/// Writes it down as it is now, with its revision.
pub async fn save(db: &impl Connection, one: &Reply) -> Result<(), StorageError> {
    let written = &one.written;
    Entity::update_many()
        .col_expr(Column::Day, Expr::value(written.day.to_string()))
        .col_expr(Column::Original, Expr::value(written.original.to_string()))
        .col_expr(Column::Words, Expr::value(json(&written.words)?))
        .col_expr(Column::Source, Expr::value(written.source.as_str()))
        .col_expr(Column::Link, Expr::value(written.link.as_str()))
        .col_expr(Column::Stances, Expr::value(json(&written.stances)?))
        .col_expr(Column::ShownAt, Expr::value(one.shown_at.map(|at| at.0)))
        .col_expr(Column::FirstShownAt, Expr::value(one.first_shown_at.map(|at| at.0)))
        .col_expr(Column::CorrectedAt, Expr::value(one.corrected_at.map(|at| at.0)))
        .col_expr(Column::Told, Expr::value(one.told))
        .col_expr(Column::Revision, Expr::value(one.revision))
        .filter(this((one.campaign, one.number)))
        .exec(db)
        .await?;
    Ok(())
}

/// Supporters are told of nothing by this update: it is no more.
pub async fn clear_told(db: &impl Connection, campaign: i32, update: i16) -> Result<(), StorageError> {
    let untold = Entity::update_many().col_expr(Column::Told, Expr::value(None::<i16>));
    untold.filter(Column::CampaignId.eq(campaign)).filter(Column::Told.eq(update)).exec(db).await?;
    Ok(())
}

/// Those of which supporters are told by this update, oldest first.
pub async fn list_told(db: &impl Connection, campaign: i32, update: i16) -> Result<Vec<Reply>, StorageError> {
    Ok(list(db, campaign).await?.into_iter().filter(|reply| reply.told == Some(update)).collect())
}

/// Whether any reply was read against a version of the text.
pub async fn are_against(db: &impl Connection, campaign: i32, version: i32) -> Result<bool, StorageError> {
    let found =
        Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::TextVersion.eq(version));
    Ok(found.one(db).await?.is_some())
}

pub async fn delete(db: &impl Connection, of: Of) -> Result<(), StorageError> {
    documents::delete(db, of).await?;
    Entity::delete_many().filter(this(of)).exec(db).await?;
    Ok(())
}

pub async fn find(db: &impl Connection, of: Of) -> Result<Option<Reply>, StorageError> {
    let Some(model) = Entity::find_by_id(of).one(db).await? else { return Ok(None) };
    Ok(Some(stored(model, documents::find(db, of).await?)?))
}

/// The same, kept from others until the transaction ends.
pub async fn find_to_change(db: &impl Connection, of: Of) -> Result<Option<Reply>, StorageError> {
    let mut found = Entity::find_by_id(of);
    if locks_rows(db) {
        found = found.lock_exclusive();
    }
    let Some(model) = found.one(db).await? else { return Ok(None) };
    Ok(Some(stored(model, documents::find(db, of).await?)?))
}

/// All of a campaign, oldest first.
pub async fn list(db: &impl Connection, campaign: i32) -> Result<Vec<Reply>, StorageError> {
    let mut documents: HashMap<i32, Document> = documents::list(db, campaign).await?;
    let found = Entity::find().filter(Column::CampaignId.eq(campaign));
    let found = found.order_by_asc(Column::Day).order_by_asc(Column::Number).all(db).await?;
    found
        .into_iter()
        .map(|model| {
            let document = documents.remove(&model.number);
            stored(model, document)
        })
        .collect()
}

/// Those of a campaign that everybody can read, oldest first.
pub async fn list_shown(db: &impl Connection, campaign: i32) -> Result<Vec<Reply>, StorageError> {
    Ok(list(db, campaign).await?.into_iter().filter(|reply| reply.shown_at.is_some()).collect())
}

/// When each addressee of a campaign has replied, whether that is shown or not.
pub async fn list_days(
    db: &impl Connection,
    campaign: i32,
) -> Result<BTreeMap<String, Vec<PartialDate>>, StorageError> {
    let rows = Entity::find().select_only().columns([Column::AddresseeKey, Column::Day]);
    let rows: Vec<(String, String)> =
        rows.filter(Column::CampaignId.eq(campaign)).into_tuple().all(db).await?;
    let mut days: BTreeMap<String, Vec<PartialDate>> = BTreeMap::new();
    for (key, day) in rows {
        days.entry(key).or_default().extend(PartialDate::parse(&day));
    }
    Ok(days)
}

/// What the public is told of a campaign's replies has changed.
pub async fn moved(db: &impl Connection, campaign: i32) -> Result<(), StorageError> {
    use replied::{ActiveModel, Column, Entity};
    let row = ActiveModel { campaign_id: Set(campaign), revision: Set(1), last_number: Set(0) };
    let mut known = OnConflict::column(Column::CampaignId);
    known.value(Column::Revision, Expr::col((Entity, Column::Revision)).add(1));
    Entity::insert(row).on_conflict(known).exec_without_returning(db).await?;
    Ok(())
}

/// The campaigns that were answered, with how often that has changed.
pub async fn list_revisions(db: &impl Connection) -> Result<Vec<(i32, i32)>, StorageError> {
    use replied::{Column, Entity};
    let rows = Entity::find().select_only().columns([Column::CampaignId, Column::Revision]);
    Ok(rows.into_tuple().all(db).await?)
}
