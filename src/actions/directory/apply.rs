use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::upload::is_fresh;
use super::{DirectoryError, official, record};
use crate::actions::Desk;
use crate::domain::account::Account;
use crate::domain::official::plan::{Change, Plan, plan};
use crate::domain::official::roster::Roster;
use crate::domain::official::{Details, Official, Part, written_day};
use crate::storage::official_imports::{self, Stage};
use crate::storage::{Transaction, officials};

/// What undoes an import.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Trail {
    /// Who was added.
    pub added: Vec<Uuid>,
    /// Who was changed, with the revision that came of it, and what was known before.
    pub changed: Vec<(Uuid, i32, Details)>,
}

/// Imports a list as it was shown: the whole of it, or nothing. Who is missing in it leaves office today, if so wished.
pub async fn apply(
    desk: &Desk<'_>,
    by: &Account,
    (id, digest): (Uuid, &str),
    retire: bool,
) -> Result<(), DirectoryError> {
    let tx = desk.db.write().await?;
    let import = official_imports::find_to_change(&*tx, id).await?.ok_or(DirectoryError::Unknown)?;
    if import.organisation != by.organisation {
        return Err(DirectoryError::Unknown);
    }
    if !is_fresh(desk, &import) {
        return Err(DirectoryError::Stale);
    }
    let roster: Roster = import.content()?;
    let directory = officials::list_all_to_change(&*tx, by.organisation).await?;
    let mut plan = plan(&roster, &directory);
    if plan.digest() != digest || !plan.is_sound() {
        return Err(DirectoryError::Stale);
    }
    if retire {
        let today = written_day(desk.now);
        let left = plan.gone.iter().filter_map(|gone| leave(&directory, gone.id, &today));
        plan.changed.extend(left.collect::<Vec<_>>());
    }
    let (added, changed) = (plan.new.len(), plan.changed.len());
    let trail = carry_out(&tx, desk, by, plan, &directory).await?;
    let counts = (i32::try_from(added).unwrap_or(i32::MAX), i32::try_from(changed).unwrap_or(i32::MAX));
    let mut import = import.goes_on(Stage::Applied, &trail);
    (import.added, import.changed) = counts;
    official_imports::update(&*tx, &import).await?;
    let detail = format!("{added} added, {changed} changed");
    officials::touch_campaigns(&*tx, by.organisation).await?;
    record(&tx, desk, by, "import_officials", (format!("import {id}"), detail)).await?;
    tx.commit().await?;
    Ok(())
}

/// The end of somebody's office, as a change like those of the list.
fn leave(directory: &[Official], id: Uuid, today: &str) -> Option<Change> {
    let official = directory.iter().find(|official| official.id == id)?;
    let mut typed = official.details.as_typed();
    typed.insert(Part::Until, today.to_owned());
    let after = Details::parse(&typed).ok()?;
    Some(Change { place: 0, id, revision: official.revision, before: official.details.clone(), after })
}

async fn carry_out(
    tx: &Transaction,
    desk: &Desk<'_>,
    by: &Account,
    plan: Plan,
    directory: &[Official],
) -> Result<Trail, DirectoryError> {
    let new: Vec<_> = plan.new.into_iter().map(|new| official(desk, by, new.details)).collect();
    officials::insert(&**tx, &new).await?;
    let mut trail = Trail { added: new.iter().map(|official| official.id).collect(), ..Trail::default() };
    let known: std::collections::HashMap<_, _> =
        directory.iter().map(|official| (official.id, official)).collect();
    for change in plan.changed {
        let before = known.get(&change.id).ok_or(DirectoryError::Unknown)?;
        let after = Official { details: change.after, updated_at: desk.now, ..(*before).clone() };
        officials::update(&**tx, &after).await?;
        trail.changed.push((change.id, before.revision + 1, change.before));
    }
    Ok(trail)
}
