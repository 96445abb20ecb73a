use super::{Petition, SheetError};
use crate::actions::Desk;
use crate::domain::jurisdiction::lint::is_printable;
use crate::domain::jurisdiction::sheet::Order;
use crate::domain::sheet_log::{Sheet, State};
use crate::domain::tag::Tag;
use crate::storage::{official_petitions, official_sheets};

/// What is printed.
pub struct Run<'a> {
    /// How many sheets with the full text and how many later ones, each with how many lines it has.
    pub first: (u32, u32),
    pub later: (u32, u32),
    pub languages: &'a [Tag],
    /// The revision of the text that was looked at.
    pub seen: i32,
    /// The last number that was given then: pressed twice, a run is there once.
    pub after: i32,
}

/// Freezes the text where it is new, and gives every sheet its number; returns the first and the last of them.
pub async fn print(desk: &Desk<'_>, petition: Petition<'_>, run: &Run<'_>) -> Result<(i32, i32), SheetError> {
    let tx = desk.db.write().await?;
    // Held, so that two who print at once do not give the same numbers.
    let saved =
        official_petitions::find_to_change(&*tx, petition.to()).await?.ok_or(SheetError::Unprintable)?;
    let last = official_sheets::last_number(&*tx, petition.to()).await?;
    if saved.revision != run.seen || last != run.after {
        return Err(SheetError::Changed);
    }
    let text = &saved.text;
    let is_written = |tag: &Tag| text.wording(tag.as_str()).is_some();
    if !is_printable(&petition.jurisdiction.lint(text))
        || run.languages.is_empty()
        || !run.languages.iter().all(is_written)
    {
        return Err(SheetError::Unprintable);
    }
    let newest = official_petitions::list_versions(&*tx, petition.to()).await?.into_iter().next();
    let version = match newest {
        Some(frozen) if frozen.text == *text => frozen.version,
        newest => {
            let version = newest.map_or(0, |frozen| frozen.version) + 1;
            official_petitions::freeze(&*tx, petition.to(), (version, text), desk.now).await?;
            version
        }
    };
    let sheet = |order, lines, number| Sheet {
        id: desk.id(),
        number,
        version,
        order,
        languages: run.languages.to_vec(),
        lines,
        printed_at: desk.now,
        state: State::default(),
        sealed: Vec::new(),
        revision: 1,
    };
    let kinds = [(Order::First, run.first), (Order::Later, run.later)];
    let all = kinds.into_iter().flat_map(|(order, (count, lines))| (0..count).map(move |_| (order, lines)));
    let sheets: Vec<Sheet> =
        all.zip(last + 1..).map(|((order, lines), number)| sheet(order, lines, number)).collect();
    let until = sheets.last().map(|sheet| sheet.number).ok_or(SheetError::Unprintable)?;
    official_sheets::insert(&*tx, petition.to(), &sheets).await?;
    let detail = format!("version {version}, sheets {}-{until}", last + 1);
    petition.record(&tx, desk, "print_official_sheets", detail).await?;
    tx.commit().await?;
    Ok((last + 1, until))
}
