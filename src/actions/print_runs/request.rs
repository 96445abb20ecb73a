use uuid::Uuid;

use super::{On, PrintError, hold, record, seat};
use crate::actions::Desk;
use crate::documents::postcard::Stock;
use crate::domain::print_run::{MOST_CARDS, Printing, PrintingState as State, Span, Stage};
use crate::storage::Transaction;
use crate::storage::print_runs::printings;

/// Asks for some cards of a run on a paper, in as many files as they need; these are made in the background. Asked again while
/// one is made, it is the same one. Returns the first.
pub async fn request(
    desk: &Desk<'_>,
    on: On<'_>,
    stock: &str,
    (first, last): (&str, &str),
) -> Result<Uuid, PrintError> {
    let stock = Stock::parse(stock).ok_or(PrintError::Stock)?;
    let tx = desk.db.write().await?;
    let run = hold(&tx, on).await?;
    if run.stage == Stage::Cancelled {
        return Err(PrintError::MovedOn);
    }
    let span = Span::parse(first, last, run.cards, MOST_CARDS).map_err(PrintError::Span)?;
    let being_made = printings::list(&*tx, on.campaign, on.number).await?;
    let mut files = Vec::new();
    for span in span.parts(stock.most_cards()) {
        let is_same =
            |one: &&Printing| one.state == State::Making && one.span == span && one.stock == stock.as_str();
        if let Some(same) = being_made.iter().find(is_same) {
            files.push(same.id);
            continue;
        }
        let new = begun(desk, on, stock, span);
        printings::insert(&*tx, &new).await?;
        let detail = format!("cards {} to {}, {}", span.first, span.last, stock.as_str());
        record(&tx, desk, on, "print_cards", detail).await?;
        files.push(new.id);
    }
    tx.commit().await?;
    files.first().copied().ok_or(PrintError::Nothing)
}

/// A file that is to be made.
fn begun(desk: &Desk<'_>, on: On<'_>, stock: Stock, span: Span) -> Printing {
    Printing {
        id: desk.id(),
        campaign: on.campaign,
        run: on.number,
        stock: stock.as_str().to_owned(),
        span,
        state: State::Making,
        done: 0,
        left_out: 0,
        attempts: 0,
        created_at: desk.now,
        ended_at: None,
    }
}

/// A file of this run and of no other.
async fn find(tx: &Transaction, on: On<'_>, id: Uuid) -> Result<Printing, PrintError> {
    let found = printings::find(&**tx, id).await?;
    let is_of_run = |one: &Printing| (one.campaign, one.run) == (on.campaign, on.number);
    found.filter(is_of_run).ok_or(PrintError::NoFile)
}

/// Cancels a file that is being made; one that has ended is left as it is.
pub async fn cancel(desk: &Desk<'_>, on: On<'_>, id: Uuid) -> Result<(), PrintError> {
    let tx = desk.db.write().await?;
    hold(&tx, on).await?;
    find(&tx, on, id).await?;
    if printings::cancel(&*tx, id, desk.now).await? {
        record(&tx, desk, on, "cancel_printing", String::new()).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The bytes of a file that is ready. That they were fetched is on record before they are handed out.
pub async fn download(desk: &Desk<'_>, on: On<'_>, id: Uuid) -> Result<Vec<u8>, PrintError> {
    let tx = desk.db.write().await?;
    let printing = find(&tx, on, id).await?;
    if printing.state != State::Ready {
        return Err(PrintError::NoFile);
    }
    let mut bytes = Vec::new();
    let mut number = 0;
    while let Some(sealed) = printings::find_part(&*tx, id, number).await? {
        bytes.extend(desk.vault.open_bytes(seat(id, number), &sealed)?);
        number += 1;
    }
    let detail = format!("cards {} to {}", printing.span.first, printing.span.last);
    record(&tx, desk, on, "fetch_printing", detail).await?;
    tx.commit().await?;
    Ok(bytes)
}
