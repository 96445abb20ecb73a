use super::{Petition, SheetError, open_custody, seal_custody};
use crate::actions::Desk;
use crate::domain::date::PartialDate;
use crate::domain::sheet_log::{Custody, Sheet, State};
use crate::storage::{Transaction, official_sheets};

/// What is put on record of a change: the figures and days before and after, and of people only that something changed.
fn change(sheet: &Sheet, new: &State, is_custody_changed: bool) -> String {
    let day = |date: Option<PartialDate>| date.map_or_else(|| "-".to_owned(), |date| date.to_string());
    let count = |n: Option<u32>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let old = &sheet.state;
    let mut told = vec![format!("sheet {}", sheet.number)];
    let mut tell = |what: &str, before: String, after: String| {
        if before != after {
            told.push(format!("{what} {before} → {after}"));
        }
    };
    tell("out", day(old.out), day(new.out));
    tell("back", day(old.back), day(new.back));
    tell("handed over", day(old.given), day(new.given));
    tell("filled", count(old.filled), count(new.filled));
    tell("doubtful", old.doubtful.to_string(), new.doubtful.to_string());
    tell("void", old.is_void.to_string(), new.is_void.to_string());
    if is_custody_changed {
        told.push("who has it".to_owned());
    }
    told.join(", ")
}

async fn write(
    tx: &Transaction,
    desk: &Desk<'_>,
    petition: Petition<'_>,
    (sheet, seen): (&Sheet, i32),
    (state, custody): (&State, &Custody),
) -> Result<(), SheetError> {
    let before =
        open_custody(desk.vault, petition.campaign, sheet).map_err(crate::actions::ActionError::from)?;
    if before == *custody && sheet.state == *state {
        return Ok(());
    }
    let sealed = seal_custody(desk, petition.campaign, sheet.id, custody);
    if !official_sheets::note(&**tx, (sheet.id, seen), state, sealed).await? {
        return Err(SheetError::Changed);
    }
    petition.record(tx, desk, "note_official_sheet", change(sheet, state, before != *custody)).await?;
    Ok(())
}

/// Writes down what is known of a sheet by now. What was known before is in the record.
pub async fn note(
    desk: &Desk<'_>,
    petition: Petition<'_>,
    (number, seen): (i32, i32),
    (state, custody): (&State, &Custody),
) -> Result<(), SheetError> {
    let tx = desk.db.write().await?;
    let sheet = official_sheets::list_to_change(&*tx, petition.to(), &[number]).await?.pop();
    let sheet = sheet.ok_or(SheetError::Unknown)?;
    write(&tx, desk, petition, (&sheet, seen), (state, custody)).await?;
    tx.commit().await?;
    Ok(())
}

/// What happened to several sheets at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Handed out to somebody who collects.
    Out,
    /// They are back.
    Back,
    /// Handed to the member who presents them.
    Given,
}

impl Step {
    pub const ALL: [Self; 3] = [Self::Out, Self::Back, Self::Given];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Out => "out",
            Self::Back => "back",
            Self::Given => "given",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == text)
    }
}

/// Writes down the same step of several sheets: all of them, or none where one of the numbers was never given or the step
/// cannot have happened to it on that day. `who` collects, or keeps the originals, or is the member.
pub async fn step(
    desk: &Desk<'_>,
    petition: Petition<'_>,
    numbers: &[i32],
    (step, on, who): (Step, PartialDate, &str),
) -> Result<usize, SheetError> {
    let tx = desk.db.write().await?;
    let sheets = official_sheets::list_to_change(&*tx, petition.to(), numbers).await?;
    if sheets.len() != numbers.len() {
        return Err(SheetError::Unknown);
    }
    for sheet in &sheets {
        let mut state = sheet.state.clone();
        let mut custody =
            open_custody(desk.vault, petition.campaign, sheet).map_err(crate::actions::ActionError::from)?;
        let (date, name) = match step {
            Step::Out => (&mut state.out, &mut custody.collector),
            Step::Back => (&mut state.back, &mut custody.place),
            Step::Given => (&mut state.given, &mut custody.member),
        };
        *date = Some(on);
        if !who.is_empty() {
            who.clone_into(name);
        }
        if !state.is_in_order() {
            return Err(SheetError::Unprintable);
        }
        write(&tx, desk, petition, (sheet, sheet.revision), (&state, &custody)).await?;
    }
    tx.commit().await?;
    Ok(sheets.len())
}
