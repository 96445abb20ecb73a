//! A package leaves the house: who takes it is on record before the first byte, and stands in the archive.

use uuid::Uuid;

use super::approve::must_be_approved;
use super::enclose::{enclose, find_envelope, keep, may_leave_open};
use super::hand_over::fetched;
use super::make::sink::{ARCHIVE, PIECE, piece_seat};
use super::{DeliveryError, On, hold, record};
use crate::actions::Desk;
use crate::domain::delivery::{Package, PackageState};
use crate::package::envelope::Envelope;
use crate::package::mark::{Marked, marked};
use crate::storage::deliveries::approvals::{self, Fetch};
use crate::storage::deliveries::{files, packages};

/// Who takes a package away.
#[derive(Clone, Copy)]
pub enum Taker<'a> {
    /// The office, by its link: it is protected on its way, and the office has no key of ours.
    Office,
    /// An account, as it is, or encrypted to the keys of these accounts.
    Staff { account: Uuid, carriers: Option<&'a [Uuid]> },
}

/// Begins to fetch the package of a delivery; returns what its address names.
pub async fn begin(
    desk: &Desk<'_>,
    on: On<'_>,
    package: Uuid,
    taker: Taker<'_>,
) -> Result<Fetch, DeliveryError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    must_be_approved(&*tx, &one).await?;
    let found = packages::find(&*tx, package).await?;
    let is_ready = |one: &Package| (one.campaign, one.delivery) == on.of && one.state == PackageState::Ready;
    let package = found.filter(is_ready).ok_or(DeliveryError::NoPackage)?;
    let account = if let Taker::Staff { account, .. } = taker { Some(account) } else { None };
    let mut fetch = Fetch {
        id: desk.id(),
        campaign: on.of.0,
        delivery: on.of.1,
        package: package.id,
        account,
        at: desk.now,
        keys: 0,
    };
    let mut detail = format!("edition {}", package.edition);
    let envelope = match taker {
        Taker::Staff { carriers: Some(carriers), .. } => {
            let (envelope, keys) = enclose(&*tx, desk, &one, carriers).await?;
            fetch.keys = keys;
            detail = format!("{detail}, encrypted to {keys} keys");
            Some(envelope)
        }
        Taker::Staff { carriers: None, .. } => {
            may_leave_open(&*tx, &one).await?;
            None
        }
        Taker::Office => None,
    };
    approvals::insert_fetch(&*tx, &fetch).await?;
    if let Some(envelope) = envelope {
        keep(&*tx, desk, fetch.id, &envelope).await?;
    }
    record(&tx, desk, on, "fetch_package", detail).await?;
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
    pub(super) marked: Marked,
    /// What it is enclosed in.
    envelope: Option<Envelope>,
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
    let envelope = if fetch.keys > 0 { Some(find_envelope(desk, fetch.id).await?) } else { None };
    Ok(Fetching { package, file: archive.id, marked: marked(bytes, &mark), envelope })
}

impl Fetching {
    /// Of the archive with its mark, and with what it is enclosed in, in bytes.
    pub fn bytes(&self) -> u64 {
        let bytes = self.marked.bytes();
        self.envelope.as_ref().map_or(bytes, |envelope| envelope.bytes(bytes))
    }

    /// Whether it is encrypted.
    pub const fn is_enclosed(&self) -> bool {
        self.envelope.is_some()
    }

    /// Reads a part of it, from a byte on: what is left of a piece. Whoever leaves while it is fetched ends it: its last bytes, without
    /// which an archive cannot be opened, are still to come.
    pub async fn read(&self, desk: &Desk<'_>, from: u64) -> Result<Fetched, DeliveryError> {
        let now = packages::find(desk.db.read(), self.package.id).await?;
        if now.is_none_or(|one| one.state != PackageState::Ready) {
            return Err(DeliveryError::NoPackage);
        }
        let bytes = match &self.envelope {
            Some(envelope) => self.read_enclosed(desk, (envelope, from)).await?,
            None => self.read_open(desk, from).await?,
        };
        let next = from + bytes.len() as u64;
        // A piece that is shorter than it says would be asked for without end.
        if bytes.is_empty() && next < self.bytes() {
            return Err(DeliveryError::NoPackage);
        }
        Ok(Fetched { bytes, next: (next < self.bytes()).then_some(next) })
    }

    /// The same of the archive itself.
    pub(super) async fn read_open(&self, desk: &Desk<'_>, from: u64) -> Result<Vec<u8>, DeliveryError> {
        match self.marked.tail(from) {
            Some(tail) => Ok(tail.to_vec()),
            None => self.read_piece(desk, from).await,
        }
    }

    /// What is left of the piece in which a byte is, without the end that the mark takes the place of.
    async fn read_piece(&self, desk: &Desk<'_>, from: u64) -> Result<Vec<u8>, DeliveryError> {
        let number = i32::try_from(from / PIECE as u64).unwrap_or(i32::MAX);
        let sealed = files::find_piece(desk.db.apart(), (self.file, number)).await?;
        let sealed = sealed.ok_or(DeliveryError::NoPackage)?;
        let piece = desk.vault.open_bytes(piece_seat(self.file, number), &sealed)?;
        let within = usize::try_from(from % PIECE as u64).unwrap_or(usize::MAX);
        let until = self.marked.unmarked() - u64::from(number.unsigned_abs()) * PIECE as u64;
        let until = piece.len().min(usize::try_from(until).unwrap_or(usize::MAX));
        Ok(piece.get(within..until).unwrap_or_default().to_vec())
    }
}
