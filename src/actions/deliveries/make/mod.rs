//! Making the package of a delivery: taken, written file by file, packed and signed. Killed in between, it goes on with the file
//! that was not whole; it can be fetched once it is there as a whole.

mod cards;
mod contents;
mod feed;
mod pack;
mod papers;
mod scans;
mod settle;
pub mod sink;
mod write;

use std::io;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::time::Duration;

use tokio::runtime::Handle;
use uuid::Uuid;

use self::scans::find_scans;
use super::cancel::give_up;
use super::key::signer;
use super::preview::all_editions;
use super::{DeliveryError, enclose};
use crate::actions::Desk;
use crate::actions::print_runs::PrintError;
use crate::actions::print_runs::spread::MakeError as CardsError;
use crate::documents::pdf::Unwritable;
use crate::domain::account::Organisation;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::manifest::MOST_FILES;
use crate::domain::delivery::{Delivery, Package, PackageState as State, Paper, Stage};
use crate::domain::ledger::Kind;
use crate::domain::ledger::scan::Scan;
use crate::domain::print_run::PrintRun;
use crate::package::sign::Signer;
use crate::settings::Settings;
use crate::storage::deliveries::{self, files, packages, papers as chosen};
use crate::storage::letters::StoredLetter;
use crate::storage::texts::StoredText;
use crate::storage::vault::VaultError;
use crate::storage::{StorageError, campaigns, letters, organisations, print_runs};

/// For so long nobody else makes what somebody makes.
pub const LEASE: Duration = Duration::from_secs(30);
/// A package that could not be made so often is not tried again.
const MOST_ATTEMPTS: i32 = 5;
/// So many pieces of a file are deleted at once: signing waits for no more.
const SOME: i32 = 16;

