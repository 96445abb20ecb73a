//! The fronts of a campaign's postcards.

use uuid::Uuid;

use super::record;
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::actions::pictures::UploadError;
use crate::actions::pictures::develop::Developed;
use crate::domain::picture::Picture;
use crate::domain::postcard::design::{Design, MOST};
use crate::domain::words::Words;
use crate::storage::{StorageError, campaigns, card_designs, pictures};

/// Stores a design as the last of a campaign's. It is offered at once.
pub async fn add(
    desk: &Desk<'_>,
    campaign: i32,
    (alternative, credit): (Words, String),
    developed: Vec<Developed>,
    by: By<'_>,
) -> Result<Uuid, UploadError> {
    let (copies, bytes) = developed.into_iter().map(|one| (one.copy, one.bytes)).unzip();
    let id = desk.id();
    let picture = Picture { id, campaign, alternative, credit, copies, created_at: desk.now };
    let tx = desk.db.write().await?;
    // Of two who add one at once, one waits here.
    campaigns::lock(&*tx, campaign).await?;
    let known = card_designs::list(&*tx, campaign).await?;
    // Pressed twice, it is there once.
    if let Some(same) = known.iter().find(|known| known.picture.copies == picture.copies) {
        return Ok(same.id());
    }
    if known.iter().filter(|known| known.retired_at.is_none()).count() >= MOST {
        return Err(UploadError::Full);
    }
    let place = known.last().map_or(0, |last| last.place + 1);
    card_designs::insert(&*tx, &Design { campaign, picture, place, retired_at: None }, bytes).await?;
    record(&tx, desk, by, "add_card_design", (campaign, format!("picture {id}"), String::new())).await?;
    tx.commit().await?;
    Ok(id)
}

/// Says something else of what it shows, or of who made it.
pub async fn describe(
    desk: &Desk<'_>,
    design: &Design,
    (alternative, credit): (&Words, &str),
    by: By<'_>,
) -> Result<(), StorageError> {
    let (campaign, id) = (design.campaign, design.id());
    let tx = desk.db.write().await?;
    pictures::describe(&*tx, id, alternative, credit).await?;
    record(&tx, desk, by, "describe_card_design", (campaign, format!("picture {id}"), String::new())).await?;
    tx.commit().await
}

/// Offers it no more, or again. Cards that have it keep it.
pub async fn retire(desk: &Desk<'_>, design: &Design, retired: bool, by: By<'_>) -> Result<(), UploadError> {
    let (campaign, id) = (design.campaign, design.id());
    let tx = desk.db.write().await?;
    campaigns::lock(&*tx, campaign).await?;
    let known = card_designs::list(&*tx, campaign).await?;
    if !retired && known.iter().filter(|known| known.retired_at.is_none()).count() >= MOST {
        return Err(UploadError::Full);
    }
    card_designs::retire(&*tx, id, retired.then_some(desk.now)).await?;
    let act = if retired { "retire_card_design" } else { "restore_card_design" };
    record(&tx, desk, by, act, (campaign, format!("picture {id}"), String::new())).await?;
    tx.commit().await?;
    Ok(())
}

/// Puts it before the one that stands before it.
pub async fn move_up(desk: &Desk<'_>, design: &Design, by: By<'_>) -> Result<(), StorageError> {
    let (campaign, id) = (design.campaign, design.id());
    let tx = desk.db.write().await?;
    campaigns::lock(&*tx, campaign).await?;
    let mut all: Vec<Uuid> = card_designs::list(&*tx, campaign).await?.iter().map(Design::id).collect();
    let Some(at) = all.iter().position(|one| *one == id).filter(|at| *at > 0) else { return Ok(()) };
    all.swap(at, at - 1);
    for (place, one) in all.into_iter().enumerate() {
        card_designs::put_at(&*tx, one, i32::try_from(place).unwrap_or(i32::MAX)).await?;
    }
    record(&tx, desk, by, "move_card_design", (campaign, format!("picture {id}"), String::new())).await?;
    tx.commit().await
}
