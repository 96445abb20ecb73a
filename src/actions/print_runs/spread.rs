//! The cards of a print run, laid out on sheets without the database.

use std::collections::BTreeMap;
use std::sync::Arc;

use uuid::Uuid;

use super::{PrintError, face};
use crate::actions::Desk;
use crate::actions::postcards::seat as card_seat;
use crate::documents::pdf::{About, Pdf, Picture, Unreadable, Unwritable};
use crate::documents::postcard::{Card, Stock, print, title};
use crate::domain::lang::Lang;
use crate::domain::postcard::Written;
use crate::domain::print_run::{PrintRun, Span};
use crate::domain::rulebook::Rulebook;
use crate::storage::card_designs;
use crate::storage::print_runs::cards::{self, Printed};
use crate::storage::vault::{Vault, VaultError};

/// So many cards are read at once.
const READ: u32 = 500;

/// The front of a card: its picture, what it shows and who made it.
struct Front {
    bytes: Arc<Vec<u8>>,
    shows: String,
    credit: String,
}

/// Everything that a file of cards is made of, so that it can be laid out without the database.
pub struct Spread {
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
    pub bytes: Vec<u8>,
    pub left_out: u32,
}

impl Spread {
    /// Reads some cards of a run.
    pub async fn read(desk: &Desk<'_>, run: PrintRun, stock: Stock, span: Span) -> Result<Self, PrintError> {
        let (db, mut cards) = (desk.db.read(), Vec::new());
        // What the database hands over takes several times the room of what is kept of it.
        let mut next = span.first;
        while next <= span.last {
            let portion = Span { first: next, last: span.last.min(next.saturating_add(READ - 1)) };
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
        Ok(Self { run, stock, cards, fronts })
    }

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
