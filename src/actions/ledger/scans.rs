//! Scans of the paper in batches: kept sealed, and in the package of the delivery with which the paper goes along.

use uuid::Uuid;

use super::{Keeper, LedgerError};
use crate::actions::papers::add::is_pdf;
use crate::actions::pictures::develop::{Unusable, develop_scan};
use crate::actions::{ActionError, Desk, deliveries};
use crate::domain::delivery::Paper;
use crate::domain::digest::sha256;
use crate::domain::ledger::scan::{Format, MOST, Scan};
use crate::storage::ledger::scans;
use crate::storage::vault::Seat;
use crate::storage::{Connection, StorageError, Transaction, deliveries as stored};

/// How large a piece of a scan is, in bytes; only the last one is smaller.
const PIECE: usize = 1 << 20;

/// Where a piece of a scan is sealed to.
pub(in crate::actions) const fn piece_seat(scan: Uuid, number: i32) -> Seat<'static> {
    Seat { table: "scan_piece", campaign: number, id: scan }
}

/// Why a file was not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No file was sent.
    Missing,
    Picture(Unusable),
    /// A picture that is larger than pictures may be; a PDF may be larger.
    TooLarge,
    /// The batch has as many as it may have.
    Full,
    /// All of the batch together would be larger than they may be.
    NoRoom,
    /// A delivery with which the batch goes along is frozen: what is in it stays as it is.
    Frozen,
}

/// How much may be kept.
#[derive(Clone, Copy)]
pub struct Room {
    /// The largest picture, in bytes.
    pub picture: usize,
    /// All scans of one batch together, in bytes.
    pub batch: usize,
}

/// A file as it is kept: a PDF as it came, a picture made anew, so that nothing is in it but what is seen.
pub async fn prepare(file: Vec<u8>, room: Room) -> Result<(Format, Vec<u8>), Unfit> {
    if file.is_empty() {
        return Err(Unfit::Missing);
    }
    if is_pdf(&file) {
        return Ok((Format::Pdf, file));
    }
    if file.len() > room.picture {
        return Err(Unfit::TooLarge);
    }
    develop_scan(file).await.map(|bytes| (Format::Jpeg, bytes)).map_err(Unfit::Picture)
}

/// Whether a delivery with which a batch goes along is frozen.
pub async fn goes_along(db: &impl Connection, (campaign, batch): (i32, i32)) -> Result<bool, StorageError> {
    Ok(deliveries::frozen_with(db, campaign, Paper::Batch(batch)).await?.is_some())
}

/// The same, and it stays so until the transaction ends.
async fn is_frozen(tx: &Transaction, (campaign, batch): (i32, i32)) -> Result<bool, StorageError> {
    for (delivery, paper, _) in stored::papers::list_all(&**tx, campaign).await? {
        if paper == Paper::Batch(batch) {
            stored::find_to_change(&**tx, (campaign, delivery)).await?;
        }
    }
    goes_along(&**tx, (campaign, batch)).await
}

/// Adds a scan to a batch. The same file twice is there once.
pub async fn add_scan(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    (batch, room): (i32, Room),
    (format, bytes): (Format, Vec<u8>),
) -> Result<Result<(), Unfit>, LedgerError> {
    let (id, of, hash) = (desk.id(), (keeper.campaign, batch), sha256(&bytes));
    let piece = |(number, piece): (i32, &[u8])| desk.vault.seal_bytes(piece_seat(id, number), piece);
    let pieces: Vec<Vec<u8>> = (0..).zip(bytes.chunks(PIECE)).map(piece).collect();
    let tx = desk.db.write().await?;
    // Deliveries before batches, as where paper is chosen.
    let frozen = is_frozen(&tx, of).await?;
    keeper.hold(&tx, batch).await?;
    let known = scans::list(&*tx, of).await?;
    if known.iter().any(|scan| scan.hash == hash) {
        return Ok(Ok(()));
    }
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let together = known.iter().map(|scan| scan.bytes).sum::<i64>().saturating_add(size);
    let unfit = if frozen {
        Some(Unfit::Frozen)
    } else if known.len() >= MOST {
        Some(Unfit::Full)
    } else {
        (together > i64::try_from(room.batch).unwrap_or(i64::MAX)).then_some(Unfit::NoRoom)
    };
    if let Some(unfit) = unfit {
        return Ok(Err(unfit));
    }
    let scan = Scan {
        id,
        campaign: keeper.campaign,
        batch,
        number: scans::take_number(&*tx, of).await?,
        format,
        bytes: size,
        pieces: i32::try_from(pieces.len()).unwrap_or(i32::MAX),
        hash,
        added_by: keeper.account(),
        added_at: desk.now,
    };
    scans::insert(&*tx, &scan, pieces).await?;
    keeper.record(&tx, desk, ("add_scan", format!("batch {batch}")), scan.name()).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Removes a scan. Packages in which it is are made anew without it; `sure` says that this is meant.
pub async fn remove_scan(
    desk: &Desk<'_>,
    keeper: Keeper<'_>,
    scan: &Scan,
    sure: bool,
) -> Result<Result<(), Unfit>, LedgerError> {
    let tx = desk.db.write().await?;
    let of = (keeper.campaign, scan.batch);
    let frozen = is_frozen(&tx, of).await?;
    if frozen && !sure {
        return Ok(Err(Unfit::Frozen));
    }
    keeper.hold(&tx, scan.batch).await?;
    if !scans::delete(&*tx, scan.id).await? {
        return Err(LedgerError::Unknown);
    }
    if frozen {
        deliveries::forget_scan(&tx, desk, of).await?;
    }
    let after = if frozen { ", after freezing" } else { "" };
    let detail = format!("{}{after}", scan.name());
    keeper.record(&tx, desk, ("remove_scan", format!("batch {}", scan.batch)), detail).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// A scan for somebody who looks at it, which is on record.
pub async fn look_at_scan(desk: &Desk<'_>, keeper: Keeper<'_>, scan: &Scan) -> Result<Vec<u8>, LedgerError> {
    let tx = desk.db.write().await?;
    keeper.record(&tx, desk, ("look_at_scan", format!("batch {}", scan.batch)), scan.name()).await?;
    tx.commit().await?;
    let mut bytes = Vec::with_capacity(usize::try_from(scan.bytes).unwrap_or(0));
    for number in 0..scan.pieces {
        bytes.extend(read_piece(desk, (scan.id, number)).await?.ok_or(LedgerError::Unknown)?);
    }
    Ok(bytes)
}

/// A piece of a scan; none where it was removed.
pub(in crate::actions) async fn read_piece(
    desk: &Desk<'_>,
    (scan, number): (Uuid, i32),
) -> Result<Option<Vec<u8>>, ActionError> {
    let sealed = scans::find_piece(desk.db.read(), (scan, number)).await?;
    Ok(sealed.map(|sealed| desk.vault.open_bytes(piece_seat(scan, number), &sealed)).transpose()?)
}