/// What came between, so that a package is not there.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
    #[error(transparent)]
    Cards(#[from] CardsError),
    #[error(transparent)]
    Print(#[from] PrintError),
    #[error(transparent)]
    Io(#[from] io::Error),
    /// Whoever checks it would refuse it: fewer scans can go along.
    #[error("it would have more than {most} files", most = MOST_FILES)]
    TooMany,
    /// It was cancelled, or the service ends.
    #[error("it is wanted no more")]
    Unwanted,
}

/// How far a package is, and whether it is still wanted: what its maker and whoever watches over it tell each other.
pub struct Watch {
    wanted: AtomicBool,
    done: AtomicI64,
    whole: AtomicI64,
}

impl Default for Watch {
    fn default() -> Self {
        Self { wanted: AtomicBool::new(true), done: AtomicI64::new(0), whole: AtomicI64::new(0) }
    }
}

impl Watch {
    /// It is wanted no more: its maker stops at the next line.
    pub fn stop(&self) {
        self.wanted.store(false, Ordering::Relaxed);
    }

    /// How much is done, of how much; in lines.
    pub fn progress(&self) -> (i64, i64) {
        (self.done.load(Ordering::Relaxed), self.whole.load(Ordering::Relaxed))
    }

    fn set(&self, done: i64, whole: i64) {
        self.done.store(done, Ordering::Relaxed);
        self.whole.store(whole, Ordering::Relaxed);
    }

    /// So many lines more are done.
    fn step(&self, lines: i64) -> Result<(), MakeError> {
        self.done.fetch_add(lines, Ordering::Relaxed);
        if self.wanted.load(Ordering::Relaxed) { Ok(()) } else { Err(MakeError::Unwanted) }
    }
}

/// A package that is to be made, and what it is made of besides its roll.
#[derive(Clone)]
pub struct Work {
    pub package: Package,
    claim: Uuid,
    campaign: Campaign,
    organisation: Organisation,
    delivery: Delivery,
    /// All texts that anybody may have signed.
    editions: Vec<StoredText>,
    /// All texts of the open letter.
    letters: Vec<StoredLetter>,
    signer: Signer,
    /// The deliveries before it, to the same addressee, that have left the house.
    earlier: Vec<i32>,
    /// The print runs that go along.
    runs: Vec<PrintRun>,
    /// The scans of paper that goes along, each with what kind of paper it is.
    scans: Vec<(Kind, Scan)>,
    /// Where this installation is on the web.
    public_url: String,
}

/// Takes what is to be made next, if there is something.
pub async fn take(desk: &Desk<'_>, settings: &Settings) -> Result<Option<Work>, DeliveryError> {
    let db = desk.db.read();
    let Some(mut package) = packages::find_due(db, desk.now).await? else { return Ok(None) };
    let claim = desk.id();
    if !packages::claim(db, package.id, claim, (desk.now, desk.now + LEASE)).await? {
        return Ok(None);
    }
    package.attempts += 1;
    let delivery = deliveries::find(db, (package.campaign, package.delivery)).await?;
    let campaign = campaigns::find(db, package.campaign).await?;
    let (Some(delivery), Some(campaign), false) = (delivery, campaign, package.attempts > MOST_ATTEMPTS)
    else {
        give_up(desk, &package, State::Failed).await?;
        return Ok(None);
    };
    let mut organisation =
        organisations::find(db, campaign.organisation).await?.ok_or(DeliveryError::Unknown)?;
    if organisation.name.is_empty() {
        organisation.name.clone_from(&settings.operator.name);
    }
    let editions = all_editions(db, campaign.id).await?;
    let letters = letters::list_texts(db, campaign.id).await?;
    let before = deliveries::list_to(db, campaign.id, &delivery.to.key).await?.into_iter();
    let earlier = before.filter(|one| one.is_before(&delivery) && one.stage.is_delivered());
    let earlier = earlier.map(|one| one.number).collect();
    let runs = find_runs(desk, &delivery).await?;
    let scans = find_scans(desk, &delivery).await?;
    let public_url = settings.http.public_url.clone();
    let signer = signer(desk).await?;
    Ok(Some(Work {
        package,
        claim,
        campaign,
        organisation,
        delivery,
        editions,
        letters,
        signer,
        earlier,
        runs,
        scans,
        public_url,
    }))
}

/// The print runs that go along with a delivery.
async fn find_runs(desk: &Desk<'_>, one: &Delivery) -> Result<Vec<PrintRun>, StorageError> {
    let mut runs = Vec::new();
    for (paper, _) in chosen::list(desk.db.read(), (one.campaign, one.number)).await? {
        if let Paper::Run(number) = paper {
            runs.extend(print_runs::find(desk.db.read(), one.campaign, number).await?);
        }
    }
    Ok(runs)
}

/// Says how far it is; false where it is wanted no more.
pub async fn tell(desk: &Desk<'_>, work: &Work, watch: &Watch) -> Result<bool, DeliveryError> {
    let until = desk.now + LEASE;
    Ok(packages::progress(desk.db.read(), work.key(), watch.progress(), until).await?)
}

/// Leaves it to whoever comes next, who goes on where it was.
pub async fn let_go(desk: &Desk<'_>, work: &Work) -> Result<(), DeliveryError> {
    Ok(packages::let_go(desk.db.read(), work.key()).await?)
}

/// Gives a package up: what is wrong with it will be so again.
pub async fn fail(desk: &Desk<'_>, work: &Work) -> Result<(), DeliveryError> {
    Ok(give_up(desk, &work.package, State::Failed).await?)
}

/// Deletes files of packages that hold nothing any more, some at a time, and what packages were enclosed in.
pub async fn sweep(desk: &Desk<'_>) -> Result<(), DeliveryError> {
    enclose::sweep(desk).await?;
    loop {
        let lost = files::list_lost(desk.db.read(), sink::ARCHIVE, 1).await?;
        let Some(file) = lost.first() else { return Ok(()) };
        delete(desk, *file).await?;
    }
}

/// Deletes a file, some pieces at a time.
async fn delete(desk: &Desk<'_>, file: Uuid) -> Result<(), StorageError> {
    loop {
        let tx = desk.db.write().await?;
        let is_gone = files::delete(&*tx, file, SOME).await?;
        tx.commit().await?;
        if is_gone {
            return Ok(());
        }
    }
}

impl Work {
    const fn key(&self) -> (Uuid, Uuid) {
        (self.package.id, self.claim)
    }

    /// Makes it. This takes minutes of a processor for a million people, on a thread that may wait.
    pub fn make(&self, desk: Desk<'_>, handle: &Handle, watch: &Watch) -> Result<(), MakeError> {
        match self.delivery.stage {
            Stage::Freezing => {
                let delivery = self.settle(desk, handle, watch)?;
                Self { delivery, ..self.clone() }.write_all(desk, handle, watch)
            }
            _ => self.write_all(desk, handle, watch),
        }
    }
}
