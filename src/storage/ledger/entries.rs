//! What was counted of batches. Entries are written, and never changed.

use std::collections::BTreeMap;

use entity::ledger_entry::{ActiveModel, Column, Entity, Model};
use entity::ledger_photo;
use sea_orm::sea_query::{Alias, Expr};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};
use uuid::Uuid;

use super::{Of, wrong};
use crate::domain::date::PartialDate;
use crate::domain::ledger::{Entry, Step, Sum};
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, StorageError, locks_rows};

fn stored(model: Model) -> Result<Entry, StorageError> {
    Ok(Entry {
        id: model.id,
        number: model.number,
        step: Step::parse(&model.step).ok_or_else(|| wrong("unknown step"))?,
        many: model.many,
        corrects: model.corrects,
        on: PartialDate::parse(&model.happened_on).ok_or_else(|| wrong("no day"))?,
        has_photo: model.has_photo,
        written_by: model.written_by,
        written_at: Moment(model.written_at),
        sealed: model.sealed,
    })
}

pub async fn insert(
    db: &impl Connection,
    (campaign, batch): Of,
    entry: &Entry,
    photo: Option<Vec<u8>>,
) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(entry.id),
        campaign_id: Set(campaign),
        batch: Set(batch),
        number: Set(entry.number),
        step: Set(entry.step.as_str().to_owned()),
        many: Set(entry.many),
        corrects: Set(entry.corrects),
        happened_on: Set(entry.on.to_string()),
        sealed: Set(entry.sealed.clone()),
        has_photo: Set(entry.has_photo),
        written_by: Set(entry.written_by),
        written_at: Set(entry.written_at.0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    if let Some(sealed) = photo {
        let row = ledger_photo::ActiveModel { entry_id: Set(entry.id), sealed: Set(sealed) };
        ledger_photo::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Those of a batch, in the order in which they were written.
pub async fn list(db: &impl Connection, (campaign, batch): Of) -> Result<Vec<Entry>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Batch.eq(batch));
    found.order_by_asc(Column::Number).all(db).await?.into_iter().map(stored).collect()
}

/// Those of a campaign, each with the number of its batch, by batch and in the order in which they were written.
pub async fn list_all(db: &impl Connection, campaign: i32) -> Result<Vec<(i32, Entry)>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign));
    let found = found.order_by_asc(Column::Batch).order_by_asc(Column::Number);
    found.all(db).await?.into_iter().map(|model| Ok((model.batch, stored(model)?))).collect()
}

pub async fn find(
    db: &impl Connection,
    (campaign, batch): Of,
    number: i32,
) -> Result<Option<Entry>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Batch.eq(batch));
    found.filter(Column::Number.eq(number)).one(db).await?.map(stored).transpose()
}

/// The photo of an entry, sealed.
pub async fn find_photo(db: &impl Connection, entry: Uuid) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(ledger_photo::Entity::find_by_id(entry).one(db).await?.map(|photo| photo.sealed))
}

/// What the entries of each batch of a campaign come to.
pub async fn list_sums(db: &impl Connection, campaign: i32) -> Result<BTreeMap<i32, Sum>, StorageError> {
    let rows: Vec<(i32, String, i64)> = Entity::find()
        .select_only()
        .columns([Column::Batch, Column::Step])
        .column_as(Column::Many.sum().cast_as(Alias::new("bigint")), "many")
        .filter(Column::CampaignId.eq(campaign))
        .group_by(Column::Batch)
        .group_by(Column::Step)
        .into_tuple()
        .all(db)
        .await?;
    let mut sums: BTreeMap<i32, Sum> = BTreeMap::new();
    for (batch, step, many) in rows {
        let step = Step::parse(&step).ok_or_else(|| wrong("unknown step"))?;
        let sum = sums.entry(batch).or_default();
        *sum = sum.with(step, many);
    }
    Ok(sums)
}

/// Every entry in which somebody is named, with its campaign: for sealing anew under another key.
pub async fn list_sealed(db: &impl Connection) -> Result<Vec<(i32, Entry)>, StorageError> {
    let mut rows = Entity::find().filter(Expr::cust("length(sealed) > 0")).order_by_asc(Column::Id);
    if locks_rows(db) {
        rows = rows.lock_exclusive();
    }
    rows.all(db).await?.into_iter().map(|model| Ok((model.campaign_id, stored(model)?))).collect()
}

/// The same under another key.
pub async fn reseal(
    db: &impl Connection,
    id: Uuid,
    sealed: Vec<u8>,
    photo: Option<Vec<u8>>,
) -> Result<(), StorageError> {
    let entry = Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    entry.filter(Column::Id.eq(id)).exec(db).await?;
    if let Some(sealed) = photo {
        let photo =
            ledger_photo::Entity::update_many().col_expr(ledger_photo::Column::Sealed, Expr::value(sealed));
        photo.filter(ledger_photo::Column::EntryId.eq(id)).exec(db).await?;
    }
    Ok(())
}

/// Who counted in a campaign is forgotten, and the photos go; what was counted stays. Returns of how many entries.
pub async fn forget(db: &impl Connection, campaign: i32) -> Result<u64, StorageError> {
    let these = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::CampaignId.eq(campaign))
        .filter(Column::HasPhoto.eq(true));
    let photos = ledger_photo::Entity::delete_many();
    photos.filter(ledger_photo::Column::EntryId.in_subquery(these.into_query())).exec(db).await?;
    let done = Entity::update_many()
        .col_expr(Column::Sealed, Expr::value(Vec::<u8>::new()))
        .col_expr(Column::HasPhoto, Expr::value(false))
        .filter(Column::CampaignId.eq(campaign))
        .filter(Expr::cust("length(sealed) > 0"))
        .exec(db)
        .await?;
    Ok(done.rows_affected)
}
