//! A package leaves the house: who takes it is on record before the first byte, and stands in the archive.

use uuid::Uuid;

use super::approve::must_be_approved;
use super::hand_over::fetched;
use super::make::sink::{ARCHIVE, PIECE, piece_seat};
use super::{DeliveryError, On, hold, record};
use crate::actions::Desk;
use crate::domain::delivery::{Package, PackageState};
use crate::package::mark::{Marked, marked};
use crate::storage::deliveries::approvals::{self, Fetch};
use crate::storage::deliveries::{files, packages};

/// Begins to fetch the package of a delivery; returns what its address names. `account` is none where the office does it.
pub async fn begin(
    desk: &Desk<'_>,
    on: On<'_>,
    package: Uuid,
    account: Option<Uuid>,
) -> Result<Fetch, DeliveryError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    must_be_approved(&*tx, &one).await?;
    let found = packages::find(&*tx, package).await?;
    let is_ready = |one: &Package| (one.campaign, one.delivery) == on.of && one.state == PackageState::Ready;
    let package = found.filter(is_ready).ok_or(DeliveryError::NoPackage)?;
    let fetch = Fetch {
        id: desk.id(),
        campaign: on.of.0,
        delivery: on.of.1,
        package: package.id,
        account,
        at: desk.now,
    };
    approvals::insert_fetch(&*tx, &fetch).await?;
    record(&tx, desk, on, "fetch_package", format!("edition {}", package.edition)).await?;
    if account.is_none() {
        fetched(&tx, desk, on, &mut one).await?;
    }
    tx.commit().await?;
    Ok(fetch)
}

/// A package that is being fetched.
pub struct Fetching {
    pub package: Package,
    file: Uuid,
    marked: Marked,
}

/// A part of an archive.
pub struct Fetched {
    pub bytes: Vec<u8>,
    /// Where the next part begins; none behind the last.
    pub next: Option<u64>,
}

/// Opens a package that somebody has begun to fetch, to read from anywhere in it. It bears who fetched it and when.
pub async fn open(desk: &Desk<'_>, fetch: &Fetch, whose: &str) -> Result<Fetching, DeliveryError> {
    let db = desk.db.read();
    let package = packages::find(db, fetch.package).await?;
    let package = package.filter(|one| one.state == PackageState::Ready).ok_or(DeliveryError::NoPackage)?;
    let all = files::list(db, package.id).await?;
    let archive = all.into_iter().find(|file| file.name == ARCHIVE).ok_or(DeliveryError::NoPackage)?;
    let bytes = u64::try_from(archive.bytes).unwrap_or(0);
    let mark = format!("{whose}, {}, fetch {}", fetch.at, fetch.id.simple());
    Ok(Fetching { package, file: archive.id, marked: marked(bytes, &mark) })
}

impl Fetching {
    /// Of the archive with its mark, in bytes.
    pub const fn bytes(&self) -> u64 {
        self.marked.bytes()
    }

    /// Reads a part of it, from a byte on: what is left of a piece.
    pub async fn read(&self, desk: &Desk<'_>, from: u64) -> Result<Fetched, DeliveryError> {
        let bytes = match self.marked.tail(from) {
            Some(tail) => tail.to_vec(),
            None => self.read_piece(desk, from).await?,
        };
        let next = from + bytes.len() as u64;
        // A piece that is shorter than it says would be asked for without end.
        if bytes.is_empty() && next < self.bytes() {
            return Err(DeliveryError::NoPackage);
        }
        Ok(Fetched { bytes, next: (next < self.bytes()).then_some(next) })
    }

    /// What is left of the piece in which a byte is, without the end that the mark takes the place of.
    async fn read_piece(&self, desk: &Desk<'_>, from: u64) -> Result<Vec<u8>, DeliveryError> {
        let number = i32::try_from(from / PIECE as u64).unwrap_or(i32::MAX);
        let sealed = files::find_piece(desk.db.read(), (self.file, number)).await?;
        let sealed = sealed.ok_or(DeliveryError::NoPackage)?;
        let piece = desk.vault.open_bytes(piece_seat(self.file, number), &sealed)?;
        let within = usize::try_from(from % PIECE as u64).unwrap_or(usize::MAX);
        let until = self.marked.unmarked() - u64::from(number.unsigned_abs()) * PIECE as u64;
        let until = piece.len().min(usize::try_from(until).unwrap_or(usize::MAX));
        Ok(piece.get(within..until).unwrap_or_default().to_vec())
    }
}
