//! Scans of the paper in batches, sealed piece by piece.

use std::collections::BTreeMap;

use entity::ledger_scan::{ActiveModel, Column, Entity, Model};
use entity::{batch, scan_piece};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set,
};
use uuid::Uuid;

use super::{Of, wrong};
use crate::domain::ledger::scan::{Format, Scan};
use crate::domain::moment::Moment;
use crate::storage::db::{Connection, StorageError};

fn stored(model: Model) -> Result<Scan, StorageError> {
    Ok(Scan {
        id: model.id,
        campaign: model.campaign_id,
        batch: model.batch,
        number: model.number,
        format: Format::parse(&model.format).ok_or_else(|| wrong("unknown format of a scan"))?,
        bytes: model.bytes,
        pieces: model.pieces,
        hash: model.hash,
        added_by: model.added_by,
        added_at: Moment(model.added_at),
    })
}

/// The number of the next scan of a batch, which is kept from others: it is given once, whatever is removed.
pub async fn take_number(db: &impl Connection, (campaign, number): Of) -> Result<i32, StorageError> {
    let this =
        Condition::all().add(batch::Column::CampaignId.eq(campaign)).add(batch::Column::Number.eq(number));
    batch::Entity::update_many()
        .col_expr(batch::Column::Scans, Expr::col(batch::Column::Scans).add(1))
        .filter(this.clone())
        .exec(db)
        .await?;
    let taken = batch::Entity::find().select_only().column(batch::Column::Scans).filter(this);
    Ok(taken.into_tuple().one(db).await?.unwrap_or_default())
}

/// Stores a scan with its pieces.
pub async fn insert(db: &impl Connection, scan: &Scan, pieces: Vec<Vec<u8>>) -> Result<(), StorageError> {
    let row = ActiveModel {
        id: Set(scan.id),
        campaign_id: Set(scan.campaign),
        batch: Set(scan.batch),
        number: Set(scan.number),
        format: Set(scan.format.as_str().to_owned()),
        bytes: Set(scan.bytes),
        pieces: Set(scan.pieces),
        hash: Set(scan.hash.clone()),
        added_by: Set(scan.added_by),
        added_at: Set(scan.added_at.0),
    };
    Entity::insert(row).exec_without_returning(db).await?;
    for (number, sealed) in (0..).zip(pieces) {
        let row = scan_piece::ActiveModel { scan_id: Set(scan.id), number: Set(number), sealed: Set(sealed) };
        scan_piece::Entity::insert(row).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Those of a batch, in the order in which they were added.
pub async fn list(db: &impl Connection, (campaign, batch): Of) -> Result<Vec<Scan>, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Batch.eq(batch));
    found.order_by_asc(Column::Number).all(db).await?.into_iter().map(stored).collect()
}

/// How many each batch of a campaign has.
pub async fn count_all(db: &impl Connection, campaign: i32) -> Result<BTreeMap<i32, i64>, StorageError> {
    let rows: Vec<(i32, i64)> = Entity::find()
        .select_only()
        .column(Column::Batch)
        .column_as(Column::Id.count(), "many")
        .filter(Column::CampaignId.eq(campaign))
        .group_by(Column::Batch)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}

pub async fn count(db: &impl Connection, (campaign, batch): Of) -> Result<u64, StorageError> {
    let found = Entity::find().filter(Column::CampaignId.eq(campaign)).filter(Column::Batch.eq(batch));
    Ok(found.count(db).await?)
}

pub async fn find(db: &impl Connection, id: Uuid) -> Result<Option<Scan>, StorageError> {
    Entity::find_by_id(id).one(db).await?.map(stored).transpose()
}

/// A piece of a scan, counted from 0, sealed.
pub async fn find_piece(
    db: &impl Connection,
    (scan, number): (Uuid, i32),
) -> Result<Option<Vec<u8>>, StorageError> {
    Ok(scan_piece::Entity::find_by_id((scan, number)).one(db).await?.map(|row| row.sealed))
}

/// Deletes a scan; false where it was gone.
pub async fn delete(db: &impl Connection, id: Uuid) -> Result<bool, StorageError> {
    scan_piece::Entity::delete_many().filter(scan_piece::Column::ScanId.eq(id)).exec(db).await?;
    Ok(Entity::delete_by_id(id).exec(db).await?.rows_affected == 1)
}

/// Deletes all scans of a campaign.
pub async fn forget(db: &impl Connection, campaign: i32) -> Result<(), StorageError> {
    let these = Entity::find().select_only().column(Column::Id).filter(Column::CampaignId.eq(campaign));
    let pieces = scan_piece::Entity::delete_many();
    pieces.filter(scan_piece::Column::ScanId.in_subquery(these.into_query())).exec(db).await?;
    Entity::delete_many().filter(Column::CampaignId.eq(campaign)).exec(db).await?;
    Ok(())
}

/// The piece after one, by scan and number: for sealing anew under another key.
pub async fn find_piece_after(
    db: &impl Connection,
    (scan, number): (Uuid, i32),
) -> Result<Option<((Uuid, i32), Vec<u8>)>, StorageError> {
    use scan_piece::Column;
    let next = Condition::all().add(Column::ScanId.eq(scan)).add(Column::Number.gt(number));
    let next = Condition::any().add(next).add(Column::ScanId.gt(scan));
    let found = scan_piece::Entity::find().filter(next);
    let found = found.order_by_asc(Column::ScanId).order_by_asc(Column::Number).limit(1).one(db).await?;
    Ok(found.map(|row| ((row.scan_id, row.number), row.sealed)))
}

/// Puts the same piece under another key in place.
pub async fn reseal_piece(
    db: &impl Connection,
    (scan, number): (Uuid, i32),
    sealed: Vec<u8>,
) -> Result<(), StorageError> {
    use scan_piece::Column;
    let resealed = scan_piece::Entity::update_many().col_expr(Column::Sealed, Expr::value(sealed));
    resealed.filter(Column::ScanId.eq(scan)).filter(Column::Number.eq(number)).exec(db).await?;
    Ok(())
}
