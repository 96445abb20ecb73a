use super::{DeliveryError, New, On, first_fetched, left_by_link, put};
use crate::actions::Desk;
use crate::actions::accounts::By;
use crate::actions::deliveries::approve::must_be_approved;
use crate::actions::deliveries::{hold, record};
use crate::domain::delivery::Stage;
use crate::domain::delivery::handover::{LONGEST_NAME, LONGEST_NOTE, Said, Way, after};
use crate::domain::moment::Moment;
use crate::domain::name::parse_signed_line;
use crate::domain::zone::Zone;
use crate::storage::deliveries::{self, steps};

/// A step as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub stage: String,
    pub way: String,
    pub day: String,
    /// Who has acknowledged it.
    pub by: String,
    pub note: String,
}

/// What of the form was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Way,
    Day,
    /// Of a day on which it could not be yet.
    TooEarly,
    By,
    Note,
}

/// A step that can be written down.
#[derive(Clone, Debug)]
pub struct Written {
    stage: Stage,
    way: Way,
    at: Moment,
    said: Said,
}

/// A name as it stands on a receipt, or that of an office.
fn name(typed: &str) -> Option<String> {
    let name = parse_signed_line(typed, LONGEST_NAME).ok()?;
    name.chars().any(char::is_alphabetic).then_some(name)
}

impl Typed {
    /// Checks what staff typed; `at` is the moment that the day means, if it means one that has been.
    pub fn parse(&self, at: Option<Moment>) -> Result<Written, Vec<Fault>> {
        let is_receipt = self.stage == Stage::Acknowledged.as_str();
        let stage = if is_receipt { Stage::Acknowledged } else { Stage::HandedOver };
        let way = Way::TOLD.into_iter().find(|way| way.as_str() == self.way);
        let way = if is_receipt { Some(way.unwrap_or(Way::Paper)) } else { way };
        let by = if is_receipt { name(&self.by) } else { Some(String::new()) };
        let note = self.note.trim();
        let is_note = note.chars().count() <= LONGEST_NOTE
            && !note.chars().any(|one| one.is_control() && !matches!(one, '\n' | '\r'));
        let faults = [
            (way.is_none(), Fault::Way),
            (at.is_none(), Fault::Day),
            (by.is_none(), Fault::By),
            (!is_note, Fault::Note),
        ];
        let (Some(way), Some(at), Some(by), true) = (way, at, by, is_note) else {
            return Err(faults.into_iter().filter_map(|(wrong, fault)| wrong.then_some(fault)).collect());
        };
        Ok(Written { stage, way, at, said: Said { by, note: note.to_owned() } })
    }
}

/// Writes down that a delivery was handed over, or acknowledged, with a photo where there is one; its day is one of these clocks.
pub async fn write_step(
    desk: &Desk<'_>,
    on: On<'_>,
    (step, clocks): (&Written, &Zone),
    photo: Option<&[u8]>,
) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    must_be_approved(&*tx, &one).await?;
    let all = steps::list(&*tx, on.of).await?;
    let handed = all.iter().filter(|known| known.stage == Stage::HandedOver && step.stage != known.stage);
    let before = handed.map(|known| known.at).max().or(one.cut_off).unwrap_or(one.created_at);
    let at = after(before, step.at, clocks).ok_or(DeliveryError::TooEarly)?;
    let new = New { stage: step.stage, way: step.way, at, said: &step.said, photo };
    put(&tx, desk, on, (&mut one, new)).await?;
    tx.commit().await?;
    Ok(())
}

/// The office acknowledges a delivery with a name; none where that is none.
pub async fn acknowledge(desk: &Desk<'_>, on: On<'_>, typed: &str) -> Result<bool, DeliveryError> {
    let Some(by) = name(typed) else { return Ok(false) };
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    let said = Said { by, note: String::new() };
    let new = New { stage: Stage::Acknowledged, way: Way::Link, at: desk.now, said: &said, photo: None };
    put(&tx, desk, on, (&mut one, new)).await?;
    tx.commit().await?;
    Ok(true)
}

/// Takes back the last step that somebody here wrote down by mistake. What the office itself has done stays.
pub async fn take_back(desk: &Desk<'_>, on: On<'_>) -> Result<(), DeliveryError> {
    let tx = desk.db.write().await?;
    let mut one = hold(&tx, on).await?;
    let all = steps::list(&*tx, on.of).await?;
    let last = all.iter().find(|step| step.stage == one.stage && step.account.is_some());
    let last = last.ok_or(DeliveryError::MovedOn)?;
    steps::delete(&*tx, last.id).await?;
    let before = all.iter().any(|step| step.stage == Stage::HandedOver && step.id != last.id);
    one.stage = if before { Stage::HandedOver } else { Stage::Frozen };
    one.changed_at = desk.now;
    deliveries::save(&*tx, &one).await?;
    steps::moved(&*tx, on.of.0).await?;
    record(&tx, desk, on, "take_back_delivery", last.stage.as_str().to_owned()).await?;
    // What the office did by its link stays, and was not written down while another entry stood in its place.
    if let Some(at) = first_fetched(&tx, on.of).await? {
        left_by_link(&tx, desk, On { by: By::SERVICE, ..on }, (&mut one, at)).await?;
    }
    tx.commit().await?;
    Ok(())
}
