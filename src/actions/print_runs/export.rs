//! The cards of a run in the shape that print-and-mail services take.

use serde::Serialize;

use super::{On, PrintError, face, hold, record};
use crate::actions::Desk;
use crate::actions::postcards::seat as card_seat;
use crate::domain::postcard::Written;
use crate::domain::print_run::Span;
use crate::storage::print_runs::cards;

/// A card: to whom, from whom, front and back, its size, and what differs from card to card.
#[derive(Debug, Serialize)]
pub struct Exported {
    pub to: To,
    pub from: From,
    /// The name of the file of the front.
    pub front: String,
    /// The words of the back.
    pub back: String,
    /// In inches.
    pub size: &'static str,
    pub merge_variables: Merge,
}

#[derive(Debug, Serialize)]
pub struct To {
    pub name: String,
    /// All lines but the name, as the post wants them.
    pub address_lines: Vec<String>,
    pub address_country: &'static str,
}

#[derive(Debug, Serialize)]
pub struct From {
    pub name: String,
    pub place: String,
}

#[derive(Debug, Serialize)]
pub struct Merge {
    /// Its place in the run, counted from 1.
    pub card: i32,
    pub lang: String,
    pub message: String,
    pub sender: String,
    pub no_postage: bool,
}

/// The cards of a run whose writers have not left, in their order. That they were taken out is on record.
pub async fn export(desk: &Desk<'_>, on: On<'_>) -> Result<Vec<Exported>, PrintError> {
    let tx = desk.db.write().await?;
    let run = hold(&tx, on).await?;
    let span = Span { first: 1, last: run.cards };
    let mut exported = Vec::new();
    for card in cards::list(&*tx, on.campaign, on.number, span).await? {
        if card.sealed.is_empty() {
            continue;
        }
        let written: Written = desk.vault.open(card_seat(on.campaign, card.id), &card.sealed)?;
        let mut from = face::layout(&run, &card, &written, "").sender_lines(desk.rules).into_iter();
        let from = From { name: from.next().unwrap_or_default(), place: from.next().unwrap_or_default() };
        exported.push(Exported {
            to: To {
                name: run.addressee.first().cloned().unwrap_or_default(),
                address_lines: run.addressee.iter().skip(1).cloned().collect(),
                address_country: "CA",
            },
            front: format!("design-{}.jpg", card.design),
            back: written.message.clone(),
            size: "6x4",
            merge_variables: Merge {
                card: card.place,
                lang: run.lang.code().to_owned(),
                sender: [&*from.name, &*from.place].join(", ").trim_end_matches(", ").to_owned(),
                message: written.message,
                no_postage: run.is_free(&card.country),
            },
            from,
        });
    }
    record(&tx, desk, on, "export_print_run", format!("{} cards", exported.len())).await?;
    tx.commit().await?;
    Ok(exported)
}
