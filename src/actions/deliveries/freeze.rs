use super::addressee::as_of_today;
use super::go_along::choices;
use super::preview::preview;
use super::request::again;
use super::{DeliveryError, On, hold, must_be_kept, record};
use crate::actions::Desk;
use crate::actions::ledger::Keeper;
use crate::actions::signature_sheets::check;
use crate::domain::campaign::Campaign;
use crate::domain::delivery::{Paper, Scope, Stage};
use crate::storage::campaigns;
use crate::storage::deliveries;
use crate::storage::tallies::Count;

/// Freezes a delivery: who signs from now on is not in it. Who is in it is written down, and its package made, in the
/// background. Returns the count, where comparing the sheets that go along has moved it.
pub async fn freeze(
    desk: &Desk<'_>,
    campaign: &Campaign,
    on: On<'_>,
) -> Result<Option<Count>, DeliveryError> {
    must_be_kept(desk, on).await?;
    let one = deliveries::find(desk.db.read(), on.of).await?.ok_or(DeliveryError::Unknown)?;
    if one.stage != Stage::Planned {
        return Err(DeliveryError::MovedOn);
    }
    let count = compare_sheets(desk, on).await?;
    let now = as_of_today(desk, campaign, one).await?;
    if preview(desk, campaign, &now).await?.is_empty() {
        return Err(DeliveryError::Nothing);
    }
    let tx = desk.db.write().await?;
    // Held, so that of two to one addressee that are frozen at once, one waits for the other.
    campaigns::lock(&*tx, campaign.id).await?;
    let mut one = hold(&tx, on).await?;
    if one.stage != Stage::Planned {
        return Err(DeliveryError::MovedOn);
    }
    let others = deliveries::list_to(&*tx, campaign.id, &one.to.key).await?;
    if one.scope == Scope::New && others.iter().any(|other| other.stage == Stage::Freezing) {
        return Err(DeliveryError::AnotherIsFreezing);
    }
    // As many as there are by now; what goes along no more is left out.
    let choices = choices(&*tx, &one).await?;
    let papers: Vec<(Paper, i64)> =
        choices.iter().filter(|choice| choice.chosen).map(|choice| (choice.paper, choice.many)).collect();
    deliveries::papers::replace(&*tx, on.of, &papers).await?;
    (one.to, one.disclosure) = (now.to, now.disclosure);
    (one.stage, one.cut_off, one.changed_at) = (Stage::Freezing, Some(desk.now), desk.now);
    deliveries::save(&*tx, &one).await?;
    again(&tx, desk, on.of).await?;
    record(&tx, desk, on, "freeze_delivery", one.disclosure.as_str().to_owned()).await?;
    tx.commit().await?;
    Ok(count)
}

/// Compares the rows of sheets with who signed online since they were typed, where sheets go along.
async fn compare_sheets(desk: &Desk<'_>, on: On<'_>) -> Result<Option<Count>, DeliveryError> {
    let papers = deliveries::papers::list(desk.db.read(), on.of).await?;
    if !papers.iter().any(|(paper, _)| matches!(paper, Paper::Batch(_))) {
        return Ok(None);
    }
    Ok(check(desk, Keeper { campaign: on.of.0, by: on.by }).await?.1)
}
