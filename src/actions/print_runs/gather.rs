use uuid::Uuid;

use super::{On, PrintError, record};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::domain::campaign::Campaign;
use crate::domain::lang::Lang;
use crate::domain::postcard::address::Block;
use crate::domain::print_run::{PrintRun, Stage};
use crate::storage::{campaigns, card_offers, officials, print_runs};

/// Freezes the approved cards to an official in a language, at most so many, into a run; returns its number. Pressed twice,
/// the second finds nothing more to gather.
pub async fn gather(
    desk: &Desk<'_>,
    campaign: &Campaign,
    (official, lang): (Uuid, Lang),
    most: u32,
    by: By<'_>,
) -> Result<i32, PrintError> {
    let tx = desk.db.write().await?;
    // Held, so that two runs gathered at once do not get one number.
    campaigns::lock(&*tx, campaign.id).await?;
    let found = officials::find(&*tx, official).await?;
    let found = found.filter(|one| one.organisation == campaign.organisation).ok_or(PrintError::Unknown)?;
    let block = Block::of(&found.details, lang).ok_or(PrintError::NoAddress)?;
    let offer = card_offers::find(&*tx, campaign.id).await?.unwrap_or_default();
    let last = print_runs::list(&*tx, campaign.id, None, 1).await?;
    let mut run = PrintRun {
        campaign: campaign.id,
        number: last.first().map_or(1, |last| last.number + 1),
        official,
        lang,
        addressee: block.lines,
        at_the_house: block.at_the_house,
        elections: offer.elections,
        cards: 0,
        stage: Stage::Gathered,
        note: String::new(),
        gathered_at: desk.now,
        printed_at: None,
        sent_at: None,
        acknowledged_at: None,
        cancelled_at: None,
    };
    let cards = print_runs::cards::gather(&*tx, &run, most).await?;
    if cards == 0 {
        return Err(PrintError::Nothing);
    }
    run.cards = u32::try_from(cards).unwrap_or(u32::MAX);
    print_runs::insert(&*tx, &run).await?;
    let on = On { campaign: campaign.id, number: run.number, by };
    record(&tx, desk, on, "gather_print_run", format!("{cards} cards")).await?;
    tx.commit().await?;
    Ok(run.number)
}
