use super::Sought;
use crate::actions::accounts::{index, open_profile};
use crate::actions::{ActionError, Desk};
use crate::domain::holding::{Fate, Holding, Kind, What};
use crate::storage::accounts;

/// Whether they work for the organisation themselves.
pub(super) async fn find(desk: &Desk<'_>, sought: &Sought) -> Result<Vec<Holding>, ActionError> {
    let found = accounts::find_by_email(desk.db.read(), index(desk, &sought.email)).await?;
    let Some(stored) = found.filter(|stored| stored.account.organisation == sought.organisation) else {
        return Ok(Vec::new());
    };
    let profile = open_profile(desk.vault, &stored)?;
    let holding = Holding::new(Kind::Account, None, stored.account.id, Fate::Works)
        .text(What::Email, &profile.email)
        .word(What::Role, stored.account.role.as_str())
        .at(What::Since, stored.account.created_at)
        .at(What::EndedAt, stored.account.disabled_at);
    Ok(vec![holding])
}
