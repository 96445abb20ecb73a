//! Making the file of a print run: taken, laid out, kept. Killed in between, it is begun anew; it is there whole or not at all.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use super::{PrintError, face, seat};
use crate::actions::Desk;
use crate::actions::postcards::seat as card_seat;
use crate::documents::pdf::{About, Pdf, Picture, Unreadable, Unwritable};
use crate::documents::postcard::{Card, Stock, print, title};
use crate::domain::lang::Lang;
use crate::domain::postcard::Written;
use crate::domain::print_run::{PrintRun, Printing, PrintingState as State, Span};
use crate::domain::rulebook::Rulebook;
use crate::storage::card_designs;
use crate::storage::print_runs::cards::{self, Printed};
use crate::storage::print_runs::{self, printings};
use crate::storage::vault::{Vault, VaultError};

/// For so long nobody else makes what somebody makes.
pub const LEASE: Duration = Duration::from_secs(30);
/// A file that could not be made so often is not tried again.
const MOST_ATTEMPTS: u32 = 3;
/// So many cards are read at once.
const READ: u32 = 500;
/// How large a piece of a file is.
const PIECE: usize = 1 << 20;

/// The front of a card: its picture, what it shows and who made it.
struct Front {
    bytes: Arc<Vec<u8>>,
    shows: String,
    credit: String,
}

/// Everything that a file is made of, so that it can be laid out without the database.
pub struct Work {
    pub printing: Printing,
    claim: Uuid,
    run: PrintRun,
    stock: Stock,
    cards: Vec<Printed>,
    fronts: BTreeMap<Uuid, Front>,
}

/// A file that could not be laid out.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    #[error(transparent)]
    Vault(#[from] VaultError),
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    #[error(transparent)]
    Unwritable(#[from] Unwritable),
    #[error("the picture of a card is gone")]
    NoPicture,
}

/// Takes what is to be made next, if there is something.
pub async fn take(desk: &Desk<'_>) -> Result<Option<Work>, PrintError> {
    let db = desk.db.read();
    let Some(mut printing) = printings::find_due(db, desk.now).await? else { return Ok(None) };
    let claim = desk.id();
    if !printings::claim(db, printing.id, claim, (desk.now, desk.now + LEASE)).await? {
        return Ok(None);
    }
    printing.attempts += 1;
    let key = (printing.id, claim);
    let run = print_runs::find(db, printing.campaign, printing.run).await?;
    let (Some(run), Some(stock), false) =
        (run, Stock::parse(&printing.stock), printing.attempts > MOST_ATTEMPTS)
    else {
        printings::end(db, key, (State::Failed, 0), desk.now).await?;
        return Ok(None);
    };
    let mut cards = Vec::new();
    let Span { first, last } = printing.span;
    // What the database hands over takes several times the room of what is kept of it.
    let mut next = first;
    while next <= last {
        let portion = Span { first: next, last: last.min(next.saturating_add(READ - 1)) };
        cards.extend(cards::list(db, run.campaign, run.number, portion).await?);
        next = portion.last.saturating_add(1);
    }
    let mut fronts = BTreeMap::new();
    for card in &cards {
        if !fronts.contains_key(&card.design)
            && let Some(front) = find_front(desk, card.design, run.lang).await?
        {
            fronts.insert(card.design, front);
        }
    }
    Ok(Some(Work { printing, claim, run, stock, cards, fronts }))
}

async fn find_front(desk: &Desk<'_>, design: Uuid, lang: Lang) -> Result<Option<Front>, PrintError> {
    let db = desk.db.read();
    let found = card_designs::find(db, design).await?;
    let bytes = card_designs::find_print(db, design).await?;
    let front = |(design, bytes): (crate::domain::postcard::design::Design, Vec<u8>)| Front {
        bytes: Arc::new(bytes),
        shows: design.picture.alternative.get(lang).to_owned(),
        credit: design.picture.credit,
    };
    Ok(found.zip(bytes).map(front))
}

/// A file as it was laid out, and how many cards are not in it since their writers have left.
pub struct Made {
    bytes: Vec<u8>,
    left_out: u32,
}

impl Work {
    /// Lays the file out. This takes seconds of a processor. None where `goes_on`, which is told how many cards are done, said
    /// that it is wanted no more.
    pub fn lay_out(
        &self,
        vault: &Vault,
        rules: &Rulebook,
        goes_on: impl FnMut(usize) -> bool,
    ) -> Result<Option<Made>, MakeError> {
        let mut pictures = BTreeMap::new();
        for (id, front) in &self.fronts {
            pictures.insert(*id, Picture::from_jpeg(front.bytes.clone())?);
        }
        let title = title(self.run.lang, &self.run);
        let mut pdf = Pdf::new(&About { title: &title, lang: self.run.lang.code() });
        let cards: Vec<_> = self.cards.iter().filter(|card| !card.sealed.is_empty()).collect();
        let card = |number: usize| -> Result<Card<'_>, MakeError> {
            let card = cards[number];
            let written: Written = vault.open(card_seat(self.run.campaign, card.id), &card.sealed)?;
            let front = self.fronts.get(&card.design).ok_or(MakeError::NoPicture)?;
            let picture = pictures.get(&card.design).ok_or(MakeError::NoPicture)?;
            let layout = face::layout(&self.run, card, &written, &front.credit);
            let back = layout.back_to(rules, &self.run.addressee, self.run.is_free(&card.country));
            Ok(Card { picture, shows: &front.shows, back })
        };
        if !print(&mut pdf, self.stock, cards.len(), card, goes_on)? {
            return Ok(None);
        }
        let left_out = u32::try_from(self.cards.len() - cards.len()).unwrap_or(u32::MAX);
        Ok(Some(Made { bytes: pdf.finish()?, left_out }))
    }
}

/// Says how far it is; false where it is wanted no more.
pub async fn tell(desk: &Desk<'_>, work: &Work, done: u32) -> Result<bool, PrintError> {
    let key = (work.printing.id, work.claim);
    Ok(printings::progress(desk.db.read(), key, done, desk.now + LEASE).await?)
}

/// Keeps the file, whole, unless it is wanted no more.
pub async fn keep(desk: &Desk<'_>, work: &Work, made: &Made) -> Result<(), PrintError> {
    let tx = desk.db.write().await?;
    let id = work.printing.id;
    if !printings::end(&*tx, (id, work.claim), (State::Ready, made.left_out), desk.now).await? {
        return Ok(());
    }
    for (number, piece) in (0..).zip(made.bytes.chunks(PIECE)) {
        let sealed = desk.vault.seal_bytes(seat(id, number), piece);
        printings::insert_part(&*tx, id, number, sealed).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Gives a file up: what is wrong with it will be so again.
pub async fn fail(desk: &Desk<'_>, work: &Work) -> Result<(), PrintError> {
    let key = (work.printing.id, work.claim);
    printings::end(desk.db.read(), key, (State::Failed, 0), desk.now).await?;
    Ok(())
}
