use uuid::Uuid;

use super::record;
use crate::actions::{ActionError, Desk};
use crate::domain::retention::{Own, Term};
use crate::storage::retention;

/// Keeps something for a shorter time than the installation does, or, with none, as long as it does.
pub async fn set_term(
    desk: &Desk<'_>,
    organisation: i32,
    by: Uuid,
    (term, days): (Term, Option<u32>),
) -> Result<(), ActionError> {
    let tx = desk.db.write().await?;
    let known = retention::list_terms(&*tx, organisation).await?.get(&term).map(|own| own.days);
    if known == days {
        return Ok(());
    }
    match days {
        Some(days) => {
            retention::put_term(&*tx, organisation, term, Own { days, changed_at: desk.now }).await?;
        }
        None => retention::delete_term(&*tx, organisation, term).await?,
    }
    let told = days.map_or_else(|| "as the installation".to_owned(), |days| format!("{days} days"));
    record(&tx, desk, by, ("set_term", None), (term.as_str().to_owned(), told)).await?;
    tx.commit().await?;
    Ok(())
}
