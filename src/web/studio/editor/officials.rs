//! Whom a campaign asks, out of the directory.

use std::collections::BTreeSet;

use uuid::Uuid;

use crate::app::App;
use crate::domain::disclosure::Disclosure;
use crate::domain::draft::tree::{fill, line, officials as named, rows};
use crate::domain::draft::{Languages, Tree};
use crate::domain::official::{Official, Part, written_day};
use crate::domain::role::Act;
use crate::storage::officials::{self, Filter};
use crate::web::error::WebError;
use crate::web::studio::member::Present;

/// More than any parliament has; a longer directory is chosen from by those who come first.
const MOST: u64 = 1500;

/// The official with a number, as they are listed to be chosen.
pub type Choice = (Uuid, String);

/// Who may be chosen: those in office by their names, and whoever is chosen already.
pub async fn choices(app: &App, organisation: i32, typed: &Tree) -> Result<Vec<Choice>, WebError> {
    let db = app.tools.db.read();
    let filter = Filter { today: Some(written_day(app.tools.clock.now())), ..Filter::default() };
    let found = officials::list_page(db, organisation, &filter, (None, MOST)).await?;
    let mut choices: Vec<Choice> = found.iter().map(choice).collect();
    for id in named(typed).collect::<BTreeSet<_>>() {
        let resolved = officials::resolve(db, id).await?.filter(|found| found.organisation == organisation);
        if let Some(chosen) = resolved.filter(|_| !choices.iter().any(|(known, _)| *known == id)) {
            choices.push((id, choice(&chosen).1));
        }
    }
    Ok(choices)
}

fn choice(official: &Official) -> Choice {
    let details = &official.details;
    let first = [details.get(Part::FamilyName), details.get(Part::GivenName)];
    let first = first.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let parts = [&*first, details.get(Part::Riding), details.get(Part::Party)];
    (official.id, parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – "))
}

/// Refuses whoever names somebody of another directory, or nobody, whom the draft did not name before.
pub async fn check(app: &App, present: &Present, before: &Tree, typed: &Tree) -> Result<(), WebError> {
    let known: BTreeSet<Uuid> = named(before).collect();
    for id in named(typed).filter(|id| !known.contains(id)) {
        let found = officials::resolve(app.tools.db.read(), id).await?.ok_or(WebError::NotFound)?;
        present.must(app, Act::MakeCampaigns, found.organisation).await?;
    }
    Ok(())
}

/// Takes over name and office of the official that a row names; `addressees.0` is the first row.
pub async fn take_over(
    app: &App,
    languages: &Languages,
    typed: &mut Tree,
    row: &str,
) -> Result<(), WebError> {
    let at: Option<usize> = row.strip_prefix("addressees.").and_then(|at| at.parse().ok());
    let named = |at: usize| Uuid::parse_str(line(rows(typed, "addressees").nth(at)?, "official")).ok();
    let Some((at, id)) = at.and_then(|at| Some((at, named(at)?))) else { return Ok(()) };
    if let Some(official) = officials::resolve(app.tools.db.read(), id).await? {
        fill(typed, at, &official.addressee(Disclosure::Numbers), languages);
    }
    Ok(())
}
